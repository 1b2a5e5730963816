import assert from "node:assert/strict";
import { after, beforeEach, describe, test } from "node:test";

import { keepHouse } from "../../src/housekeeping.ts";
import { statement } from "../../src/platform/statement.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { councilFiles } from "../support/council-files.ts";
import type { WebClient } from "../support/web-client.ts";
import { webClient } from "../support/web-client.ts";

const DAY = 86_400_000;
const BENCH = "/services/report-a-bench";
const FILES = councilFiles("north");
const DEFINITION = "north/services/report-a-bench.yaml";

const mailsOf = statement(
  "test-reminders",
  "select recipient, body from messages where council = $1 and case_id is null and subject like 'We will soon%' order by created_at",
);
const countDrafts = statement("test-drafts-left", "select count(*) as rows from drafts where council = $1");
const jobsOf = statement("test-reminder-jobs", "select payload from jobs where council = $1 and kind = 'mail'");

describe("answers that are soon deleted", () => {
  const apps: TestApp[] = [];
  let app: TestApp;
  beforeEach(async () => {
    app = await testApp({ councils: FILES });
    apps.push(app);
  });
  after(async () => {
    for (const one of apps) await one.stop();
  });

  /** Somebody who has said what is wrong, and their address unless they are nobody. */
  async function begun(email?: string): Promise<WebClient> {
    const client = webClient(app, "north.example");
    await client.get(BENCH);
    await client.press(client.body.includes("Start now") ? "Start now" : "Start again");
    await client.press("Continue", { what: "broken" });
    return email === undefined ? client : client.press("Continue", { email });
  }

  async function daysLater(days: number): Promise<void> {
    app.clock.pass(days * DAY + 60_000);
    await keepHouse(app.context);
    await app.settle();
  }

  const mails = () => app.database.query<{ recipient: string; body: string }>(mailsOf, ["north"]);
  const left = async () => (await app.database.query<{ rows: number }>(countDrafts, ["north"]))[0]?.rows;

  test("their person is told 3 days before, once, with a link that works up to the end", async () => {
    await begun("ann@example.test");
    await daysLater(24);
    assert.deepEqual(await mails(), []);
    await daysLater(1);
    const [mail, ...more] = await mails();
    assert.ok(mail);
    assert.deepEqual([mail.recipient, more.length], ["ann@example.test", 0]);
    assert.match(mail.body, /We keep your answers until Sunday 29 March 2026/);
    await daysLater(1);
    assert.deepEqual(await mails(), [mail]);
    app.clock.pass(1.5 * DAY);
    const client = await webClient(app, "north.example").get(/\/resume\/\S+/.exec(mail.body)?.[0] ?? "");
    await client.press("Continue");
    assert.equal(client.heading(), "Check your answers before you send them");
    await daysLater(27);
    assert.deepEqual([await mails(), await left()], [[mail], 0], "looking at answers changes none, and nobody is reminded again");
  });

  test("the address that a link was asked for is used, and forgotten afterwards", async () => {
    const client = await begun();
    await client.get(`${BENCH}/journey/save`);
    await client.press("Email me a link", { email: "bo@example.test" });
    await app.settle();
    await daysLater(25);
    assert.deepEqual(
      (await mails()).map(({ recipient }) => recipient),
      ["bo@example.test"],
    );
    const kept = statement("test-remind-email", "select remind_email from drafts where council = $1");
    assert.deepEqual(await app.database.query(kept, ["north"]), [{ remind_email: null }]);
  });

  test("nobody is told whose address is not known, who has sent, or who was told that it ends here", async () => {
    await begun();
    const sent = await begun("cy@example.test");
    await sent.press("Send");
    const gone = webClient(app, "north.example");
    await gone.get(BENCH);
    await gone.press("Start now");
    await gone.press("Continue", { what: "gone" });
    assert.equal(gone.heading(), "It has moved");
    await daysLater(25);
    assert.deepEqual(await mails(), []);
    await daysLater(3);
    assert.equal(await left(), 0, "and their answers go on time");
  });

  test("an address on a path that is no longer taken is not used", async () => {
    const client = await begun("di@example.test");
    await client.get(`${BENCH}/journey/what`);
    await client.press("Continue", { what: "gone" });
    await daysLater(25);
    assert.deepEqual(await mails(), []);
  });

  test("a reminder that is late keeps the answers for as long as it says", async () => {
    await begun("ed@example.test");
    await daysLater(40);
    const [mail] = await mails();
    assert.ok(mail);
    assert.equal(await left(), 1);
    await daysLater(2);
    assert.equal(await left(), 1);
    await daysLater(1);
    assert.equal(await left(), 0);
  });

  test("who comes back before the email has gone is not told", async () => {
    const client = await begun("fay@example.test");
    app.clock.pass(25 * DAY + 60_000);
    // The outbox would send it in a moment, and on a slow machine before they are back.
    await app.context.jobs.stop();
    await keepHouse(app.context);
    app.clock.pass(1000);
    await client.get(`${BENCH}/journey/what`);
    await client.press("Continue", { what: "dirty" });
    await app.settle();
    assert.deepEqual(await mails(), []);
  });

  test("two rounds at the same moment write one reminder; a second try of its email makes a new link that works", async () => {
    await begun("gus@example.test");
    app.clock.pass(25 * DAY + 60_000);
    await app.context.jobs.stop();
    await Promise.all([keepHouse(app.context), keepHouse(app.context)]);
    const jobs = await app.database.query<{ payload: { reminder?: string } }>(jobsOf, ["north"]);
    const [draft, ...others] = jobs.flatMap(({ payload }) => payload.reminder ?? []);
    assert.ok(draft);
    assert.equal(others.length, 0);
    const { resumeLinks } = app.context;
    const link = await resumeLinks.forReminder("north", draft);
    const until = new Date(app.clock.now().getTime() + 3 * DAY);
    const first = await resumeLinks.arm("north", link, until);
    const again = await resumeLinks.arm("north", await resumeLinks.forReminder("north", draft), until);
    assert.deepEqual([await resumeLinks.stands("north", first), await resumeLinks.stands("north", again)], [false, true]);
  });

  test("a definition says how long, and when, or never", async () => {
    const changed = (drafts: string) => ({ ...FILES, [DEFINITION]: `${FILES[DEFINITION] ?? ""}drafts: ${drafts}\n` });
    for (const [plan, days, told] of [
      ["{ kept: 10 days, remind: 2 days before }", 10, 1],
      ["{ kept: 5 days, remind: never }", 5, 0],
    ] as const) {
      app = await testApp({ councils: changed(plan) });
      apps.push(app);
      const client = await begun("hal@example.test");
      await client.get(`${BENCH}/journey/save`);
      assert.match(client.body, new RegExp(`We keep them for ${days} days`));
      assert.equal(client.body.includes("remind you by email"), told === 1);
      await daysLater(days - 2);
      assert.equal((await mails()).length, told);
      await daysLater(2);
      assert.equal(await left(), 0);
    }
  });
});
