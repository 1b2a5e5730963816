import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import type { Case } from "../../src/cases/case.ts";
import { merging, unmerging } from "../../src/cases/together/merge.ts";
import { mainOf } from "../../src/cases/together/tie.ts";
import { recount } from "../../src/measures/recount.ts";
import { messagesOfCase } from "../../src/messages/message-store.ts";
import type { Officer } from "../../src/people/officer.ts";
import { countStatements } from "../../src/platform/statement-count.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import type { WebClient } from "../support/web-client.ts";
import { plainText, webClient } from "../support/web-client.ts";
import { getWith, officer, sessionCookie, signedIn, submitted } from "./office.ts";
import { named, pothole } from "./seeds.ts";

const DAY = 86_400_000;
const BO = { ...named("Bo", "Li"), your_email: "bo@example.com" };

describe("duplicates", () => {
  let app: TestApp;
  let sam: Officer;
  before(async () => {
    app = await testApp();
    sam = await officer(app, "Sam Okoro", ["caseworker", "inspector"], ["highways"]);
  });
  after(() => app.stop());

  const caseOf = async (reference: string): Promise<Case> => {
    const item = await app.context.cases.byReference("eastmere", reference);
    assert.ok(item);
    return item;
  };
  const kindsOf = async (reference: string): Promise<readonly string[]> =>
    (await app.context.cases.events("eastmere", (await caseOf(reference)).id)).map(({ kind }) => kind);
  const asking = (item: Case, key = app.context.ids.uuid(app.clock.now())) =>
    ({ council: "eastmere", caseId: item.id, channel: "desk", officer: sam.id, roles: sam.roles, key }) as const;
  const merge = (item: Case, into: Case) => app.context.together.change(asking(item), [into.id], merging(into.id, ""));
  const desk = () => signedIn(app, sam);
  const toldTo = async (reference: string) => messagesOfCase(app.database, "eastmere", (await caseOf(reference)).id);
  const resident = async (reference: string, proof: string): Promise<WebClient> =>
    (await webClient(app).get("/cases")).press("Continue", { reference, proof });

  test("a case is closed as the same as one that is suggested; its person follows that one by their own reference", async () => {
    const main = await submitted(app, "report-a-pothole", pothole({ more: null }));
    app.clock.pass(3 * DAY);
    const same = await submitted(app, "report-a-pothole", pothole({ ...BO, where: { text: "outside 12, Mill Lane" } }));
    app.clock.pass(60_000);
    const client = await (await desk()).get(`/desk/cases/${same}/together/same-as`);
    const suggested = plainText(client.body);
    assert.match(suggested, new RegExp(`${main} Outside 12 Mill Lane. Received, sent .*the same place`));
    await client.press("Close this one as a duplicate", { same: main, why: "Same hole" });
    assert.equal(client.path, `/desk/cases/${same}#together`);
    assert.match(
      plainText(client.body),
      new RegExp(`Stage Duplicate .*The same as ${main}.*closed it as a duplicate of ${main} Same hole`),
    );
    app.clock.pass(60_000);
    const onMain = plainText((await client.get(`/desk/cases/${main}`)).body);
    assert.match(onMain, new RegExp(`Duplicates of this case ${same}`));

    await client.press("Confirm", { action: "inspect", reason: "" });
    await client.press("Confirm", { action: "order-repair" });
    await app.settle();
    app.clock.pass(60_000);
    await client.get(`/desk/cases/${main}`);
    await client.press("Confirm", { action: "complete", reason: "Ada Byron's hole is mended" });
    await app.settle();
    const told = await toldTo(same);
    assert.deepEqual(
      told.map(({ subject, recipient }) => [subject, recipient]),
      [
        [`We have received your request: ${same}`, "bo@example.com"],
        [`We are dealing with this together with another report: ${same}`, "bo@example.com"],
        [`Repair ordered: ${same}`, "bo@example.com"],
        [`Closed: ${same}`, "bo@example.com"],
      ],
    );
    assert.ok(told.every(({ body }) => !body.includes("Ada") && !body.includes(main)));
    assert.match((await toldTo(main)).at(-1)?.body ?? "", /Ada Byron's hole is mended/);

    const page = await resident(same, "bo@example.com");
    const text = plainText(page.body);
    assert.match(text, /Closed Somebody else told us about the same thing/);
    assert.match(text, /What has happened Closed .* Repair ordered .* Inspected .* We found that somebody else .* You sent it to us/);
    assert.ok(!page.body.includes("Ada") && !page.body.includes(main) && !page.body.includes("mended"), "nothing of the other person");
  });

  test("not the same after all: it opens again at its stage, with the clock that it had", async () => {
    const [main, same] = [await submitted(app, "report-a-pothole", pothole()), await submitted(app, "report-a-pothole", pothole(BO))];
    const before = await caseOf(same);
    assert.ok((await merge(before, await caseOf(main))).ok);
    app.clock.pass(DAY);
    const client = await (await desk()).get(`/desk/cases/${same}/together/not-the-same`);
    await client.press("Open it again", { why: "The other side of the road" });
    await app.settle();
    const { stage, dueAt, clock, closedAt, ties } = await caseOf(same);
    assert.deepEqual(
      { stage, dueAt, clock, closedAt, ties },
      { stage: before.stage, dueAt: before.dueAt, clock: before.clock, closedAt: null, ties: null },
    );
    assert.match(plainText(client.body), /not the same as .* after all The other side of the road/);
    assert.deepEqual(await kindsOf(same), ["submitted", "merged", "unmerged"]);
    assert.deepEqual(await kindsOf(main), ["submitted", "joined", "parted"]);
    assert.match((await toldTo(same)).at(-1)?.subject ?? "", /by itself again/);
    await client.press("Confirm", { action: "inspect" });
    assert.equal((await caseOf(same)).stage, "inspected");
  });

  test("what a follower writes is their own case's, and the main case waits for an answer", async () => {
    const [main, same] = [await submitted(app, "report-a-pothole", pothole()), await submitted(app, "report-a-pothole", pothole(BO))];
    assert.ok((await merge(await caseOf(same), await caseOf(main))).ok);
    const page = await resident(same, "bo@example.com");
    await page.press("Send", { text: "It is deeper now" });
    assert.match(plainText(page.body), /We have your message/);
    assert.deepEqual(await kindsOf(same), ["submitted", "merged", "replied"]);
    assert.deepEqual(await kindsOf(main), ["submitted", "joined", "follower-wrote"]);
    assert.ok((await caseOf(main)).waitingReply);
    const client = await (await desk()).get(`/desk/cases/${main}`);
    assert.match(plainText(client.body), new RegExp(`The person of the duplicate ${same} wrote`));
    assert.doesNotMatch(client.body, /deeper/);
  });

  test("what cannot be merged is said", async () => {
    const [main, same] = [await submitted(app, "report-a-pothole", pothole()), await submitted(app, "report-a-pothole", pothole(BO))];
    const closed = await submitted(app, "report-a-pothole", pothole());
    const client = await (await desk()).get(`/desk/cases/${closed}`);
    await client.press("Confirm", { action: "not-ours", reason: "Private" });
    const refusal = async (reference: string): Promise<string> => {
      await client.get(`/desk/cases/${same}/together/same-as`);
      await client.press("Close this one as a duplicate", { same: "another", reference });
      return client.errors()[0] ?? "";
    };
    assert.match(await refusal(closed), /is closed/);
    assert.match(await refusal(same), /the case that you are on/);
    assert.match(await refusal("K7M-4TX-9QC"), /no case with this reference/);
    assert.equal(await refusal(main), "");
    await client.get(`/desk/cases/${main}/together/same-as`);
    await client.press("Close this one as a duplicate", { same: "another", reference: same });
    assert.match(client.errors()[0] ?? "", new RegExp(`${same} is a duplicate of this case already`));
    const taken = await app.context.cases.apply(asking(await caseOf(same)), { kind: "act", action: "inspect", reason: "", seen: 2 });
    assert.ok(!taken.ok && /is a duplicate/.test(taken.refusal.message));
  });

  test("into a duplicate goes to its main case, and duplicates come with theirs: none is ever under another", async () => {
    const cases = await Promise.all([0, 1, 2, 3].map(async () => caseOf(await submitted(app, "report-a-pothole", pothole()))));
    const [a, b, c, d] = cases;
    assert.ok(a && b && c && d);
    assert.ok((await merge(a, b)).ok);
    assert.ok((await merge(c, a)).ok, "c goes to b");
    assert.ok((await merge(b, d)).ok, "b and its two go to d");
    const mains = await Promise.all([a, b, c, d].map(async ({ reference }) => mainOf(await caseOf(reference))?.reference));
    assert.deepEqual(mains, [d.reference, d.reference, d.reference, undefined]);
    assert.deepEqual(await kindsOf(d.reference), ["submitted", "joined"]);
    assert.ok((await app.context.together.change(asking(b), [d.id], unmerging(""))).ok);
    assert.equal((await caseOf(d.reference)).ties?.length, 2);
  });

  test("A into B and B into A at once: exactly one wins, every time, and there is no circle", async () => {
    for (let round = 0; round < 8; round++) {
      const [a, b, c] = await Promise.all([0, 1, 2].map(async () => caseOf(await submitted(app, "report-a-pothole", pothole()))));
      assert.ok(a && b && c);
      const results = await Promise.all(round % 2 === 0 ? [merge(a, b), merge(b, a)] : [merge(a, b), merge(b, c), merge(c, a)]);
      const after = await Promise.all([a, b, c].map(({ reference }) => caseOf(reference)));
      const open = after.filter(({ closedAt }) => closedAt === null);
      assert.equal(results.filter(({ ok }) => ok).length, round % 2 === 0 ? 1 : 2);
      assert.equal(open.length, round % 2 === 0 ? 2 : 1);
      for (const item of after) {
        const main = mainOf(item);
        assert.equal(main === undefined, item.closedAt === null);
        if (main !== undefined) assert.ok(open.some(({ id }) => id === main.case));
      }
    }
  });

  test("a duplicate counts as sent once and never as closed, and a recount says the same", async () => {
    const closed = async () => {
      await app.settle();
      assert.equal(await recount(app.database, "eastmere", "2000-01-01"), 0, "what was counted as it happened is right");
      const rows = await app.context.measures.monthly("eastmere", "2000-01-01", "2100-01-01");
      const of = (name: string) => rows.filter(({ measure }) => measure === name).reduce((sum, { count }) => sum + count, 0);
      return { submitted: of("submitted"), closed: of("closed") };
    };
    const before = await closed();
    const [main, same] = [await submitted(app, "report-a-pothole", pothole()), await submitted(app, "report-a-pothole", pothole(BO))];
    assert.ok((await merge(await caseOf(same), await caseOf(main))).ok);
    await (await (await desk()).get(`/desk/cases/${main}`)).press("Confirm", { action: "not-ours", reason: "Private" });
    assert.deepEqual(await closed(), { submitted: before.submitted + 2, closed: before.closed + 1 });
  });

  test("the page that suggests costs four statements, however many cases there are", async () => {
    const reference = await submitted(app, "report-a-pothole", pothole());
    const cookie = await sessionCookie(app, sam);
    const { count } = await countStatements(async () => await getWith(app, cookie, `/desk/cases/${reference}/together/same-as`));
    assert.ok(count <= 4, `${count} statements`);
  });
});
