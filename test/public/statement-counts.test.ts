import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { countStatements } from "../../src/platform/statement-count.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { councilFiles } from "../support/council-files.ts";
import type { WebClient } from "../support/web-client.ts";
import { webClient } from "../support/web-client.ts";

describe("statements of each public page", () => {
  let app: TestApp;
  let client: WebClient;
  before(async () => {
    app = await testApp({ councils: councilFiles("north") });
    client = webClient(app, "north.example");
    await client.get("/");
  });
  after(() => app.stop());

  /** Every redirect on the way counts too, so a press is the answer taken and the page that follows it. */
  const costs = async (expected: number, work: () => Promise<unknown>): Promise<void> => {
    const { count } = await countStatements(work);
    assert.equal(count, expected, client.path);
  };

  test("pages that belong to nobody ask the database nothing", async () => {
    for (const path of [
      "/",
      "/services",
      "/services?search=bench",
      "/services/report-a-bench",
      "/accessibility",
      "/privacy",
      "/contact",
      "/cases",
    ]) {
      await costs(0, () => client.get(path));
    }
  });

  test("a journey: one to start, one for each answer with the screen it leads to, one for each other page, two to send, two for the reference", async () => {
    await client.get("/services/report-a-bench");
    // Start, the first page.
    await costs(2, () => client.press("Start now"));
    await costs(1, () => client.press("Continue"));
    // What was saved a moment ago is not read again.
    await costs(1, () => client.press("Continue", { what: "broken" }));
    // The answers to check are read as they are kept.
    await costs(2, () => client.press("Continue", { email: "kim@example.com" }));
    // The draft and the case; then the draft and the case to show the reference.
    await costs(4, () => client.press("Send"));
    await costs(2, () => client.get("/services/report-a-bench/journey/done"));
  });

  test("a case: one to find it; three to show it; a message in one transaction of two", async () => {
    const reference = /<strong>([\w-]{11})<\/strong>/.exec(client.body)?.[1] ?? "";
    await client.get("/cases");
    await costs(1 + 3, () => client.press("Continue", { reference, proof: "kim@example.com" }));
    await costs(3, () => client.get(`/cases/${reference}`));
    // The case, then the transaction (the case again, locked, and one statement that writes), then the page.
    await costs(1 + 2 + 3, () => client.press("Send", { text: "It is worse now" }));
  });
});
