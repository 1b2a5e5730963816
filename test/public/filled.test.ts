import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { countStatements } from "../../src/platform/statement-count.ts";
import { councilYaml } from "../councils/small-council.ts";
import { officer, signedIn } from "../desk/office.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import type { WebClient } from "../support/web-client.ts";
import { plainText, webClient } from "../support/web-client.ts";

const FENCE = `service: mend-a-fence
title: Mend a fence
summary: Ask us to mend a fence.
group: Tools
owner: tools
lead: Head of Fences
basis: public task
start: { who: [Anyone.], time: 1 minute, cost: Free, takes: We answer within a week. }
questions:
  home: { ask: Where is the fence?, type: address, label: where the fence is }
  posts: { ask: How many posts has it?, type: number, label: how many posts, least: 1, most: 50 }
  pay: { ask: How much will you pay?, type: money, label: how much you will pay, hint: You may pay less. }
  bill: { ask: Where do we send the bill?, type: address, label: where we send the bill }
  near: { ask: Which postcode do you live in?, type: postcode, label: your postcode }
facts:
  price: { label: the price, type: money, rule: posts * 12, source: Our prices for 2026 }
flow:
  - home
  - posts
  - { screen: [price, pay], title: What you pay }
  - bill
  - near
filled_from: { pay: price, bill: home, near: home.postcode }
case:
  team: tools
  deadline: { any: 5 working days }
  stages:
    received: { title: Received, says: We have it., next: We will mend it., actions: { mend: { title: Mend it, to: mended } } }
    mended: { title: Mended, says: It is mended., next: Lean on it. }
messages: {}
retention: 1 years after closed
`;

const HOME = { "home.line1": "1 Mill Lane", "home.town": "Eastmere", "home.postcode": "EM1 1AA" };

describe("questions that are filled in at first", () => {
  let app: TestApp;
  before(async () => {
    const yaml = councilYaml("north", [
      ["lend-a-drill", "mend-a-fence"],
      ["permissions: [cases.read, cases.work]", "permissions: [cases.read, cases.work, cases.start]"],
      ["channels:\n", "channels:\n  phone: { pence: 500, source: A study, assumption: false }\n"],
    ]);
    app = await testApp({ councils: { "north/council.yaml": yaml, "north/services/mend-a-fence.yaml": FENCE } });
  });
  after(() => app.stop());

  const started = async (): Promise<WebClient> => {
    const client = webClient(app, "north.example");
    await client.get("/services/mend-a-fence");
    await client.press("Start now");
    await client.press("Continue", HOME);
    return client.press("Continue", { posts: "4" });
  };
  const valueOf = (client: WebClient, name: string): string | undefined =>
    new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(client.body)?.[0].match(/ value="([^"]*)"/)?.[1];

  test("the page shows the value and where it comes from, and pressing Continue makes it the person's", async () => {
    const client = await started();
    assert.equal(valueOf(client, "pay"), "48.00");
    assert.match(plainText(client.body), /You may pay less\. We filled this in from: Our prices for 2026\. Change it if it is not right/);
    await client.press("Continue", { pay: "40" });
    assert.equal(valueOf(client, "bill.line1"), "1 Mill Lane");
    assert.match(plainText(client.body), /We filled this in from your answer to ‘Where is the fence\?’/);
    await client.press("Continue");
    assert.equal(valueOf(client, "near"), "EM1 1AA");
    await client.press("Continue");
    const told = plainText(client.body);
    assert.match(told, /Check your answers/);
    for (const words of ["£40", "1 Mill Lane Eastmere EM1 1AA"]) assert.ok(told.includes(words), words);
  });

  test("changing the earlier answer afterwards leaves what the person gave, and what is not given yet follows it", async () => {
    const client = await started();
    await client.press("Continue", { pay: "40" });
    await client.press("Continue", { "bill.line1": "PO Box 9" });
    await client.get("/services/mend-a-fence/journey/home");
    await client.press("Continue", { ...HOME, "home.line1": "2 High Street", "home.postcode": "EM2 2BB" });
    await client.get("/services/mend-a-fence/journey/bill");
    assert.equal(valueOf(client, "bill.line1"), "PO Box 9");
    assert.doesNotMatch(client.body, /We filled this in/);
    await client.get("/services/mend-a-fence/journey/near");
    assert.equal(valueOf(client, "near"), "EM2 2BB");
  });

  test("what is refused is not shown as filled in again, and the page costs no statement more", async () => {
    const client = await started();
    await client.press("Continue", { pay: "lots" });
    assert.equal(valueOf(client, "pay"), "lots");
    assert.doesNotMatch(client.body, /We filled this in/);
    assert.equal((await countStatements(() => client.get("/services/mend-a-fence/journey/pay"))).count, 1);
  });

  test("an officer who asks by telephone sees the same", async () => {
    const who = await officer(app, "Pat Shaw", ["worker"], ["tools"], "north");
    const client = await (await signedIn(app, who, "north.example")).get("/desk/start");
    await client.press("Start", { service: "mend-a-fence", channel: "phone" });
    await client.press("Update questions", HOME);
    await client.press("Update questions", { posts: "4" });
    assert.equal(valueOf(client, "pay"), "48.00");
    assert.match(plainText(client.body), /We filled this in from: Our prices for 2026/);
  });

  test("a system is told where a question is filled in from", async () => {
    const answer = await app.inject({ url: "/api/services/mend-a-fence", headers: { host: "north.example" } });
    const { questions } = answer.json<{ questions: readonly { id: string; filledFrom?: string }[] }>();
    assert.deepEqual(
      questions.flatMap(({ id, filledFrom }) => (filledFrom === undefined ? [] : [[id, filledFrom]])),
      [
        ["pay", "price"],
        ["bill", "home"],
        ["near", "home.postcode"],
      ],
    );
  });
});
