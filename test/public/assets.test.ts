import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

import type { TestApp } from "../support/app.ts";
import { sharedWorld } from "../support/shown-pages.ts";

const KB = 1000;

describe("what every page needs besides itself", () => {
  let app: TestApp;
  before(async () => {
    ({ app } = await sharedWorld());
  });

  const ask = (name: string, headers: Readonly<Record<string, string>> = {}) =>
    app.inject({ url: `/assets/${name}`, headers: { host: "eastmere.example", ...headers } });

  /** The files that a page names, each once. */
  async function needed(): Promise<readonly string[]> {
    const { body } = await app.inject({ url: "/", headers: { host: "eastmere.example" } });
    const named = [...body.matchAll(/(?:href|src)="\/assets\/([^"]+)"/g)].map(([, name = ""]) => name);
    // The one script of the page asks for the other.
    return [...new Set([...named, "govuk-frontend.min.js"])];
  }

  test("comes compressed, is the same when unpacked, and weighs little", async () => {
    const weight = { css: 0, js: 0, svg: 0 };
    for (const name of await needed()) {
      const plain = await ask(name);
      assert.equal(plain.statusCode, 200, name);
      const packed = await ask(name, { "accept-encoding": "gzip, deflate, br" });
      const zipped = await ask(name, { "accept-encoding": "gzip;q=1.0, br;q=0" });
      if (plain.rawPayload.length >= 1000) {
        assert.equal(packed.headers["content-encoding"], "br", name);
        assert.deepEqual(brotliDecompressSync(packed.rawPayload), plain.rawPayload);
        assert.equal(zipped.headers["content-encoding"], "gzip", name);
        assert.deepEqual(gunzipSync(zipped.rawPayload), plain.rawPayload);
      }
      const kind = name.split(".").at(-1);
      assert.ok(kind === "css" || kind === "js" || kind === "svg");
      weight[kind] += packed.rawPayload.length;
    }
    assert.ok(weight.css < 20 * KB && weight.js < 15 * KB && weight.svg < 2 * KB, JSON.stringify(weight));
  });

  test("is kept by the browser, and asked for again costs nothing", async () => {
    for (const name of await needed()) {
      const { headers } = await ask(name, { "accept-encoding": "br" });
      assert.match(String(headers["cache-control"]), /^public, max-age=\d+/);
      const again = await ask(name, { "accept-encoding": "br", "if-none-match": `W/"other", ${headers.etag}` });
      assert.equal(again.statusCode, 304, name);
      assert.equal(again.rawPayload.length, 0);
    }
  });

  test("is all that is served: no source, no map, nothing outside", async () => {
    for (const name of ["index.scss", "govuk-frontend.min.js.map", "..%2F..%2Fpackage.json", "%2e%2e%2flayout.ts", "nothing.css", ".css"]) {
      assert.equal((await ask(name)).statusCode, 404, name);
    }
  });
});
