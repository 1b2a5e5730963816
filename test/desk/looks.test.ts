import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { keepHouse } from "../../src/housekeeping.ts";
import { createApiKey } from "../../src/people/api-keys.ts";
import { changeOfficer } from "../../src/people/officers.ts";
import type { Officer } from "../../src/people/officer.ts";
import { countStatements } from "../../src/platform/statement-count.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { careFiles } from "./care-files.ts";
import { getWith, keyIn, officer, postWith, sessionCookie, submitted } from "./office.ts";

const HOST = "north.example";

describe("looks at sensitive cases", () => {
  let app: TestApp;
  let carer: Officer;
  let rita: Officer;
  let cookies: Readonly<Record<"carer" | "rita" | "tom", string>>;
  let care: string;
  before(async () => {
    app = await testApp({ councils: careFiles() });
    carer = await officer(app, "Cora Care", ["carer"], ["tools"], "north");
    rita = await officer(app, "Rita Review", ["reviewer"], [], "north");
    const tom = await officer(app, "Tom Tools", ["helper"], ["tools"], "north");
    cookies = {
      carer: await sessionCookie(app, carer),
      rita: await sessionCookie(app, rita),
      tom: await sessionCookie(app, tom),
    };
    care = await submitted(app, "ask-for-care", { what: "dirty", email: "ada@example.com" }, { council: "north" });
  });
  after(() => app.stop());

  const get = (who: keyof typeof cookies, path: string) => getWith(app, cookies[who], path, HOST);
  const log = async (query = "") => (await get("rita", `/desk/looks${query}`)).body;
  const rows = (body: string): number => body.split("<tr").length - 2;

  test("a look is on the log, as not theirs until they hold the case, and an ordinary case costs nothing and leaves nothing", async () => {
    const bench = await submitted(app, "report-a-bench", { what: "dirty", email: "ada@example.com" }, { council: "north" });
    const plain = await countStatements(() => get("carer", `/desk/cases/${bench}`));
    const sensitive = await countStatements(() => get("carer", `/desk/cases/${care}`));
    assert.equal(sensitive.count - plain.count, 1);
    const first = await log("?strangers=1");
    assert.match(first, /Cora Care/);
    assert.match(first, /Opened the case <strong class="govuk-tag govuk-tag--yellow">Not theirs/);
    assert.doesNotMatch(first, new RegExp(bench));
    const key = keyIn((await get("carer", `/desk/cases/${care}`)).body, `/desk/cases/${care}/take`);
    await postWith(app, cookies.carer, `/desk/cases/${care}/take`, { key }, HOST);
    const before = rows(await log("?strangers=1"));
    await get("carer", `/desk/cases/${care}`);
    assert.equal(rows(await log("?strangers=1")), before);
  });

  test("reading the log is on the log, and it is filtered by officer, case and day", async () => {
    assert.match(await log(), /Looked at this log/);
    assert.doesNotMatch(await log(`?officer=${carer.id}`), /Looked at this log/);
    assert.match(await log(`?reference=${care}`), /Cora Care/);
    assert.match(await log("?on.day=1&on.month=1&on.year=2020"), /No look is like that/);
    assert.match(await log("?reference=nonsense"), /Enter the reference of a case/);
    assert.equal((await get("carer", "/desk/looks")).statusCode, 403);
  });

  test("an export and the API are looks too", async () => {
    await changeOfficer(app.database, { ...carer, roles: ["carer", "all"] });
    await get("carer", "/desk/export/csv");
    const { text } = await createApiKey(app.context, { council: "north", name: "Care system", rights: ["cases.read"] }, app.clock.now());
    await app.inject({ url: `/api/cases/${care}`, headers: { host: HOST, authorization: `Bearer ${text}` } });
    const body = await log(`?reference=${care}`);
    assert.match(body, /Saved it in a spreadsheet/);
    assert.match(body, /The API key “Care system”/);
  });

  test("in an emergency an officer sees one case for an hour and changes nothing, and whoever reviews is told once", async () => {
    assert.equal((await get("tom", `/desk/cases/${care}`)).statusCode, 404);
    const fields = { key: keyIn((await get("tom", "/desk/emergency")).body, "/desk/emergency"), reference: care };
    assert.match((await postWith(app, cookies.tom, "/desk/emergency", fields, HOST)).body, /Enter why you must see it now/);
    const full = { ...fields, reason: "A call from the hospital" };
    for (let times = 0; times < 2; times++)
      assert.equal((await postWith(app, cookies.tom, "/desk/emergency", full, HOST)).headers.location, `/desk/cases/${care}`);
    const page = await get("tom", `/desk/cases/${care}`);
    assert.equal(page.statusCode, 200);
    assert.doesNotMatch(page.body, /Add note/);
    assert.match(await log(`?reference=${care}`), /Emergency<\/strong> <span[^>]*>A call from the hospital/);
    await app.settle();
    const mails = await app.database.query<{ recipient: string; body: string }>(
      {
        name: "test-mails",
        text: "select recipient, body from messages where council = 'north' and subject like 'Opened in an emergency%'",
      },
      [],
    );
    assert.deepEqual(
      mails.map(({ recipient }) => recipient),
      [rita.email],
    );
    assert.doesNotMatch(mails[0]?.body ?? "", /hospital/);
    app.clock.pass(61 * 60_000);
    cookies = { ...cookies, tom: await sessionCookie(app, { ...carer, id: (await officerId("Tom Tools")) ?? "" }) };
    assert.equal((await get("tom", `/desk/cases/${care}`)).statusCode, 404);
  });

  const officerId = async (name: string) =>
    (
      await app.database.query<{ id: string }>(
        { name: "test-officer", text: "select id from officers where council = 'north' and name = $1" },
        [name],
      )
    )[0]?.id;

  test("looks are kept for six years and then forgotten", async () => {
    const count = async () => {
      const [row] = await app.database.query<{ n: string }>(
        { name: "test-looks", text: "select count(*) n from looks where council = 'north'" },
        [],
      );
      return Number(row?.n);
    };
    await keepHouse(app.context);
    assert.ok((await count()) > 5);
    app.clock.pass(6 * 366 * 86_400_000);
    await keepHouse(app.context);
    assert.equal(await count(), 0);
  });
});
