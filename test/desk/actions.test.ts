import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import type { Answers } from "../../src/answers/answer-type.ts";
import { reopeningOf } from "../../src/cases/actions/reopen.ts";
import { calendarOfNation } from "../../src/cases/clock/work-calendar.ts";
import type { Officer } from "../../src/people/officer.ts";
import { countStatements } from "../../src/platform/statement-count.ts";
import { statement } from "../../src/platform/statement.ts";
import { actingFiles } from "../support/acting.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import type { WebClient } from "../support/web-client.ts";
import { plainText, webClient } from "../support/web-client.ts";
import { keyIn, officer, postWith, sessionCookie, signedIn, submitted } from "./office.ts";

const mailsOf = statement("test-action-mails", "select subject, body from messages where council = $1 order by created_at, id");
const figuresOf = statement(
  "test-action-figures",
  "select measure, sum(count)::int as count, sum(total)::int as total from measures where council = $1 group by measure",
);
const PDF = Buffer.from("%PDF-1.4\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n");
const ADA: Answers = { full_name: { first: "Ada", last: "Osei" }, email: "ada@example.test", leaning: false };
const DAY = 86_400_000;
const MEASURED = { height: "25", "seen_on.day": "1", "seen_on.month": "3", "seen_on.year": "2026" };

describe("what an action asks and does", () => {
  let app: TestApp;
  let pat: Officer;
  before(async () => {
    app = await testApp({ councils: actingFiles("north") });
    pat = await officer(app, "Pat Shaw", ["worker"], ["tools"], "north");
  });
  after(() => app.stop());

  const caseOf = async (reference: string) => {
    const item = await app.context.cases.byReference("north", reference);
    assert.ok(item);
    return item;
  };
  const events = async (reference: string) => app.context.cases.events("north", (await caseOf(reference)).id);
  const kinds = async (reference: string) => (await events(reference)).map(({ kind }) => kind);
  const put = (answers: Answers = ADA) => submitted(app, "inspect-a-tree", answers, { council: "north" });
  const desk = async (path: string): Promise<WebClient> => (await signedIn(app, pat, "north.example")).get(path);
  const mine = async (reference: string): Promise<WebClient> => {
    const client = await webClient(app, "north.example").get("/cases");
    return client.press("Continue", { reference, proof: "ada@example.test" });
  };
  const mails = async () => {
    await app.settle();
    return app.database.query<{ subject: string; body: string }>(mailsOf, ["north"]);
  };
  const figures = async () => {
    await app.settle();
    const rows = await app.database.query<{ measure: string; count: number; total: number }>(figuresOf, ["north"]);
    return Object.fromEntries(rows.map(({ measure, count, total }) => [measure, [count, total]]));
  };
  /** A case that was measured, and the officer's page of it. */
  const measured = async (answers = ADA) => {
    const reference = await put(answers);
    const page = await desk(`/desk/cases/${reference}/actions/measure`);
    await page.press("Measure it", MEASURED);
    return { reference, page };
  };

  test("what an action asks is asked on its own page, with all that is wrong said at once and nothing typed lost", async () => {
    const reference = await put();
    const page = await desk(`/desk/cases/${reference}`);
    await page.press("Confirm", { action: "measure", reason: "It moved" });
    assert.equal(page.heading(), "Measure it");
    assert.deepEqual(await kinds(reference), ["submitted"]);
    await page.press("Measure it", { height: "70", picture: PDF });
    assert.equal(page.status, 422);
    assert.deepEqual(page.errors(), ["The height must be 60 metres or less", "Enter when it was looked at"]);
    assert.match(page.body, /value="70"/);
    assert.match(page.body, /It moved<\/textarea>/);
    await page.press("Measure it", { ...MEASURED });
    assert.equal(page.path, `/desk/cases/${reference}?done=action`);
    const item = await caseOf(reference);
    assert.deepEqual([item.stage, item.recorded?.["height"], item.recorded?.["seen_on"]], ["measured", 25, "2026-03-01"]);
    assert.match(plainText(page.body), /Recorded by officers The height 25 metres When it was looked at 1 March 2026 Photos/);
    const [, acted] = await events(reference);
    assert.deepEqual(acted?.personal?.["recorded"], item.recorded);
    const file = /href="(\/desk\/cases\/[^"]+\/files\/[^"]+)"/.exec(page.body)?.[1] ?? "";
    assert.equal((await page.get(file)).status, 200);
    const mail = (await mails()).find(({ subject }) => subject === "We have measured it");
    assert.match(mail?.body ?? "", /The tree is 25 metres high\./);
  });

  test("the person sees what is public, and nothing else of it", async () => {
    const { reference } = await measured();
    const english = plainText((await mine(reference)).body);
    assert.match(english, /What we recorded How high is it\? 25 metres/);
    assert.doesNotMatch(english, /When did you look at it/);
  });

  test("what may be recorded decides which actions are offered, and the page says when; the boundary refuses the rest", async () => {
    const reference = await put();
    const page = await desk(`/desk/cases/${reference}`);
    assert.match(plainText(page.body), /Not offered on this case as it stands: Fell it at once: only where the priority is "?high"?/);
    await page.get(`/desk/cases/${reference}/actions/fell`);
    await page.press("Fell it at once", { confirm: "yes" });
    assert.deepEqual([page.status, page.errors()], [409, ["This action is not offered on the case as it stands"]]);
    await page.get(`/desk/cases/${reference}/actions/measure`);
    await page.press("Measure it", { ...MEASURED, height: "12" });
    assert.match(plainText(page.body), /Remove it: only where the height is more than 20/);
    assert.deepEqual(await kinds(reference), ["submitted", "acted"]);
  });

  test("what cannot be undone is ticked first, and a reason and the tick are asked for at once", async () => {
    const { reference, page } = await measured();
    await page.press("Confirm", { action: "remove" });
    assert.match(plainText(page.body), /You cannot undo this\. I have read the report\./);
    await page.press("Remove it");
    assert.deepEqual(page.errors(), ["Enter a reason", "Tick the box to confirm"]);
    await page.press("Remove it", { reason: "It is rotten", confirm: "yes" });
    assert.equal((await caseOf(reference)).stage, "felled");
  });

  test("the form sent twice does it once; an officer who is too late is told what changed and keeps what they typed", async () => {
    const reference = await put();
    const path = `/desk/cases/${reference}/actions/measure`;
    const first = await desk(path);
    const second = await desk(path);
    const cookie = await sessionCookie(app, pat);
    const sent = { key: keyIn(first.body, path), seen: "1", from: "received", reason: "", ...MEASURED };
    // The key belongs to the session of the page, so the same page is posted twice by its own browser.
    assert.equal((await postWith(app, cookie, path, sent, "north.example")).statusCode, 403);
    await first.press("Measure it", MEASURED);
    await second.press("Measure it", { ...MEASURED, height: "31", reason: "I was there too" });
    assert.equal(second.status, 409);
    assert.match(plainText(second.body), /This case has changed since you opened it|does not belong to the case's stage/);
    assert.match(plainText(second.body), /Since you opened the page: Pat Shaw: Measure it/);
    assert.match(second.body, /value="31"/);
    assert.match(second.body, /I was there too<\/textarea>/);
    assert.deepEqual(await kinds(reference), ["submitted", "acted"]);
  });

  test("many cases at once are asked once, and confirmed; each is recorded and the rest are left alone with why", async () => {
    const urgent = await put({ ...ADA, leaning: true });
    const other = await put();
    const page = await desk("/desk?sort=newest");
    await page.press("Choose what to do", { case: [urgent, other], which: "chosen" });
    await page.press("See what will happen", { do: "act", action: "inspect-a-tree/received/fell" });
    assert.match(page.heading(), /^Fell it at once: 2 cases$/);
    await page.press("See what will happen");
    assert.deepEqual(page.errors(), ["Tick the box to confirm"]);
    await page.press("See what will happen", { confirm: "yes" });
    assert.match(plainText(page.body), /Left alone This action is not offered on the case as it stands/);
    await page.press("Do it for 1 case");
    assert.deepEqual([(await caseOf(urgent)).stage, (await caseOf(other)).stage], ["felled", "received"]);
    const third = await put();
    await page.get("/desk?sort=newest");
    await page.press("Choose what to do", { case: [other, third], which: "chosen" });
    await page.press("See what will happen", { do: "act", action: "inspect-a-tree/received/measure" });
    await page.press("See what will happen", { height: "9" });
    assert.deepEqual(page.errors(), ["Enter when it was looked at"]);
    await page.press("See what will happen", { ...MEASURED, height: "9" });
    await page.press("Do it for 2 cases");
    for (const reference of [other, third]) assert.equal((await caseOf(reference)).recorded?.["height"], 9);
  });

  test("what happens by itself follows its cause: an answer, then what an officer makes of it", async () => {
    const reference = await put();
    const { id } = await caseOf(reference);
    const asking = (key: number) =>
      ({
        council: "north",
        caseId: id,
        channel: "desk",
        officer: pat.id,
        roles: ["worker"],
        key: app.context.ids.uuid(new Date(key)),
      }) as const;
    await app.context.cases.apply(asking(1), { kind: "request", name: "plan" });
    await app.context.cases.apply(asking(2), { kind: "answer", request: 1, asked: 2, answers: { drawn: "Ann" }, files: [], shared: false });
    assert.deepEqual(await kinds(reference), ["submitted", "requested", "answered", "acted"]);
    assert.ok((await caseOf(reference)).waitingReply);
    const verdict = { kind: "review", request: 1, item: "drawn", verdict: "accepted", reason: "", until: null, answered: 3 } as const;
    await app.context.cases.apply(asking(3), verdict);
    const all = await events(reference);
    assert.deepEqual(
      all.slice(3).map(({ kind, channel, data }) => [kind, channel, (data as { automatic?: string }).automatic]),
      [
        ["acted", "clock", "answered"],
        ["reviewed", "desk", undefined],
        ["acted", "clock", "accepted"],
      ],
    );
    assert.equal((await caseOf(reference)).stage, "measured");
    assert.match(plainText((await desk(`/desk/cases/${reference}`)).body), /What was sent is accepted: The plan is good/);
  });

  test("a closed case is opened again by its person, once, with a reason, and the figures no longer count it as closed", async () => {
    const { reference, page } = await measured();
    const before = await figures();
    await page.press("Confirm", { action: "leave" });
    assert.equal((await figures())["closed"]?.[0], (before["closed"]?.[0] ?? 0) + 1);
    app.clock.pass(2 * DAY);
    const client = await mine(reference);
    assert.match(plainText(client.body), /You can reopen this case until the end of/);
    await client.press("Reopen this case");
    assert.deepEqual(client.errors(), ["Enter why we should look at it again"]);
    const again = await mine(reference);
    await client.press("Reopen this case", { reason: "It fell over" });
    assert.match(plainText(client.body), /The case is open again, and we have your reason\./);
    await again.press("Reopen this case", { reason: "It fell over" });
    assert.equal((await kinds(reference)).filter((kind) => kind === "reopened").length, 1);
    const item = await caseOf(reference);
    assert.deepEqual([item.stage, item.closedAt, item.waitingReply, item.recorded?.["height"]], ["received", null, true, 25]);
    assert.equal(item.clock.promised, item.dueAt.toISOString());
    assert.deepEqual((await figures())["closed"] ?? [0, 0], before["closed"] ?? [0, 0]);
    assert.equal(await app.context.measures.rebuild("north", "2000-01-01"), 0);
    assert.ok(
      (await mails()).some(({ subject, body }) => subject === `We have reopened your case: ${reference}` && body.includes("It fell over")),
    );
    assert.match(plainText((await desk(`/desk/cases/${reference}`)).body), /Reopened .*It was closed .* and had been due/);
  });

  test("an officer opens it again; after the window both are told what to do instead, and the boundary refuses", async () => {
    const { reference, page } = await measured();
    await page.press("Confirm", { action: "leave" });
    const late = await desk(`/desk/cases/${reference}`);
    await page.press("Reopen the case");
    assert.deepEqual(page.errors(), ["Enter why the case is reopened"]);
    await page.press("Reopen the case", { reason: "We missed the roots" });
    assert.match(plainText(page.body), /The case is open again\./);
    await late.press("Reopen the case", { reason: "Me too" });
    assert.match(plainText(late.body), /The case is open already/);
    await page.press("Confirm", { action: "plan-good" });
    await page.press("Confirm", { action: "leave" });
    const service = await app.context.councils.version("north", "inspect-a-tree", 1);
    const window = service && reopeningOf(service, await caseOf(reference), calendarOfNation("england"));
    assert.ok(window);
    app.clock.pass(window.until.getTime() - app.clock.now().getTime() - 60_000);
    const open = await desk(`/desk/cases/${reference}`);
    app.clock.pass(60_000);
    await open.press("Reopen the case", { reason: "Too late" });
    assert.match(plainText(open.body), /It was closed more than 7 days ago\. Start a new one/);
    assert.match(plainText((await desk(`/desk/cases/${reference}`)).body), /This case could be reopened until/);
    assert.match((await mine(reference)).body, /href="\/services\/inspect-a-tree"/);
  });

  test("the page of an action reads as much as the page of its case", async () => {
    const reference = await put();
    const page = await desk(`/desk/cases/${reference}`);
    assert.ok((await countStatements(() => page.get(`/desk/cases/${reference}/actions/measure`))).count <= 12);
  });
});
