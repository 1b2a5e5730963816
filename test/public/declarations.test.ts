import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { councilFiles } from "../support/council-files.ts";
import type { WebClient } from "../support/web-client.ts";
import { plainText, webClient } from "../support/web-client.ts";

const FILES = councilFiles("north");
const DEFINITION = "north/services/report-a-bench.yaml";
const DECLARED = `${FILES[DEFINITION] ?? ""}declaration: [I have seen the bench., I know that a false report costs money.]\n`;

describe("a declaration of several statements", () => {
  let app: TestApp;
  before(async () => {
    app = await testApp({ councils: { ...FILES, [DEFINITION]: DECLARED } });
  });
  after(() => app.stop());

  async function atCheck(): Promise<WebClient> {
    const client = await webClient(app, "north.example").get("/services/report-a-bench");
    await client.press("Start now");
    await client.press("Continue", { what: "broken" });
    return client.press("Continue", { email: "ann@example.test" });
  }

  test("is not sent before each one is ticked, and keeps what was", async () => {
    const client = await atCheck();
    assert.match(plainText(client.body), /I have seen the bench\. I know that a false report costs money\./);
    await client.press("Accept and send", { declared: ["2"] });
    assert.equal(client.status, 422);
    assert.deepEqual(client.errors(), ["Select each statement of the declaration to confirm that it is true"]);
    assert.match(client.body, /value="2" checked/);
    assert.doesNotMatch(client.body, /value="1" checked/);
    await client.press("Accept and send", { declared: ["1", "2"] });
    assert.equal(client.heading(), "Sent");
  });

  test("the API tells the statements to the system that sends", async () => {
    const service = await app.inject({ url: "/api/services/report-a-bench", headers: { host: "north.example" } });
    const told = service.json<{ declarations: readonly string[]; declaration?: string }>();
    assert.deepEqual([told.declarations.length, told.declaration], [2, undefined]);
  });
});
