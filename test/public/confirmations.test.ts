import assert from "node:assert/strict";
import { after, beforeEach, describe, test } from "node:test";

import type { Answers } from "../../src/answers/answer-type.ts";
import type { LinkPurpose } from "../../src/cases/case-links.ts";
import { statement } from "../../src/platform/statement.ts";
import { countStatements } from "../../src/platform/statement-count.ts";
import { createApiKey } from "../../src/people/api-keys.ts";
import { keepHouse } from "../../src/housekeeping.ts";
import { getWith, officer, sessionCookie, signedIn, submitted } from "../desk/office.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { shedFiles } from "../support/shared-shed.ts";
import type { WebClient } from "../support/web-client.ts";
import { plainText, webClient } from "../support/web-client.ts";

const DAY = 86_400_000;
const FILES = { ...shedFiles("north"), ...shedFiles("south") };
const mailsOf = statement("test-confirm-mails", "select recipient, subject, body from messages where council = $1 order by created_at, id");
const jobsOf = statement("test-confirm-jobs", "select payload from jobs where council = $1 and kind = 'mail'");
const linksOf = statement("test-confirm-links", "select count(*)::integer as rows from case_links where council = $1");

const BO = { name: { first: "Bo", last: "Lind" }, email: "bo@example.test" };
const CY = { name: { first: "Cy", last: "Rees" }, email: "cy@example.test" };
const ADA: Answers = {
  alone: false,
  sharers: [BO, CY],
  size: 12,
  secret: "a trombone",
  full_name: { first: "Ada", last: "Osei" },
  email: "ada@example.test",
};

interface Mail {
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
}

