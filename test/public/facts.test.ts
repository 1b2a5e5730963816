import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { councilYaml } from "../councils/small-council.ts";
import { readReference } from "../../src/cases/reference.ts";
import { plainText, webClient } from "../support/web-client.ts";
import { definition } from "../journey/small-service.ts";

const SERVICE = definition(
  `  days: { ask: How many days?, type: number, least: 1, most: 30, label: the number of days }
  email: { ask: What is your email address?, type: email, label: your email address }
facts:
  charge: { label: the charge, type: money, rule: 2 * days, says: "You pay {value}.", source: Our charges for 2026 }
  rate: { label: the charge for a day, type: money, rule: 2, source: Our charges for 2026 }`,
  "  - days\n  - { screen: [charge, rate], title: What it costs }\n  - email",
).replace("case:\n", "fee: charge\nperson: { email: email }\ncase:\n");

describe("facts on the web", () => {
  let app: TestApp;
  before(async () => {
    const council = councilYaml("north", [["lend-a-drill", "try-it"]]);
    app = await testApp({ councils: { "north/council.yaml": council, "north/services/try-it.yaml": SERVICE } });
  });
  after(() => app.stop());

  test("a person sees a fact with its source, sees it again once it has changed, and staff see what the person saw", async () => {
    const client = webClient(app, "north.example");
    await client.get("/services/try-it");
    await client.press("Start now");
    await client.press("Continue", { days: "3" });
    assert.equal(client.heading(), "What it costs");
    assert.match(plainText(client.body), /You pay £6\. Our charges for 2026 .*The charge for a day £2 Our charges for 2026/);
    await client.press("Continue");
    await client.press("Continue", { email: "jo@example.com" });
    assert.match(plainText(client.body), /The charge £6 Our charges for 2026/);
    assert.doesNotMatch(plainText(client.body), /Change the charge/);
    await client.get("/services/try-it/journey/days?from=check");
    await client.press("Continue", { days: "4" });
    assert.match(plainText(client.body), /You pay £8\. Our charges for 2026 This has changed\. It was £6 when you saw it before\./);
    await client.press("Continue", {});
    assert.match(plainText(client.body), /The fee is £8/);
    await client.press("Send");
    const reference = readReference(/<strong>([\w-]{11})<\/strong>/.exec(client.body)?.[1] ?? "");
    const item = await app.context.cases.byReference("north", reference ?? "");
    assert.deepEqual(item?.answers, { days: 4, charge: 800, rate: 200, email: "jo@example.com" });
  });

  test("a value that was not ours is not kept: the screen is shown again", async () => {
    const client = webClient(app, "north.example");
    await client.get("/services/try-it");
    await client.press("Start now");
    await client.press("Continue", { days: "3" });
    for (const charge of ["1", '"six"', "{", '{"a":1}']) {
      await client.press("Continue", { charge });
      assert.equal(client.heading(), "What it costs");
    }
    await client.press("Continue");
    assert.equal(client.heading(), "What is your email address?");
  });
});
