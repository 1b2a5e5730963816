import assert from "node:assert/strict";
import { after, beforeEach, describe, test } from "node:test";

import type { Answers } from "../../src/answers/answer-type.ts";
import { sweepClocks } from "../../src/housekeeping.ts";
import { createApiKey } from "../../src/people/api-keys.ts";
import { statement } from "../../src/platform/statement.ts";
import { countStatements } from "../../src/platform/statement-count.ts";
import { officer, signedIn, submitted } from "../desk/office.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { askingFiles } from "../support/asking.ts";
import type { WebClient } from "../support/web-client.ts";
import { plainText, webClient } from "../support/web-client.ts";

const FILES = { ...askingFiles("north"), ...askingFiles("south") };
const DAY = 86_400_000;
const mailsOf = statement("test-request-mails", "select recipient, subject, body from messages where council = $1 order by created_at, id");
const PDF = Buffer.from("%PDF-1.4\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n");
const HOME = { line1: "1 Quay Road", town: "North", postcode: "EM1 1AA" };
const ADA: Answers = { full_name: { first: "Ada", last: "Osei" }, email: "ada@example.test", home: HOME };

interface Mail {
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
}

describe("asking the person", () => {
  const apps: TestApp[] = [];
  let app: TestApp;
  beforeEach(async () => {
    app = await testApp({ councils: FILES });
    apps.push(app);
  });
  after(async () => {
    for (const one of apps) await one.stop();
  });

  const mails = async (): Promise<readonly Mail[]> => {
    await app.settle();
    return app.database.query<Mail>(mailsOf, ["north"]);
  };
  const newest = async (): Promise<string> =>
    (await mails()).map(({ body }) => /\/asked\/[\w-]{43}/.exec(body)?.[0]).findLast((link) => link !== undefined) ?? "";
  const at = async (path: string, host = "north.example"): Promise<WebClient> => webClient(app, host).get(path);
  const caseOf = async (reference: string) => {
    const item = await app.context.cases.byReference("north", reference);
    assert.ok(item);
    return item;
  };
  const kinds = async (reference: string) =>
    (await app.context.cases.events("north", (await caseOf(reference)).id)).map(({ kind }) => kind);
  const desk = async (path: string, name = "Pat Shaw", team = "tools"): Promise<WebClient> =>
    (await signedIn(app, await officer(app, name, ["worker"], [team], "north"), "north.example")).get(path);
  const mine = async (reference: string): Promise<WebClient> => {
    const client = await at("/cases");
    return client.press("Continue", { reference, proof: "ada@example.test" });
  };
  /** A case whose person is asked for proof; the page of the officer who asked. */
  const asked = async (answers = ADA) => {
    const reference = await submitted(app, "rent-an-allotment", answers, { council: "north" });
    const page = await desk(`/desk/cases/${reference}/requests`);
    await page.press("Ask the person", { request: "proof" });
    return { reference, page };
  };
  const answered = async (fields: Readonly<Record<string, string>> = {}) => {
    const { reference, page } = await asked();
    const client = await at(await newest());
    await client.press("Continue", { bill: PDF, since: "2011", ...fields });
    await client.press("Send your answer");
    return { reference, page, client };
  };

  test("the clock stops, the person is emailed a link of their own, and looking at it changes nothing", async () => {
    const { reference } = await asked();
    const mail = (await mails()).find(({ subject }) => subject === `We need something from you: ${reference}`);
    assert.equal(mail?.recipient, "ada@example.test");
    assert.match(mail?.body ?? "", /We need this from you:\n\nProof of where you live\n\nPlease answer by the end of /);
    const link = await newest();
    for (const _ of [1, 2, 3]) await at(link);
    assert.equal((await countStatements(() => at(link))).count, 3);
    const client = await at(link);
    assert.match(plainText(client.body), /Proof of where you live We rent allotments to people who live here\. Answer by the end of/);
    assert.deepEqual(await kinds(reference), ["submitted", "requested"]);
    const { clock } = await caseOf(reference);
    assert.equal(clock.pauses.at(-1)?.why, "waiting for your proof");
    assert.equal(clock.pauses.at(-1)?.until, null);
  });

  test("what is wrong is said beside what was typed, all is checked before it is sent, and the officer sees it at the top", async () => {
    const { reference, page } = await asked();
    const client = await at(await newest());
    await client.press("Continue", { since: "1066" });
    assert.deepEqual(client.errors(), ["Upload the bill or letter", "The year you moved there must be 1,900 or more"]);
    await client.press("Continue", { bill: PDF, since: "1999" });
    assert.equal(client.heading(), "Check your answer before you send it");
    assert.match(plainText(client.body), /In which year did you move there\? 1,999/);
    await client.press("Change it");
    await client.press("Continue", { since: "2011", agree: "yes" });
    assert.deepEqual(await kinds(reference), ["submitted", "requested"]);
    app.clock.pass(60_000);
    await client.press("Send your answer");
    assert.match(client.heading(), /We have your answer/);
    assert.deepEqual(await kinds(reference), ["submitted", "requested", "answered"]);
    const { clock, waitingReply, requests } = await caseOf(reference);
    assert.ok(waitingReply && clock.pauses.at(-1)?.until !== null && requests?.[0]?.shared === true);
    await page.get(`/desk/cases/${reference}`);
    assert.match(plainText(page.body), /The person answered what they were asked Look at what they sent: Proof of where you live/);
    await page.get(`/desk/cases/${reference}/requests/1`);
    const file = /href="(\/desk\/cases\/[^"]+\/files\/[^"]+)"/.exec(page.body)?.[1] ?? "";
    assert.equal((await page.get(file)).status, 200);
  });

  test("a double press, a second tab and a second link give one answer", async () => {
    const { reference } = await asked();
    const link = await newest();
    const tabs = [await at(link), await at(link)];
    for (const tab of tabs) await tab.press("Continue", { bill: PDF, since: "2011" });
    await Promise.all(tabs.map((tab) => tab.press("Send your answer")));
    for (const tab of tabs) assert.match(tab.heading(), /We have your answer/);
    assert.deepEqual(await kinds(reference), ["submitted", "requested", "answered"]);
    assert.equal((await at(link)).status, 200);
  });

  test("on the page of the case the person sees what is asked and answers there too", async () => {
    const { reference } = await asked();
    const client = await mine(reference);
    assert.match(plainText(client.body), /We need something from you Proof of where you live/);
    await client.get(`/cases/${reference}/requests/1`);
    await client.press("Continue", { bill: PDF, since: "2011" });
    await client.press("Send your answer");
    assert.match(plainText((await mine(reference)).body), /What you sent when we asked Proof of where you live .* Not looked at yet/);
    assert.equal((await at(`/cases/${reference}/requests/1`)).status, 404);
  });

  test("an officer fills it in by phone, and the channel is kept", async () => {
    const { reference, page } = await asked();
    await page.get(`/desk/cases/${reference}/requests/1/answer`);
    await page.press("Continue", { bill: PDF, since: "2011" });
    assert.deepEqual(page.errors(), ["Select how the person answered"]);
    await page.press("Continue", { channel: "phone" });
    await page.press("Send your answer");
    const last = (await app.context.cases.events("north", (await caseOf(reference)).id)).at(-1);
    assert.deepEqual([last?.kind, last?.channel], ["answered", "phone"]);
    assert.ok(last?.officer);
  });

  test("an officer asks in their own words; the words are needed, and either words or files answer them", async () => {
    const reference = await submitted(app, "rent-an-allotment", ADA, { council: "north" });
    const page = await desk(`/desk/cases/${reference}/requests`);
    await page.press("Ask the person");
    assert.deepEqual(page.errors(), ["Select what you need"]);
    await page.press("Ask the person", { request: "own_words", "ask-days": "5" });
    assert.deepEqual(page.errors(), ["Enter what you want to ask"]);
    await page.press("Ask the person", { "ask-text": "Which plot would you like?", pause: "yes" });
    assert.match(plainText(page.body), /Asked of the person Which plot would you like\? Waiting for the person/);
    assert.equal((await caseOf(reference)).clock.pauses.at(-1)?.why, "waiting for you");
    const client = await at(await newest());
    assert.match(plainText(client.body), /Which plot would you like\?/);
    await client.press("Continue");
    assert.deepEqual(client.errors(), ["Enter an answer or add a file"]);
    await client.press("Continue", { answer: "Plot 7" });
    await client.press("Send your answer");
    await page.get(`/desk/cases/${reference}/requests/1`);
    assert.match(plainText(page.body), /Your answer Plot 7/);
  });

  test("where the definition names nothing to ask for, there is nothing to choose; words alone must be given", async () => {
    const reference = await submitted(app, "park-in-a-street", ADA, { council: "north" });
    const page = await desk(`/desk/cases/${reference}/requests`, "Rae Moss", "roads");
    assert.doesNotMatch(page.body, /What do you need\?/);
    await page.press("Ask the person");
    assert.deepEqual(page.errors(), ["Enter what you want to ask"]);
    await page.press("Ask the person", { "ask-text": "Which street?", way: "text" });
    const client = await at(await newest());
    await client.press("Continue");
    assert.deepEqual(client.errors(), ["Enter your answer"]);
  });

  test("who does not answer is reminded once; then the case is closed with a notice, and the link opens no more", async () => {
    const { reference } = await asked();
    const link = await newest();
    const goOn = async (days: number): Promise<void> => {
      for (let day = 0; day < days; day++) {
        app.clock.pass(DAY);
        await sweepClocks(app.context);
      }
    };
    await goOn(12);
    assert.deepEqual(await kinds(reference), ["submitted", "requested", "request-reminded"]);
    assert.ok((await mails()).some(({ subject }) => subject === `We have not had your answer: ${reference}`));
    assert.equal((await at(link)).status, 200);
    await goOn(5);
    assert.deepEqual(await kinds(reference), ["submitted", "requested", "request-reminded", "request-lapsed", "acted"]);
    const { stage, closedAt } = await caseOf(reference);
    assert.ok(stage === "dropped" && closedAt !== null);
    assert.ok((await mails()).some(({ subject }) => subject === `Dropped: ${reference}`));
    const client = await at(link);
    assert.equal(client.heading(), "We no longer need this from you");
  });

  test("what is withdrawn is not asked any more and the clock runs; asked again, only the new link opens", async () => {
    const { reference, page } = await asked();
    const old = await newest();
    await page.get(`/desk/cases/${reference}/requests/1`);
    await page.press("Withdraw it");
    assert.equal((await caseOf(reference)).clock.pauses.at(-1)?.until !== null, true);
    assert.equal((await at(old)).heading(), "We no longer need this from you");
    app.clock.pass(60_000);
    await page.press("Ask again");
    const fresh = await newest();
    assert.notEqual(fresh, old);
    assert.deepEqual([(await at(old)).status, (await at(fresh)).status], [410, 200]);
    assert.equal((await at(fresh, "south.example")).status, 410);
  });

  test("each thing that was sent is accepted until a day, or rejected with a reason and asked again in one press", async () => {
    const { reference, page } = await answered();
    await page.get(`/desk/cases/${reference}/requests/1`);
    await page.press("Reject Add a bill or a letter");
    assert.deepEqual(page.errors(), ["Enter why you reject it"]);
    app.clock.pass(60_000);
    await page.press("Accept In which year did you move there?");
    await page.press("Reject and ask again Add a bill or a letter", { "item0.reason": "It is too old" });
    assert.deepEqual(await kinds(reference), ["submitted", "requested", "answered", "reviewed", "reviewed", "requested"]);
    const told = await mails();
    assert.equal(told.filter(({ subject }) => subject.startsWith("We cannot use")).length, 0);
    assert.match(told.findLast(({ subject }) => subject.startsWith("We need"))?.body ?? "", /It is too old/);
    const client = await at(await newest());
    await client.press("Continue", { bill: PDF, since: "2011" });
    await client.press("Send your answer");
    await page.get(`/desk/cases/${reference}/requests/1`);
    await page.press("Accept Add a bill or a letter", { "item0.until.day": "1", "item0.until.month": "2", "item0.until.year": "2099" });
    assert.match(plainText((await mine(reference)).body), /Accepted Good until Sunday 1 February 2099/);
  });

  test("two officers decide on one thing at once: one wins, and the other is told", async () => {
    const { reference } = await answered();
    const address = `/desk/cases/${reference}/requests/1`;
    const [one, other] = [await desk(address, "Kim Reed"), await desk(address, "Lou Hart")];
    await Promise.all([
      one.press("Accept In which year did you move there?"),
      other.press("Reject In which year did you move there?", { "item1.reason": "It cannot be" }),
    ]);
    assert.equal((await kinds(reference)).filter((kind) => kind === "reviewed").length, 1);
    const refused = [one, other].filter(({ status }) => status === 409);
    assert.equal(refused.length, 1);
    assert.deepEqual(refused[0]?.errors(), ["Another officer has decided on it already"]);
  });

  test("another service sees what was accepted only with the person's agreement, until they take it back", async () => {
    const { reference, page } = await answered({ agree: "yes" });
    await page.get(`/desk/cases/${reference}/requests/1`);
    await page.press("Accept Add a bill or a letter");
    const other = await submitted(app, "park-in-a-street", ADA, { council: "north" });
    const stranger = await submitted(app, "park-in-a-street", { ...ADA, email: "bo@example.test" }, { council: "north" });
    const roads = await desk(`/desk/cases/${other}`, "Jo Lane", "roads");
    assert.match(plainText(roads.body), /Accepted by other services .* Proof of where you live: Add a bill or a letter/);
    assert.doesNotMatch(plainText(roads.body), /In which year did you move there/);
    const file = /href="(\/desk\/cases\/[^"]+\/shared\/[^"]+)"/.exec(roads.body)?.[1] ?? "";
    assert.equal((await roads.get(file)).status, 200);
    assert.equal((await roads.get(file.replace(other, stranger))).status, 404);
    assert.equal((await roads.get(`/desk/cases/${reference}`)).status, 404);
    await roads.get(`/desk/cases/${stranger}`);
    assert.doesNotMatch(roads.body, /Accepted by other services/);
    await (await mine(reference)).press("Stop other services seeing it : Proof of where you live");
    await roads.get(`/desk/cases/${other}`);
    assert.doesNotMatch(roads.body, /Accepted by other services/);
    assert.equal((await roads.get(file)).status, 404);
  });

  test("who has no email gets a letter, and answers on the page of the case", async () => {
    await asked({ ...ADA, email: null });
    const letter = (await mails()).find(({ subject }) => subject.startsWith("We need something"));
    assert.match(letter?.recipient ?? "", /1 Quay Road/);
    assert.match(letter?.body ?? "", /\/cases$/m);
  });

  test("the API takes the answers once for each key", async () => {
    const { reference } = await asked({ ...ADA });
    const rights = ["cases.read", "cases.submit"] as const;
    const { text } = await createApiKey(app.context, { council: "north", name: "A system", rights }, app.clock.now());
    const call = (key: string, payload: object) =>
      app.inject({
        method: "POST",
        url: `/api/cases/${reference}/requests/1/answers`,
        headers: { host: "north.example", authorization: `Bearer ${text}`, "idempotency-key": key, "content-type": "application/json" },
        payload: JSON.stringify(payload),
      });
    const wrong = await call("a", { answers: { since: 1066, colour: "red" } });
    assert.equal(wrong.statusCode, 422);
    assert.deepEqual(
      wrong.json<{ errors: readonly { pointer: string }[] }>().errors.map(({ pointer }) => pointer),
      ["/answers/colour", "/answers/bill", "/answers/since"],
    );
    const form = new FormData();
    form.append("file", new Blob([PDF]), "bill.pdf");
    const body = new Response(form);
    const sent = await app.inject({
      method: "POST",
      url: "/api/files",
      headers: { host: "north.example", authorization: `Bearer ${text}`, "content-type": body.headers.get("content-type") ?? "" },
      payload: Buffer.from(await body.arrayBuffer()),
    });
    const answers = { bill: [{ id: sent.json<{ id: string }>().id }], since: 2011 };
    const all = await Promise.all(["b", "b"].map((key) => call(key, { answers, channel: "chat" })));
    assert.deepEqual(all.map(({ statusCode }) => statusCode).toSorted(), [200, 201]);
    assert.equal((await call("b", { answers: { ...answers, since: 2012 } })).json<{ code: string }>().code, "one-time-key-reused");
    assert.equal((await call("c", { answers })).json<{ code: string }>().code, "request-over");
    assert.deepEqual(await kinds(reference), ["submitted", "requested", "answered"]);
    const url = `/api/cases/${reference}`;
    const view = await app.inject({ url, headers: { host: "north.example", authorization: `Bearer ${text}` } });
    const { requests } = view.json<{ requests: readonly { state: string; name: string }[] }>();
    assert.deepEqual([requests[0]?.state, requests[0]?.name], ["answered", "proof"]);
  });
});
