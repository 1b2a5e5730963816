import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { councilFiles } from "../support/council-files.ts";
import { webClient } from "../support/web-client.ts";

/** Sends a bench report to a council and gives its reference. */
async function report(app: TestApp, host: string): Promise<string> {
  const client = webClient(app, host);
  await client.get("/services/report-a-bench");
  await client.press("Start now");
  await client.press("Continue", { what: "broken" });
  await client.press("Continue", { email: "sam@example.com" });
  await client.press("Send");
  return /<strong>([\w-]{11})<\/strong>/.exec(client.body)?.[1] ?? "";
}

describe("two councils in one installation", () => {
  let app: TestApp;
  let reference = "";
  before(async () => {
    app = await testApp({ councils: { ...councilFiles("north"), ...councilFiles("south") } });
    reference = await report(app, "north.example");
    await app.settle();
  });
  after(() => app.stop());

  test("each answers on its own host, with its own name; another host finds none", async () => {
    assert.match((await webClient(app, "north.example").get("/")).body, /north Council/);
    assert.match((await webClient(app, "south.example").get("/")).body, /south Council/);
    assert.equal((await app.inject({ url: "/", headers: { host: "west.example" } })).statusCode, 404);
  });

  test("a case of one cannot be found by the other, with the right reference and email", async () => {
    const found = await find("north.example");
    assert.equal(found.status, 200);
    assert.match(found.heading(), /Report a bench/);
    const lost = await find("south.example");
    assert.equal(lost.status, 422);
    assert.deepEqual(lost.errors(), ["Check the reference and the email address or postcode: we have no case with both"]);
  });

  test("a cookie of one is worth nothing at the other", async () => {
    const client = webClient(app, "north.example");
    await client.get("/services/report-a-bench");
    await client.press("Start now");
    const other = await app.inject({
      url: "/services/report-a-bench/journey/what",
      headers: { host: "south.example", cookie: client.cookies() },
    });
    assert.equal(other.statusCode, 404);
  });

  test("a form of one is refused by the other", async () => {
    const client = webClient(app, "north.example");
    await client.get("/services/report-a-bench");
    const key = /name="key" value="([^"]+)"/.exec(client.body)?.[1] ?? "";
    const answer = await app.inject({
      method: "POST",
      url: "/services/report-a-bench/start",
      headers: { host: "south.example", "content-type": "application/x-www-form-urlencoded" },
      payload: new URLSearchParams({ key }).toString(),
    });
    assert.equal(answer.statusCode, 403);
  });

  test("neither the mailbox nor the figures of the other know of it", async () => {
    assert.match((await webClient(app, "north.example").get("/demo/mailbox")).body, new RegExp(reference));
    assert.doesNotMatch((await webClient(app, "south.example").get("/demo/mailbox")).body, new RegExp(reference));
    const figures = await app.context.measures.monthly("south", "2026-01-01", "2027-01-01");
    assert.deepEqual(figures, []);
  });

  async function find(host: string) {
    const client = webClient(app, host);
    await client.get("/cases");
    return client.press("Continue", { reference, proof: "sam@example.com" });
  }
});
