import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";

import { DatabaseUnavailable } from "../../src/platform/database-error.ts";
import { openDatabase } from "../../src/platform/database.ts";
import type { Database } from "../../src/platform/database.ts";
import type { TestApp } from "../support/app.ts";
import type { TestDatabase } from "../support/database.ts";
import { testDatabase } from "../support/database.ts";
import { COUNCIL } from "./council.ts";
import { casesOf, faultsApp, messagesOf, referenceOn, visitor } from "./visitor.ts";

// A suite of its own: hooks outside one would run with every other test of the process.
describe("faults: outage", () => {
  /** A database that can be away. What it says then is what the real one says while it starts again. */
  function absentable(database: TestDatabase) {
    const state = { away: false };
    const or = <Result>(work: () => Promise<Result>): Promise<Result> =>
      state.away ? Promise.reject(new DatabaseUnavailable("it is starting")) : work();
    const wrapped: TestDatabase = {
      ...database,
      query: (statement, values) => or(() => database.query(statement, values)),
      execute: (statement, values) => or(() => database.execute(statement, values)),
      transaction: (work) => or(() => database.transaction(work)),
    };
    return { state, database: wrapped };
  }

  let app: TestApp;
  let state: { away: boolean };
  before(async () => {
    const absent = absentable(await testDatabase());
    state = absent.state;
    app = await faultsApp({ database: absent.database });
  });
  after(() => app.stop());

  test("while the database is away every page says so, with the time to wait, and works again after", async () => {
    const ann = await visitor(app);
    await ann.answerAll();
    state.away = true;
    assert.equal((await ann.get("cups")).statusCode, 200, "the screen that a save led to is made from what was saved");
    for (const screen of ["cups", "check", "done", ""]) {
      const page = await ann.get(screen);
      assert.equal(page.statusCode, 503, screen);
      assert.equal(page.headers["retry-after"], "5");
      assert.match(page.body, /<h1[^>]*>The service is not available at the moment<\/h1>/);
    }
    const ready = await app.inject({ url: "/health/ready" });
    assert.equal(ready.statusCode, 503);
    assert.equal((await app.inject({ url: "/health/live" })).statusCode, 200);
    state.away = false;
    assert.equal((await ann.get("check")).statusCode, 200);
    assert.equal((await app.inject({ url: "/health/ready" })).statusCode, 200);
  });

  test("what was typed while the database was away stands in the page's form, and Try again keeps it", async () => {
    const ann = await visitor(app);
    state.away = true;
    const why = `"Tea" & <cake> for 'ten'`;
    const refused = await ann.post("why", { why });
    state.away = false;
    assert.equal(refused.statusCode, 503);
    const fields = Object.fromEntries(
      [...refused.body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(([, name = "", value = ""]) => [
        name,
        value.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&#39;", "'").replaceAll("&amp;", "&"),
      ]),
    );
    assert.deepEqual(fields, { key: ann.key, why });
    assert.match(refused.body, /<form method="post" action="\/services\/borrow-cups\/journey\/why"/);
    assert.equal((await ann.post("why", fields)).statusCode, 303);
    assert.match((await ann.get("cups")).body, /How many cups/);
    await ann.post("cups", { cups: "1" });
    assert.match((await ann.get("why")).body, /value="&quot;Tea&quot; &amp; &lt;cake&gt;/);
  });

  test("Send while the database is away is told to try again, and then makes one case", async () => {
    const ann = await visitor(app);
    await ann.answerAll();
    const before = (await casesOf(app)).length;
    state.away = true;
    const refused = await ann.post("send");
    state.away = false;
    assert.equal(refused.statusCode, 503);
    assert.match(refused.body, /Try again<\/button>|Try again\s*<\/button>/);
    await ann.post("send");
    await ann.post("send");
    const cases = await casesOf(app);
    assert.equal(cases.length, before + 1);
    assert.equal(referenceOn(await ann.get("done")), cases.at(-1)?.reference);
  });

  test("an error page never shows a password again", async () => {
    state.away = true;
    const response = await app.inject({
      method: "POST",
      url: "/services/borrow-cups/start",
      payload: "key=x&password=very-secret",
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
    state.away = false;
    assert.ok(!response.body.includes("very-secret"));
  });

  test("jobs that could not be done while the database was away are done when it is back, once", async () => {
    const ann = await visitor(app, "late@example.com");
    await ann.answerAll();
    await ann.post("send");
    const { reference = "" } = (await casesOf(app)).at(-1) ?? {};
    state.away = true;
    await app.settle();
    state.away = false;
    await app.settle();
    const { id } = (await app.context.cases.byReference(COUNCIL, reference)) ?? {};
    assert.deepEqual(
      (await messagesOf(app)).filter(({ cause }) => cause.startsWith(id ?? "none")).map((message) => message.state),
      ["sent"],
    );
  });

  test("with every connection taken, people wait for a while, then are told to try again; nobody gets anything else", async (t) => {
    const { connection } = await testDatabase();
    const small: Database = await openDatabase(connection, { connections: 2, background: true });
    const own = await faultsApp({ database: { ...small, connection } });
    t.after(() => own.stop());
    const ann = await visitor(own);
    await own.context.jobs.stop();
    const hold = (milliseconds: number) =>
      Promise.all([1, 2].map(() => small.transaction(() => pause(milliseconds)).catch(() => undefined)));

    const short = hold(300);
    assert.equal((await ann.get("cups")).statusCode, 200, "it waits for a connection");
    await short;

    const long = hold(5600);
    await pause(20);
    const pages = await Promise.all([ann.get("cups"), ann.post("why", { why: "x" }), ann.get("")]);
    assert.deepEqual(
      pages.map(({ statusCode, headers }) => [statusCode, headers["retry-after"]]),
      pages.map(() => [503, "5"]),
    );
    await long;
    assert.equal((await ann.post("why", { why: "x" })).statusCode, 303);
  });
});
