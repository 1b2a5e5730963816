import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { councilFiles } from "../support/council-files.ts";
import { plainText, webClient } from "../support/web-client.ts";

describe("bad input to the public face", () => {
  let app: TestApp;
  before(async () => {
    app = await testApp({ councils: councilFiles("north") });
  });
  after(() => app.stop());

  const started = async () => {
    const client = webClient(app, "north.example");
    await client.get("/services/report-a-bench");
    await client.press("Start now");
    return client;
  };
  const post = (url: string, payload: string | Buffer, headers: Record<string, string> = {}) =>
    app.inject({
      method: "POST",
      url,
      payload,
      headers: { host: "north.example", "content-type": "application/x-www-form-urlencoded", ...headers },
    });

  test("nothing chosen: the page says what to do, linked to the field, and its title says so", async () => {
    const client = await started();
    await client.press("Continue");
    assert.equal(client.status, 422);
    assert.deepEqual(client.errors(), ["Select what is wrong"]);
    assert.match(client.body, /<title>Error: What is wrong with it\?/);
    assert.match(client.body, /href="#what"/);
  });

  test("what was typed is kept beside the error, escaped", async () => {
    const client = await started();
    await client.press("Continue", { what: "broken" });
    await client.press("Continue", { email: 'no"<script>alert(1)</script>' });
    assert.equal(client.status, 422);
    assert.deepEqual(client.errors(), ["Enter your email address in the correct format, like name@example.com"]);
    assert.ok(!client.body.includes("<script>alert"));
    assert.ok(client.body.includes("&lt;script&gt;"));
  });

  test("an option that is not offered, a field twice, and fields unknown are not taken", async () => {
    const client = await started();
    const key = /name="key" value="([^"]+)"/.exec(client.body)?.[1] ?? "";
    const send = (fields: string) =>
      post("/services/report-a-bench/journey/what", `key=${encodeURIComponent(key)}&${fields}`, { cookie: client.cookies() });
    assert.equal((await send("what=stolen")).statusCode, 422);
    assert.equal((await send("what=__proto__")).statusCode, 422);
    const taken = await send("what=broken&admin=true&email=x%40example.com");
    assert.equal(taken.statusCode, 303);
    await client.get("/services/report-a-bench/journey/check");
    assert.match(client.path, /journey\/email$/);
  });

  test("a forged, missing or foreign form key is refused and nothing is kept", async () => {
    const client = await started();
    const other = await started();
    const foreign = /name="key" value="([^"]+)"/.exec(other.body)?.[1] ?? "";
    for (const key of ["", "x", `${foreign}x`, foreign]) {
      const answer = await post("/services/report-a-bench/journey/what", new URLSearchParams({ key, what: "broken" }).toString(), {
        cookie: client.cookies(),
      });
      assert.equal(answer.statusCode, 403, key);
      assert.match(plainText(answer.body), /We could not accept that form/);
    }
    await client.get("/services/report-a-bench/journey");
    assert.match(client.path, /journey\/what$/);
  });

  test("a form from another site is refused", async () => {
    const answer = await post("/services/report-a-bench/start", "", { origin: "https://evil.example" });
    assert.equal(answer.statusCode, 403);
    const fetched = await post("/services/report-a-bench/start", "", { "sec-fetch-site": "cross-site" });
    assert.equal(fetched.statusCode, 403);
  });

  test("too large, not UTF-8, not a form, too many fields: each has its own plain page", async () => {
    const url = "/services/report-a-bench/start";
    assert.equal((await post(url, "a=".padEnd(300_000, "x"))).statusCode, 413);
    assert.equal((await post(url, Buffer.from([0x61, 0x3d, 0xff, 0xfe]))).statusCode, 400);
    assert.equal((await post(url, "a=%ff%fe")).statusCode, 400);
    assert.equal((await post(url, "{}", { "content-type": "application/json" })).statusCode, 415);
    assert.equal((await post(url, "a=1&".repeat(5000))).statusCode, 400);
    const answer = await post(url, "a=%ff");
    assert.match(answer.headers["content-type"] ?? "", /text\/html/);
    assert.match(plainText(answer.body), /The text is in an encoding that we cannot read/);
  });

  test("an address that is not there is not echoed", async () => {
    const answer = await app.inject({ url: "/services/%3Cscript%3E/secret-words?q=ann@example.com", headers: { host: "north.example" } });
    assert.equal(answer.statusCode, 404);
    assert.ok(!answer.body.includes("secret-words") && !answer.body.includes("ann@example.com"));
  });

  test("a stale cookie leads to a page that says how to go on", async () => {
    const answer = await app.inject({
      url: "/services/report-a-bench/journey",
      headers: { host: "north.example", cookie: "journey-report-a-bench=forged.value.x" },
    });
    assert.equal(answer.statusCode, 404);
    assert.match(plainText(answer.body), /We cannot find your answers/);
  });

  test("skipping ahead leads back to the first screen without an answer", async () => {
    const client = await started();
    for (const place of ["email", "check", "done", "outcome", "feedback"]) {
      await client.get(`/services/report-a-bench/journey/${place}`);
      assert.match(client.path, /journey\/what$/, place);
    }
  });

  test("pressing send twice, and the back button after it, come to the same reference and one case", async () => {
    const client = await started();
    await client.press("Continue", { what: "broken" });
    await client.press("Continue", { email: "kit@example.com" });
    const key = /name="key" value="([^"]+)"/.exec(client.body)?.[1] ?? "";
    const send = () => post("/services/report-a-bench/journey/send", new URLSearchParams({ key }).toString(), { cookie: client.cookies() });
    const answers = await Promise.all(Array.from({ length: 20 }, send));
    assert.deepEqual([...new Set(answers.map(({ statusCode }) => statusCode))], [303]);
    const references = new Set<string | undefined>();
    for (const place of ["done", "check", "what", "send"]) {
      if (place === "send") await send();
      await client.get(`/services/report-a-bench/journey/${place === "send" ? "done" : place}`);
      references.add(/<strong>([\w-]{11})<\/strong>/.exec(client.body)?.[1]);
    }
    assert.equal(references.size, 1);
    await app.settle();
    const figures = await app.context.measures.monthly("north", "2026-01-01", "2027-01-01");
    assert.equal(figures.find(({ measure }) => measure === "submitted")?.count, 1);
  });

  test("no line of the log holds what people typed", () => {
    assert.ok(app.lines.length > 0);
    for (const line of app.lines) assert.doesNotMatch(line, /example\.com|script|secret-words/);
  });
});
