import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import type { Officer } from "../../src/people/officer.ts";
import { changeOfficer } from "../../src/people/officers.ts";
import { countStatements } from "../../src/platform/statement-count.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { getWith, keyIn, officer, postWith, sessionCookie, submitted } from "./office.ts";
import { BY_LETTER, pothole } from "./seeds.ts";

/** Somebody in another area who is told by letter. */
const ELSEWHERE = { ...BY_LETTER, your_address: { line1: "1 Orchard Park", line2: "", town: "Eastmere", postcode: "EM2 1AB" } };

describe("a councillor", () => {
  let app: TestApp;
  let joan: Officer;
  let cookie: string;
  let here: string;
  let there: string;
  before(async () => {
    app = await testApp();
    joan = await officer(app, "Joan Mercer", ["councillor"], []);
    await changeOfficer(app.database, { ...joan, areas: ["EM1"] });
    cookie = await sessionCookie(app, joan);
    here = await submitted(app, "report-a-pothole", pothole(BY_LETTER));
    there = await submitted(app, "report-a-pothole", pothole(ELSEWHERE));
  });
  after(() => app.stop());

  const get = (path: string) => getWith(app, cookie, path);
  const send = (fields: Readonly<Record<string, string>>) => postWith(app, cookie, "/desk/area/enquiry", fields);
  const key = async () => keyIn((await get("/desk/area/enquiry")).body, "/desk/area/enquiry");

  test("sees the public facts of the cases of their areas, with figures, and nothing of anybody", async () => {
    const { count, result } = await countStatements(() => get("/desk/area"));
    assert.equal(count, 3);
    assert.match(result.body, new RegExp(here));
    assert.match(result.body, /Outside 12 Mill Lane/);
    assert.match(result.body, /Still open/);
    assert.doesNotMatch(result.body, new RegExp(there));
    for (const personal of ["O&#39;Neill", "O'Neill", "Mary", "4 Mill Lane", "EM1 2AB"])
      assert.doesNotMatch(result.body, new RegExp(personal), personal);
    for (const path of [`/desk/cases/${here}`, "/desk/search", "/desk/export/csv", `/desk/partner/${here}`])
      assert.equal((await get(path)).statusCode, 403, path);
  });

  test("of no area sees no case", async () => {
    const bo = await officer(app, "Bo Blank", ["councillor"], []);
    const { body } = await getWith(app, await sessionCookie(app, bo), "/desk/area");
    assert.match(body, /You speak for no area yet/);
    assert.doesNotMatch(body, new RegExp(here));
  });

  test("raises an enquiry about a case of their area or freely, once, and it is a case of its own with ten working days", async () => {
    const wrong = await send({ key: await key(), about: there, enquiry: "" });
    assert.match(wrong.body, /Enter the reference of a case of your area/);
    assert.match(wrong.body, /Enter what you want to know/);
    const fields = { key: await key(), about: here.toLowerCase(), enquiry: "When will it be mended?" };
    const [first, second] = [await send(fields), await send(fields)];
    const reference = /<strong>([0-9A-Z-]{11})<\/strong>/.exec(first.body)?.[1] ?? "";
    assert.match(second.body, new RegExp(reference));
    const item = await app.context.cases.byReference("eastmere", reference);
    assert.deepEqual([item?.service, item?.team, item?.answers["about_case"]], ["member-enquiry", "customer-services", here]);
    assert.equal(item?.person.email, joan.email);
    assert.equal(item?.dueAt.toISOString().slice(0, 10), "2026-03-17");
    assert.match((await send({ key: await key(), about: "", enquiry: "When is Mill Lane swept?" })).body, /The enquiry is raised/);
  });
});