describe("others who must confirm", () => {
  const apps: TestApp[] = [];
  let app: TestApp;
  beforeEach(async () => {
    app = await testApp({ councils: FILES });
    apps.push(app);
  });
  after(async () => {
    for (const one of apps) await one.stop();
  });

  const sent = async (answers = ADA): Promise<string> => {
    const reference = await submitted(app, "share-a-shed", answers, { council: "north" });
    await app.settle();
    return reference;
  };
  const mails = async (to: string): Promise<readonly Mail[]> => {
    await app.settle();
    return (await app.database.query<Mail>(mailsOf, ["north"])).filter(({ recipient }) => recipient === to);
  };
  const newest = async (to: string): Promise<string> => /\/confirm\/[\w-]{43}/.exec((await mails(to)).at(-1)?.body ?? "")?.[0] ?? "";
  const at = async (path: string, host = "north.example"): Promise<WebClient> => webClient(app, host).get(path);
  const caseOf = async (reference: string) => {
    const item = await app.context.cases.byReference("north", reference);
    assert.ok(item);
    return { ...item, states: item.confirmations?.map(({ state }) => state) };
  };
  const kinds = async (reference: string) =>
    (await app.context.cases.events("north", (await caseOf(reference)).id)).map(({ kind }) => kind);
  const desk = async (reference: string): Promise<WebClient> => {
    const who = await officer(app, "Pat Shaw", ["worker"], ["tools"], "north");
    return (await signedIn(app, who, "north.example")).get(`/desk/cases/${reference}`);
  };

  test("a journey that is sent waits: each is emailed a link of their own, which the case's own statement wrote", async () => {
    const client = webClient(app, "north.example");
    await client.get("/services/share-a-shed");
    await client.press("Start now");
    await client.press("Continue", { alone: "no" });
    await client.press("Add another sharer");
    await client.press("Continue", {
      "sharers.0.name.first": "Bo",
      "sharers.0.name.last": "Lind",
      "sharers.0.email": BO.email,
      "sharers.1.name.first": "Cy",
      "sharers.1.name.last": "Rees",
      "sharers.1.email": CY.email,
    });
    await client.press("Continue", { size: "12" });
    await client.press("Continue", { secret: "a trombone" });
    await client.press("Continue", { "full_name.first": "Ada", "full_name.last": "Osei" });
    await client.press("Continue", { email: "ada@example.test" });
    const jobs = async () =>
      (await app.database.query<{ payload: { person: number; again?: true } }>(jobsOf, ["north"])).map((row) => row.payload);
    await client.press("Send");
    assert.match(plainText(client.body), /We wait for the others/);
    const reference = /<strong>([\w-]{11})<\/strong>/.exec(client.body)?.[1] ?? "";
    assert.deepEqual((await caseOf(reference)).states, ["waiting", "waiting"]);
    const [[bo], [cy]] = [await mails(BO.email), await mails(CY.email)];
    assert.equal(bo?.subject, "Please confirm: Share a shed");
    assert.match(bo?.body ?? "", /^Dear Bo Lind,\n\nAda Osei has sent us this and named you: Share a shed\./);
    assert.notEqual(await newest(BO.email), await newest(CY.email));
    assert.ok(cy);
    // What is left to do is to remind them.
    assert.deepEqual((await jobs()).map(({ person, again }) => [person, again]).toSorted(), [
      [1, true],
      [2, true],
    ]);
  });

  test("they see what the definition lets them see and nothing else, and looking changes nothing", async () => {
    const reference = await sent();
    const link = await newest(BO.email);
    for (const _ of [1, 2, 3]) await at(link);
    const client = await at(link);
    const text = plainText(client.body);
    for (const words of ["Share a shed", "Ada Osei has sent this to north Council", "12 metres", "I will keep the shed locked."])
      assert.ok(text.includes(words), words);
    for (const words of ["trombone", CY.email, "Cy Rees", "ada@example.test", reference]) assert.ok(!client.body.includes(words), words);
    assert.deepEqual(await kinds(reference), ["submitted"]);
    assert.equal((await countStatements(() => at(link))).count, 2);
  });

  test("each confirms once, whatever is pressed; the last moves the case on, and the person and the team are told", async () => {
    const reference = await sent();
    const [one, other] = [await at(await newest(BO.email)), await at(await newest(BO.email))];
    await one.press("Send");
    assert.deepEqual(one.errors(), ["Select if you confirm this"]);
    await one.press("Send", { right: "yes", reason: "Not on a Monday" });
    assert.deepEqual(one.errors(), ["You wrote what is not right. Select No, or empty the box"]);
    const third = await at(await newest(BO.email));
    await Promise.all([one.press("Send", { right: "yes", reason: "" }), other.press("Send", { right: "yes" })]);
    await third.press("Send", { right: "no", reason: "I have thought again" });
    assert.equal(third.heading(), "You have confirmed");
    assert.deepEqual(await kinds(reference), ["submitted", "confirmed"]);
    assert.equal((await caseOf(reference)).stage, "waiting");
    const last = await at(await newest(CY.email));
    await last.press("Send", { right: "yes" });
    assert.equal(last.heading(), "You have confirmed");
    assert.equal((await caseOf(reference)).stage, "checking");
    assert.deepEqual(await kinds(reference), ["submitted", "confirmed", "confirmed"]);
    const told = (await mails("ada@example.test")).map(({ subject }) => subject);
    assert.deepEqual(told.toSorted(), [`Everybody has confirmed: ${reference}`, `We have received your request: ${reference}`]);
    assert.deepEqual(
      (await mails("tools@north.example")).map(({ subject }) => subject),
      [`Everybody has confirmed: ${reference}`],
    );
  });

  test("two who confirm at the same moment move the case on once", async () => {
    const reference = await sent();
    const [bo, cy] = [await at(await newest(BO.email)), await at(await newest(CY.email))];
    await Promise.all([bo.press("Send", { right: "yes" }), cy.press("Send", { right: "yes" })]);
    const { stage, states } = await caseOf(reference);
    assert.deepEqual([stage, states], ["checking", ["confirmed", "confirmed"]]);
    assert.equal((await mails("tools@north.example")).length, 1);
  });

  test("who says that it is not right says why; the team reads it, the person that it was said, and a new link ends the old one", async () => {
    const reference = await sent();
    const old = await newest(BO.email);
    const client = await at(old);
    await client.press("Send", { right: "no", reason: "  " });
    assert.deepEqual(client.errors(), ["Enter what is not right"]);
    await client.press("Send", { right: "no", reason: "I live in Leeds" });
    assert.equal(client.heading(), "You have told us that it is not right");
    const told = (await mails("ada@example.test")).find(({ subject }) => subject === `Something may not be right: ${reference}`);
    assert.match(told?.body ?? "", /Bo Lind has told us that something is not right/);
    assert.doesNotMatch(told?.body ?? "", /Leeds/);
    const page = await desk(reference);
    assert.match(plainText(page.body), /Bo Lind Says it is not right .*I live in Leeds/);
    app.clock.pass(60_000);
    await page.press("Send the link again to Bo Lind");
    assert.match(plainText(page.body), /A new link is on its way/);
    const fresh = await newest(BO.email);
    assert.notEqual(fresh, old);
    assert.equal((await at(old)).status, 410);
    await (await at(fresh)).press("Send", { right: "yes" });
    assert.deepEqual((await caseOf(reference)).states, ["confirmed", "waiting"]);
    const mine = webClient(app, "north.example");
    await mine.get("/cases");
    await mine.press("Continue", { reference, proof: "ada@example.test" });
    assert.match(plainText(mine.body), /Who must confirm Bo Lind Confirmed .* Cy Rees Not answered yet/);
    assert.match(plainText(mine.body), /Bo Lind told us that something is not right/);
    assert.doesNotMatch(mine.body, /Leeds/);
  });

  test("who has not answered is reminded once, and the link stops working when it was said to", async () => {
    await sent();
    const first = await newest(CY.email);
    await (await at(await newest(BO.email))).press("Send", { right: "yes" });
    app.clock.pass(4 * DAY + 60_000);
    // The mailbox forgets what is older than a day.
    assert.equal((await mails(BO.email)).length, 0);
    const [reminder, ...more] = await mails(CY.email);
    assert.equal(reminder?.subject, "We have not heard from you: Share a shed");
    assert.equal(more.length, 0);
    for (const link of [first, await newest(CY.email)]) assert.equal((await at(link)).status, 200);
    app.clock.pass(7 * DAY);
    for (const link of [first, await newest(CY.email)]) assert.equal((await at(link)).status, 410);
    app.clock.pass(40 * DAY);
    await keepHouse(app.context);
    assert.deepEqual(await app.database.query(linksOf, ["north"]), [{ rows: 0 }]);
  });

  test("a link of one council is worth nothing at another, and none is worth anything once the case is closed", async () => {
    const reference = await sent();
    const link = await newest(BO.email);
    assert.equal((await at(link, "south.example")).status, 410);
    assert.equal((await at(`/confirm/${"x".repeat(43)}`)).status, 410);
    const { caseLinks } = app.context;
    const token = link.replace("/confirm/", "");
    const opens = async (purpose: LinkPurpose) => (await caseLinks.of("north", purpose, token)) !== undefined;
    assert.deepEqual([await opens("confirm"), await opens("answer")], [true, false]);
    const page = await desk(reference);
    await page.press("Confirm", { action: "drop" });
    assert.equal((await at(link)).status, 410);
    assert.doesNotMatch(page.body, /Send the link again/);
  });

  test("nobody to ask: the case begins where it would go", async () => {
    const { stage, confirmations } = await caseOf(await sent({ ...ADA, alone: true }));
    assert.deepEqual([stage, confirmations], ["checking", null]);
  });

  test("the API says where each stands, without who they are", async () => {
    const reference = await sent();
    await (await at(await newest(CY.email))).press("Send", { right: "yes" });
    const { text } = await createApiKey(app.context, { council: "north", name: "A system", rights: ["cases.read"] }, app.clock.now());
    const url = `/api/cases/${reference}`;
    const answer = await app.inject({ url, headers: { host: "north.example", authorization: `Bearer ${text}` } });
    const { confirmations, history } = answer.json<{ confirmations: readonly unknown[]; history: readonly { what: string }[] }>();
    const now = app.clock.now().toISOString();
    assert.deepEqual(confirmations, [
      { person: 1, state: "waiting", at: null },
      { person: 2, state: "confirmed", at: now },
    ]);
    assert.equal(history.at(-1)?.what, "Person 2 of those who must confirm did");
    assert.doesNotMatch(answer.body, /Bo|Rees|example\.test/);
  });

  test("an officer who may not write to people cannot send links", async () => {
    const reference = await sent();
    const who = await officer(app, "Kim Reed", ["adviser"], ["tools"], "north");
    const page = await getWith(app, await sessionCookie(app, who), `/desk/cases/${reference}`, "north.example");
    assert.match(page.body, /Not answered yet/);
    assert.doesNotMatch(page.body, /Send the link again/);
  });
});
