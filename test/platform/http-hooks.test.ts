import assert from "node:assert/strict";
import { test } from "node:test";
import fastify from "fastify";
import type { FastifyInstance } from "fastify";
import { headersOf, refusalOf } from "../../src/platform/http/errors.ts";
import { problemDocument } from "../../src/platform/http/problem-document.ts";
import { refuseOtherOrigins } from "../../src/platform/http/same-origin.ts";
import { addSecureHeaders } from "../../src/platform/http/secure-headers.ts";

async function withApp(secure: boolean, use: (app: FastifyInstance) => Promise<void>): Promise<void> {
  const app = fastify();
  addSecureHeaders(app, { secure });
  refuseOtherOrigins(app, (path) => path.startsWith("/api/"));
  app.setErrorHandler((error, _request, reply) => {
    const refused = refusalOf(error);
    const document = problemDocument(refused);
    return reply.status(document.status).headers(headersOf(refused)).send(document);
  });
  app.get("/", async () => "page");
  app.get("/style", async (_request, reply) => reply.header("cache-control", "public, max-age=60").send("style"));
  app.post("/", async () => "done");
  app.post("/api/cases", async () => "made");
  try {
    await use(app);
  } finally {
    await app.close();
  }
}

test("every answer carries the secure headers, errors too, and is kept nowhere unless it says so", () =>
  withApp(false, async (app) => {
    for (const url of ["/", "/nowhere"]) {
      const { headers } = await app.inject({ url });
      assert.match(String(headers["content-security-policy"]), /^default-src 'self'; .*frame-ancestors 'none'/);
      assert.doesNotMatch(String(headers["content-security-policy"]), /unsafe/);
      assert.equal(headers["x-content-type-options"], "nosniff");
      assert.equal(headers["referrer-policy"], "same-origin");
      assert.equal(headers["cache-control"], "no-store");
      assert.equal(headers["strict-transport-security"], undefined);
    }
    assert.equal((await app.inject({ url: "/style" })).headers["cache-control"], "public, max-age=60");
  }));

test("over https it asks for https for a year", () =>
  withApp(true, async (app) => {
    assert.equal((await app.inject({ url: "/" })).headers["strict-transport-security"], "max-age=31536000");
  }));

test("a form of our own page passes; one of another site is refused before it is read", () =>
  withApp(false, async (app) => {
    const post = async (headers: Record<string, string>, url = "/") =>
      (await app.inject({ method: "POST", url, headers: { host: "a-town.example", ...headers } })).statusCode;
    assert.equal(await post({ "sec-fetch-site": "same-origin" }), 200);
    assert.equal(await post({ "sec-fetch-site": "none" }), 200);
    assert.equal(await post({ "sec-fetch-site": "cross-site" }), 403);
    assert.equal(await post({ "sec-fetch-site": "same-site" }), 403);
    assert.equal(await post({ origin: "https://a-town.example" }), 200);
    assert.equal(await post({ origin: "https://a-town.example.evil.example" }), 403);
    assert.equal(await post({ origin: "null" }), 403);
    assert.equal(await post({}), 200);
    assert.equal(await post({ "sec-fetch-site": "cross-site" }, "/api/cases"), 200);
    assert.equal(await post({ "sec-fetch-site": "cross-site" }, "/?/api/cases"), 403);
  }));

test("a link from another site opens a page", () =>
  withApp(false, async (app) => {
    const { statusCode } = await app.inject({ url: "/", headers: { "sec-fetch-site": "cross-site", origin: "https://elsewhere.example" } });
    assert.equal(statusCode, 200);
  }));
