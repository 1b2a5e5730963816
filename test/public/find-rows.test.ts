import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { countStatements } from "../../src/platform/statement-count.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";

const SERVICE = "/services/primary-school-place";

describe("suggestions while somebody types", () => {
  let app: TestApp;
  let cookie = "";
  before(async () => {
    app = await testApp();
    const headers = { host: "eastmere.example" };
    const key = /name="key" value="([^"]+)"/.exec((await app.inject({ url: SERVICE, headers })).body)?.[1] ?? "";
    const payload = new URLSearchParams({ key }).toString();
    const type = { "content-type": "application/x-www-form-urlencoded" };
    const begun = await app.inject({ method: "POST", url: `${SERVICE}/start`, headers: { ...headers, ...type }, payload });
    cookie = begun.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  });
  after(() => app.stop());

  const ask = (fields: Readonly<Record<string, string>>, held = cookie) =>
    app.inject({
      method: "POST",
      url: `${SERVICE}/find-rows`,
      headers: { host: "eastmere.example", cookie: held, "content-type": "application/x-www-form-urlencoded" },
      payload: new URLSearchParams(fields).toString(),
    });

  test("the rows that the question offers, in words too, without a statement", async () => {
    const { count, result } = await countStatements(() => ask({ question: "schools.school", search: "infant orchard park em2 1ab" }));
    assert.equal(count, 0);
    assert.deepEqual(result.json(), {
      rows: [{ key: "orchard", label: "Orchard Park Infant School", detail: "Orchard Park, EM2 1AB" }],
      says: "1 result for ‘infant orchard park em2 1ab’",
    });
    const siblings = await ask({ question: "siblings.sibling_school", search: "orchard" });
    assert.equal(siblings.json<{ rows: unknown[] }>().rows.length, 3, "brothers and sisters go to junior schools too");
    assert.equal(result.headers["cache-control"], "no-store");
  });

  test("at most eight rows, however many fit and however much is typed", async () => {
    const { rows, says } = (await ask({ question: "schools.school", search: "school" })).json<{ rows: unknown[]; says: string }>();
    assert.equal(rows.length, 8);
    assert.match(says, /^The first 8 of \d\d results/);
    assert.equal((await ask({ question: "schools.school", search: "x".repeat(50_000) })).statusCode, 200);
  });

  test("no journey, no such question, and too many at once", async () => {
    assert.equal((await ask({ question: "schools.school", search: "mill" }, "")).statusCode, 404);
    assert.equal((await ask({ question: "carer", search: "mill" })).statusCode, 404);
    const all = await Promise.all(Array.from({ length: 80 }, () => ask({ question: "schools.school", search: "mill" })));
    assert.ok(all.some(({ statusCode }) => statusCode === 429));
  });
});
