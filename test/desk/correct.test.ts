import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import type { Case } from "../../src/cases/case.ts";
import { firstBroken } from "../../src/cases/event.ts";
import type { Officer } from "../../src/people/officer.ts";
import { countStatements } from "../../src/platform/statement-count.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { plainText } from "../support/web-client.ts";
import { getWith, keyIn, officer, postWith, sessionCookie, signedIn, submitted } from "./office.ts";
import { pothole } from "./seeds.ts";

const CHANGE = "Change the answer";

describe("an officer changes an answer of a case", () => {
  let app: TestApp;
  let sam: Officer;
  let priya: Officer;
  before(async () => {
    app = await testApp();
    [sam, priya] = await Promise.all([
      officer(app, "Sam Okoro", ["caseworker", "inspector"], ["highways"]),
      officer(app, "Priya Shah", ["caseworker"], ["highways"]),
    ]);
  });
  after(() => app.stop());

  const caseOf = async (reference: string): Promise<Case> => {
    const item = await app.context.cases.byReference("eastmere", reference);
    assert.ok(item);
    return item;
  };
  const form = async (reference: string, question: string, who = sam) =>
    (await signedIn(app, who)).get(`/desk/cases/${reference}/answers/${question}`);

  test("the old and the new are shown with who, when and why, and priority and deadline follow", async () => {
    const reference = await submitted(app, "report-a-pothole", pothole());
    const client = await (await signedIn(app, sam)).get(`/desk/cases/${reference}`);
    assert.match(client.body, new RegExp(`/desk/cases/${reference}/answers/danger`));
    assert.doesNotMatch(client.body, /answers\/photos"/);
    await client.get(`/desk/cases/${reference}/answers/width`);
    assert.match(plainText(client.body), /how wide it is Smaller than a dinner plate/i);
    await client.press(CHANGE, { width: "large" });
    assert.deepEqual([client.status, client.errors()], [422, ["Enter why you change it"]]);
    assert.match(client.body, /value="large" checked/);
    await client.press(CHANGE, { reason: "Ada called: it has grown" });
    const text = plainText(client.body);
    assert.match(text, /The answer is changed/);
    assert.match(text, /Larger than a dinner plate Was: Smaller than a dinner plate Changed by Sam Okoro, 2 Mar 2026, 9:00am/);
    assert.match(
      text,
      /Sam Okoro changed an answer: How wide it is\. Priority high\. Due 9 Mar 2026 in place of 30 Mar 2026 Ada called: it has grown/,
    );
    const item = await caseOf(reference);
    assert.deepEqual([item.priority, item.answers["width"]], ["high", "large"]);
    const events = await app.context.cases.events("eastmere", item.id);
    assert.equal(firstBroken("eastmere", events), undefined);
    assert.doesNotMatch(JSON.stringify(events.at(-1)?.data), /large|grown/);
  });

  test("where the new answer asks for more, the form asks it; an answer that is no longer asked stays in sight", async () => {
    const reference = await submitted(app, "report-a-pothole", pothole());
    const client = await form(reference, "width");
    await client.press(CHANGE, { width: "huge", reason: "A photo shows it" });
    assert.match(plainText(client.body), /With this answer the form asks more.*Is there anything else we should know/);
    assert.match(client.body, /A photo shows it/);
    await client.press(CHANGE, { more: "Near the school" });
    assert.equal((await caseOf(reference)).answers["more"], "Near the school");
    await client.get(`/desk/cases/${reference}/answers/width`);
    await client.press(CHANGE, { width: "small", reason: "The wrong photo" });
    assert.equal((await caseOf(reference)).answers["more"], undefined);
    assert.match(plainText(client.body), /No longer asked Is there anything else we should know\? Was: Near the school/);
  });

  test("a name and an address that are changed are found by, and nobody is told at the old one", async () => {
    const reference = await submitted(app, "report-a-pothole", pothole());
    const client = await form(reference, "your_email");
    await client.press(CHANGE, { your_email: "Countess@Example.com", reason: "A slip of the pen" });
    assert.equal(client.status, 200);
    const item = await caseOf(reference);
    assert.equal(item.person.email?.toLowerCase(), "countess@example.com");
    const found = await app.database.query<{ reference: string }>(
      { name: "test-found", text: "select reference from cases where council = 'eastmere' and person_email = 'countess@example.com'" },
      [],
    );
    assert.deepEqual(found, [{ reference }]);
  });

  test("an answer that would have led to no case, that is the same, or that is no answer is refused", async () => {
    const reference = await submitted(app, "report-a-pothole", pothole());
    const client = await form(reference, "road_kind");
    await client.press(CHANGE, { road_kind: "motorway", reason: "It is the M5" });
    assert.deepEqual(client.errors(), ["With this answer there would be no case. Take an action on the case instead"]);
    await client.press(CHANGE, { road_kind: "street" });
    assert.deepEqual(client.errors(), ["This is the answer already"]);
    for (const question of ["photos", "more", "nothing"]) assert.equal((await form(reference, question)).status, 404, question);
    const reader = await officer(app, "Rea Der", ["inspector"], ["waste"]);
    assert.equal((await form(reference, "width", reader)).status, 404);
  });

  test("two officers at once: one changes it, the other is told what was done and keeps what was typed", async () => {
    const reference = await submitted(app, "report-a-pothole", pothole());
    const pages = await Promise.all([form(reference, "width", sam), form(reference, "width", priya)]);
    await Promise.all(pages.map((client, index) => client.press(CHANGE, { width: "large", reason: `Why ${index}` })));
    const [won, lost] = pages.toSorted((a, b) => a.status - b.status);
    assert.deepEqual([won?.status, lost?.status], [200, 409]);
    assert.deepEqual(lost?.errors(), ["This case has changed since you opened it"]);
    assert.match(plainText(lost?.body ?? ""), /Since you opened the page: (Sam Okoro|Priya Shah) changed an answer: How wide it is/);
    assert.match(lost?.body ?? "", /Why [01]<\/textarea>/);
    const item = await caseOf(reference);
    assert.equal((await app.context.cases.events("eastmere", item.id)).length, 2);
  });

  test("pressed twice it is changed once; a form of another session keeps what was typed; a closed case keeps its answers", async () => {
    const reference = await submitted(app, "report-a-pothole", pothole());
    const at = `/desk/cases/${reference}/answers/width`;
    const cookie = await sessionCookie(app, sam);
    const page = await getWith(app, cookie, at);
    const filled = { width: "large", reason: "Seen", seen: "1", key: keyIn(page.body, at) };
    const answers = await Promise.all([1, 2, 3].map(() => postWith(app, cookie, at, filled)));
    for (const answer of answers) assert.equal(answer.headers.location, `/desk/cases/${reference}?done=correct`);
    assert.equal((await caseOf(reference)).eventCount, 2);
    const other = await postWith(app, await sessionCookie(app, priya), at, { ...filled, reason: "Typed with care" });
    assert.equal(other.statusCode, 403);
    assert.match(other.body, /Typed with care/);
    const early = await form(reference, "width");
    const client = await (await signedIn(app, sam)).get(`/desk/cases/${reference}`);
    await client.press("Confirm", { action: "not-ours", reason: "A private road" });
    await early.press(CHANGE, { width: "small", reason: "Too late" });
    assert.equal(early.status, 409);
    assert.deepEqual(early.errors(), ["The case is closed. Its answers stay as they are"]);
    assert.match(early.body, /Too late/);
    assert.equal((await caseOf(reference)).answers["width"], "large");
  });

  test("an answer that no rule reads moves nothing, and a change costs few statements", async () => {
    const reference = await submitted(app, "report-a-pothole", pothole());
    const at = `/desk/cases/${reference}/answers/where`;
    const cookie = await sessionCookie(app, sam);
    const filled = { where: "Mill Lane", reason: "Nearer", seen: "1", key: keyIn((await getWith(app, cookie, at)).body, at) };
    const due = (await caseOf(reference)).dueAt;
    const { count } = await countStatements(async () => await postWith(app, cookie, at, filled));
    // Those of its page, then the case held, its answers and its event.
    assert.equal(count, 11);
    assert.deepEqual((await caseOf(reference)).dueAt, due);
  });
});
