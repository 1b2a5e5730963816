import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";

import { statement } from "../../src/platform/statement.ts";
import type { TestApp } from "../support/app.ts";
import { COUNCIL, SERVICE } from "./council.ts";
import { casesOf, faultsApp, messagesOf, referenceOn, visitor } from "./visitor.ts";

// A suite of its own: hooks outside one would run with every other test of the process.
describe("faults: once", () => {
  const HOME = `/services/${SERVICE}/journey`;
  const empty = statement(
    "faults-empty",
    `with a as (delete from cases where council = $1), b as (delete from events where council = $1), c as (delete from jobs where council = $1),
  d as (delete from messages where council = $1) delete from drafts where council = $1`,
  );

  let app: TestApp;
  before(async () => {
    app = await faultsApp();
  });
  after(() => app.stop());
  beforeEach(() => app.database.execute(empty, [COUNCIL]));

  test("twenty presses of Send at once make one case, with one reference and one message", async () => {
    const ann = await visitor(app);
    await ann.answerAll();
    const answers = await Promise.all(Array.from({ length: 20 }, () => ann.post("send")));
    assert.deepEqual(
      answers.map(({ statusCode, headers }) => [statusCode, headers.location]),
      answers.map(() => [303, `${HOME}/done`]),
    );
    await app.settle();
    const cases = await casesOf(app);
    assert.equal(cases.length, 1);
    assert.equal(referenceOn(await ann.get("done")), cases[0]?.reference);
    assert.equal((await messagesOf(app)).length, 1);
  });

  test("twenty presses of Start under one key begin one journey", async () => {
    const page = (await app.inject({ url: `/services/${SERVICE}` })).body;
    const key = /name="key" value="([^"]+)"/.exec(page)?.[1] ?? "";
    const payload = new URLSearchParams({ key }).toString();
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const started = await Promise.all(
      Array.from({ length: 20 }, () => app.inject({ method: "POST", url: `/services/${SERVICE}/start`, payload, headers })),
    );
    assert.equal(new Set(started.map(({ cookies }) => cookies[0]?.value.split(".", 1)[0])).size, 1);
    assert.deepEqual(new Set(started.map(({ statusCode }) => statusCode)), new Set([303]));
    const count = statement("faults-count-drafts", "select count(*) from drafts where council = $1");
    assert.deepEqual(await app.database.query(count, [COUNCIL]), [{ count: 1 }]);
  });

  test("two tabs that answer different screens of one journey at once keep both answers", async () => {
    const ann = await visitor(app);
    await ann.answerAll();
    for (let round = 1; round <= 10; round++) {
      const both = await Promise.all([ann.post("cups", { cups: String(round) }), ann.post("why", { why: `Reason ${round}` })]);
      assert.deepEqual(
        both.map(({ statusCode }) => statusCode),
        [303, 303],
      );
    }
    await ann.post("send");
    const [item] = await casesOf(app);
    assert.equal(item?.answers["why"], "Reason 10");
    assert.equal(String(item?.answers["cups"]), "10");
  });

  test("the back button after sending comes to the reference: the old pages change nothing and send nothing twice", async () => {
    const ann = await visitor(app);
    await ann.answerAll();
    await ann.post("send");
    const reference = referenceOn(await ann.get("done"));
    assert.ok(reference);
    for (const response of [
      await ann.get("cups"),
      await ann.get("check"),
      await ann.get(""),
      await ann.post("cups", { cups: "99" }),
      await ann.post("cups", { cups: "not a number" }),
      await ann.post("send"),
    ])
      assert.deepEqual([response.statusCode, response.headers.location], [303, `${HOME}/done`]);
    assert.equal(referenceOn(await ann.get("done")), reference);
    const cases = await casesOf(app);
    assert.deepEqual(
      cases.map(({ reference: own, answers }) => [own, String(answers["cups"])]),
      [[reference, "4"]],
    );
  });

  test("one tab sends while another still answers: the answer is in the case, or its tab is shown the reference", async () => {
    const ann = await visitor(app);
    await ann.answerAll();
    const [answered, sent] = await Promise.all([ann.post("cups", { cups: "77" }), ann.post("send")]);
    assert.equal(sent.headers.location, `${HOME}/done`);
    const [item, ...more] = await casesOf(app);
    assert.equal(more.length, 0);
    // What was told to be kept must be in the case; what came too late must say so.
    if (answered.headers.location !== `${HOME}/done`) assert.equal(String(item?.answers["cups"]), "77");
  });

  test("a form's key of another journey is refused, and says how to go on; the right one still works", async () => {
    const [ann, bob] = [await visitor(app, "ann@example.com"), await visitor(app, "bob@example.com")];
    const refused = await ann.post("cups", { key: bob.key, cups: "5" });
    assert.equal(refused.statusCode, 403);
    assert.match(refused.body, /reload the page and send it again/);
    assert.equal((await ann.post("cups", { cups: "5" })).statusCode, 303);
  });

  test("a page that stood open for a month still sends", async () => {
    const ann = await visitor(app);
    await ann.answerAll();
    app.clock.pass(27 * 86_400_000);
    assert.equal((await ann.post("send")).headers.location, `${HOME}/done`);
  });
});
