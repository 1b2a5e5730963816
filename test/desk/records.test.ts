import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { keepHouse } from "../../src/housekeeping.ts";
import { changeOfficer } from "../../src/people/officers.ts";
import type { Officer } from "../../src/people/officer.ts";
import { countStatements } from "../../src/platform/statement-count.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { councilFiles } from "../support/council-files.ts";
import { getWith, keyIn, officer, postWith, sessionCookie, signedIn, submitted } from "./office.ts";

const DAY = 86_400_000;
const HOST = "north.example";
const ROLES = { "roles:": "roles:\n  keeper: { name: Keeper, permissions: [cases.read, records.manage] }" };

function files(council: string): Record<string, string> {
  const all = { ...councilFiles(council) };
  const service = `${council}/services/report-a-bench.yaml`;
  // South holds it for a public task.
  if (council === "north") all[service] = all[service]?.replace("basis: public task", "basis: consent") ?? "";
  for (const [path, text] of Object.entries(all)) if (path.endsWith("council.yaml")) all[path] = text.replace("roles:", ROLES["roles:"]);
  return all;
}

describe("the records at the desk", () => {
  let app: TestApp;
  let kim: Officer;
  let cookie: string;
  before(async () => {
    app = await testApp({ councils: { ...files("north"), ...files("south") } });
    kim = await officer(app, "Kim North", ["keeper", "worker"], ["tools"], "north");
    cookie = await sessionCookie(app, kim);
  });
  after(() => app.stop());

  const get = async (path: string) => getWith(app, cookie, path, HOST);

  async function closed(council: string, email = "ada@example.com"): Promise<string> {
    const reference = await submitted(app, "report-a-bench", { what: "dirty", email }, { council });
    const item = await app.context.cases.byReference(council, reference);
    const key = app.context.ids.uuid(app.clock.now());
    const asking = { council, caseId: item?.id ?? "", channel: "desk", officer: null, roles: ["worker"], key } as const;
    await app.context.cases.apply(asking, { kind: "act", action: "mend", reason: "", seen: 1 });
    return reference;
  }

  test("what is due by a day is counted and listed before it goes, and what is held is said", async () => {
    const first = await closed("north");
    app.clock.pass(1000);
    const second = await closed("north");
    await closed("south");
    assert.match((await get("/desk/records")).body, /No case is due/);
    const client = await (await signedIn(app, kim, HOST)).get(`/desk/cases/${second}`);
    await client.get(`/desk/records/hold/${second}`);
    assert.equal((await client.press("Place the hold")).status, 422);
    assert.match(client.body, /Enter why/);
    await client.press("Place the hold", { reason: "A claim for a fall", "until.day": "1", "until.month": "3", "until.year": "2026" });
    assert.match(client.body, /must be today or later/);
    await client.press("Place the hold", { reason: "A claim for a fall", "until.day": "", "until.month": "", "until.year": "" });
    assert.equal(client.path, `/desk/cases/${second}`);
    assert.match(client.body, /Legal hold\.<\/strong> A claim for a fall/);
    assert.match(client.body, /By Kim North/);
    await client.get("/desk/records");
    await client.get("/desk/records?by.day=2&by.month=3&by.year=2027");
    assert.match(client.body, /By Tuesday 2 March 2027/);
    assert.match(client.body, new RegExp(`${first}[\\s\\S]*Erased[\\s\\S]*${second}[\\s\\S]*Kept: a legal hold`));
    assert.match(client.body, /Report a bench<\/td><td class="govuk-table__cell govuk-table__cell--numeric">2<\/td><td[^>]*>1</);
    assert.equal((await get("/desk/records?by.day=31&by.month=2&by.year=2027")).statusCode, 422);
    await changeOfficer(app.database, { ...kim, teams: [] });
    assert.match((await get("/desk/records?by.day=2&by.month=3&by.year=2027")).body, /No case is due/);
    await changeOfficer(app.database, kim);
  });

  test("statements: four for what is due, two for the log and the holds where nobody needs naming", async () => {
    const count = async (path: string) => (await countStatements(async () => get(path))).count;
    assert.deepEqual([await count("/desk/records"), await count("/desk/records/log")], [4, 3]);
    assert.equal(await count("/desk/records/holds"), 3);
  });

  test("what was erased is in the log, one council's alone, and its page offers nothing any more", async () => {
    const reference = await closed("north");
    const south = await closed("south");
    app.clock.pass(367 * DAY);
    await keepHouse(app.context);
    cookie = await sessionCookie(app, kim);
    const { body } = await get("/desk/records/log");
    assert.match(body, new RegExp(`${reference}[\\s\\S]*Kept as long as the service says`));
    assert.doesNotMatch(body, new RegExp(south));
    const page = (await get(`/desk/cases/${reference}`)).body;
    assert.match(page, /What was personal in this case was erased/);
    assert.doesNotMatch(page, /Add note|Mend it<|Place a legal hold|ada@example/);
    assert.match((await get(`/desk/records/hold/${reference}`)).body, /There is nothing to hold/);
    assert.equal((await get(`/desk/records/hold/${south}`)).statusCode, 404);
  });

  test("a person is found across cases, and erased on request where no duty and no hold keeps it", async () => {
    const email = "pat@example.com";
    const [gone, open] = [
      await closed("north", email),
      await submitted(app, "report-a-bench", { what: "dirty", email }, { council: "north" }),
    ];
    const south = await closed("south", email);
    const client = await (await signedIn(app, kim, HOST)).get("/desk/records/person");
    assert.equal((await client.press("Find their cases", { name: "Pat" })).status, 422);
    await client.press("Find their cases", { email: "Pat@Example.com", name: "" });
    assert.equal(client.path, "/desk/records/person");
    assert.match(client.body, new RegExp(`${gone}[\\s\\S]*Erased`));
    assert.match(client.body, new RegExp(`${open}[\\s\\S]*it is open. Close it first`));
    assert.doesNotMatch(client.body, new RegExp(south));
    const { count } = await countStatements(async () => client.get("/desk/records/person"));
    assert.equal(count, 3);
    assert.equal((await client.press("Erase 1 case for good", { reason: "" })).status, 422);
    await client.press("Erase 1 case for good", { reason: "Asked by letter" });
    assert.match(client.body, /1 case was erased/);
    assert.equal((await app.context.cases.byReference("north", open))?.person.email, email);
    assert.match((await get("/desk/records/log")).body, new RegExp(`${gone}[\\s\\S]*The person asked. Kim North: Asked by letter`));
    await client.get("/desk/records/person");
    assert.match(client.body, /None of their cases can be erased/);
    await client.press("Place the hold", { reason: "Their own claim" });
    assert.match((await get(`/desk/cases/${open}`)).body, /Legal hold on the person\.<\/strong> Their own claim/);
    const sue = await officer(app, "Sal South", ["keeper"], ["tools"], "south");
    const theirs = await (await signedIn(app, sue, "south.example")).get("/desk/records/person");
    await theirs.press("Find their cases", { email });
    assert.match(theirs.body, new RegExp(`${south}[\\s\\S]*the council holds it for a public task`));
    assert.doesNotMatch(theirs.body, /for good/);
  });

  test("two officers who lift one hold lift it once, and a hold of one council is not another's to lift", async () => {
    const reference = await closed("north");
    const form = (await get(`/desk/records/hold/${reference}`)).body;
    const key = keyIn(form, `/desk/records/hold/${reference}`);
    const fields = { key, reason: "An inquiry" };
    const twice = await Promise.all([1, 2].map(() => postWith(app, cookie, `/desk/records/hold/${reference}`, fields, HOST)));
    assert.deepEqual(
      twice.map(({ statusCode }) => statusCode),
      [303, 303],
    );
    const page = (await get("/desk/records/holds")).body;
    assert.equal(page.split("An inquiry</td>").length, 2);
    const lifting = page.split("<button").find((one) => one.includes(`the hold on ${reference}`)) ?? "";
    const hold = /value="([^"]+)"/.exec(lifting)?.[1];
    assert.ok(hold);
    const sue = await officer(app, "Sue South", ["keeper"], ["tools"], "south");
    const southern = await sessionCookie(app, sue);
    const theirs = (await getWith(app, southern, "/desk/records/holds", "south.example")).body;
    assert.match(theirs, /No hold stands/);
    const lift = { key: keyIn(page, "/desk/records/lift"), hold };
    assert.equal((await postWith(app, southern, "/desk/records/lift", lift, "south.example")).statusCode, 403);
    await Promise.all([1, 2].map(() => postWith(app, cookie, "/desk/records/lift", lift, HOST)));
    assert.doesNotMatch((await get("/desk/records/holds")).body, /An inquiry/);
    const lifted = {
      name: "test-lifted",
      text: "select count(*)::int as count from holds where lifted_at is not null and lifted_by is not null",
    };
    assert.deepEqual(await app.database.query(lifted), [{ count: 1 }]);
  });
});
