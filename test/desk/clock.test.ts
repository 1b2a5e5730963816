import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { sweepClocks } from "../../src/housekeeping.ts";
import { createApiKey } from "../../src/people/api-keys.ts";
import type { Officer } from "../../src/people/officer.ts";
import { ANN, clockedText } from "../cases/small-case.ts";
import { councilYaml } from "../councils/small-council.ts";
import { testApp } from "../support/app.ts";
import type { TestApp } from "../support/app.ts";
import { plainText, webClient } from "../support/web-client.ts";
import type { WebClient } from "../support/web-client.ts";
import { officer, signedIn, submitted } from "./office.ts";

const TOWN = "a-town";
const HOST = `${TOWN}.example`;
const DAY = 86_400_000;

describe("the clock of a case, as officers, its person and other systems see it", () => {
  let app: TestApp;
  let who: Officer;
  let key: string;

  before(async () => {
    const yaml = councilYaml(TOWN, [
      ["services: [lend-a-drill]", "services: [try-it]"],
      ["[cases.read, cases.work]", "[cases.read, cases.work, messages.send]"],
    ]);
    // Only the time of the stage that waits is short enough to be told of here.
    const text = clockedText(["      deadline: 3 working days\n", ""]);
    app = await testApp({
      councils: { [`${TOWN}/council.yaml`]: yaml, [`${TOWN}/services/try-it.yaml`]: text },
      start: "2026-06-01T09:00:00Z",
    });
    who = await officer(app, "Sam Okoro", ["worker"], ["tools"], TOWN);
    const made = await createApiKey(app.context, { council: TOWN, name: "A system", rights: ["cases.read"] }, app.clock.now());
    key = made.text;
  });
  after(() => app.stop());

  const made = (): Promise<string> => submitted(app, "try-it", { ...ANN, yes: false }, { council: TOWN });

  async function atDesk(path: string): Promise<WebClient> {
    return (await signedIn(app, who, HOST)).get(path);
  }

  async function asPerson(reference: string): Promise<string> {
    const client = await webClient(app, HOST).get("/cases");
    await client.press("Continue", { reference, proof: "ann@example.com" });
    return plainText(client.body);
  }

  async function byApi(reference: string): Promise<Record<string, unknown>> {
    const answer = await app.inject({ url: `/api/cases/${reference}`, headers: { host: HOST, authorization: `Bearer ${key}` } });
    assert.equal(answer.statusCode, 200);
    return answer.json();
  }

  test("an officer sees what an action does to the time, stops the clock, and everybody sees that and why", async () => {
    const reference = await made();
    const client = await atDesk(`/desk/cases/${reference}`);
    const choices = plainText(client.body);
    assert.match(choices, /Ask Moves it to: Waiting for you\. Stops the clock: waiting for you\. The person is told/);
    assert.match(choices, /Hurry Moves it to: Received\. Makes its priority high\./);
    assert.match(choices, /Due in 10 working days, 15 Jun 2026/);
    await client.press("Confirm", { action: "ask" });
    const text = plainText(client.body);
    assert.match(text, /Clock Stopped : waiting for you, since 1 Jun 2026, 10:00am\. In all 0 working days\. It was due 15 Jun 2026/);
    assert.match(text, /This stage is due in 10 working days, 15 Jun 2026/);
    assert.match(text, /Sam Okoro: Ask\. Now waiting for you\. The clock is stopped: waiting for you/);
    const read = await asPerson(reference);
    assert.match(
      read,
      /The clock is stopped: waiting for you\. We said by Monday 15 June 2026\. The time that the clock is stopped is added/,
    );
    assert.doesNotMatch(read, /We aim to finish/);
    const { due, promised, stopped, stageDue, expected } = await byApi(reference);
    assert.deepEqual([promised, stopped, expected], [due, { since: "2026-06-01T09:00:00.000Z", why: "waiting for you" }, null]);
    assert.equal(stageDue, "2026-06-15T23:00:00.000Z");
  });

  test("when the person answers, the promise is kept beside what it has come to", async () => {
    const reference = await made();
    const desk = await atDesk(`/desk/cases/${reference}`);
    await desk.press("Confirm", { action: "ask" });
    app.clock.pass(3 * DAY);
    const client = await webClient(app, HOST).get("/cases");
    await client.press("Continue", { reference, proof: "ann@example.com" });
    await client.press("Send", { text: "It is blue" });
    const read = plainText(client.body);
    assert.match(
      read,
      /We said by Monday 15 June 2026\. We now expect to finish by Thursday 18 June 2026 ?\. The clock was stopped for 3 working days\./,
    );
    const text = plainText((await atDesk(`/desk/cases/${reference}`)).body);
    assert.match(text, /The person wrote: Answered\. Now received\. The clock runs again\. Due 18 Jun 2026 in place of 15 Jun 2026/);
    assert.match(text, /by itself/);
    assert.match(text, /We promised 15 Jun 2026\. The clock was stopped for 3 working days/);
  });

  test("one that is stopped comes last in the list and is not overdue; the time of its stage is", async () => {
    const list = plainText((await atDesk("/desk")).body);
    assert.match(list, /15 Jun 2026 Ann Other Try it Waiting for you Clock stopped/);
    const reference = await made();
    await (await atDesk(`/desk/cases/${reference}`)).press("Confirm", { action: "visit" });
    assert.match(plainText((await atDesk("/desk")).body), /clock stopped waiting for the owner Ann Other/);
    app.clock.pass(60 * DAY);
    const overdue = await atDesk("/desk?overdue=1");
    assert.doesNotMatch(overdue.body, new RegExp(reference));
    assert.ok(!plainText((await atDesk(`/desk/cases/${reference}`)).body).includes("late,"));
  });

  test("an officer says when to expect what will be late: the person is told, and the deadline stays", async () => {
    const reference = await made();
    app.clock.pass(13 * DAY);
    await sweepClocks(app.context);
    app.clock.pass(7 * DAY);
    await sweepClocks(app.context);
    const late = await asPerson(reference);
    assert.match(late, /We aimed to finish by [\w ]+\. We are late, and we are sorry\. The team still has it\./);
    const desk = await atDesk(`/desk/cases/${reference}`);
    assert.match(plainText(desk.body), /Late: the case was due [\w ]+\. Told the team/);
    assert.match(plainText(desk.body), /Warning: the case is due/);
    await desk.press("Tell the person", { "expect-day-day": "31", "expect-day-month": "2", "expect-day-year": "2026" });
    assert.deepEqual(desk.errors(), ["Enter the day by which the person can expect it"]);
    await desk.press("Tell the person", {
      "expect-day-day": "3",
      "expect-day-month": "11",
      "expect-day-year": "2026",
      text: "The part is late.",
    });
    assert.match(plainText(desk.body), /Sam Okoro told the person to expect it by 3 Nov 2026 The part is late\./);
    const read = await asPerson(reference);
    assert.match(read, /We said by [\w ]+\. We are late, and we are sorry\. We now expect to finish by Tuesday 3 November 2026/);
    assert.match(read, /We told you to expect it by Tuesday 3 November 2026 The part is late\./);
    assert.equal((await byApi(reference))["expected"], "2026-11-03");
    await app.settle();
    const mail = plainText((await desk.get(`/desk/cases/${reference}`)).body);
    assert.match(mail, /When to expect it/);
  });
});
