import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";

import type { Page } from "playwright-core";

import type { TestApp } from "../support/app.ts";
import { sharedBrowser } from "../support/shared-browser.ts";
import { validateHtml } from "../support/validate-html.ts";
import type { DeskPage } from "./desk-pages.ts";
import { deskPages } from "./desk-pages.ts";

const AXE = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const FINDINGS = "axe.run().then((r) => r.violations.map((v) => v.id + ' ' + v.nodes.map((n) => n.html).join()))";

describe("every page of the desk", () => {
  let app: TestApp;
  let pages: readonly DeskPage[];
  before(async () => {
    ({ app, pages } = await deskPages());
  });
  after(() => app.stop());

  /** Shows a page that was answered before, with the assets of the running program and the policy it sends. */
  async function show(page: Page, { body }: DeskPage): Promise<void> {
    const policy = String(
      (await app.inject({ url: "/desk/sign-in", headers: { host: "eastmere.example" } })).headers["content-security-policy"],
    );
    await page.unrouteAll();
    await page.route("**/*", async (route) => {
      const { pathname } = new URL(route.request().url());
      if (!pathname.startsWith("/assets/"))
        return route.fulfill({ body, headers: { "content-type": "text/html", "content-security-policy": policy } });
      const asset = await app.inject({ url: pathname, headers: { host: "eastmere.example" } });
      return route.fulfill({ body: asset.rawPayload, headers: { "content-type": String(asset.headers["content-type"]) } });
    });
    await page.goto("http://eastmere.example/");
  }

  test("is valid HTML, and says in its title where something is wrong", async () => {
    for (const { name, body } of pages) {
      assert.deepEqual(await validateHtml(body), [], name);
      assert.equal(/<title>Error: /.test(body), body.includes("govuk-error-summary"), name);
      assert.doesNotMatch(body, / style=|<style|<script(?! type="module" src=)/, name);
    }
  });

  test("links every message of its error summary to an input or a part of the page that is there", () => {
    let links = 0;
    for (const { name, body } of pages) {
      const summary = /govuk-error-summary__list">([\s\S]*?)<\/ul>/.exec(body)?.[1] ?? "";
      for (const [, id = ""] of summary.matchAll(/href="#([^"]+)"/g)) {
        links += 1;
        assert.ok(body.includes(` id="${id}"`), `${name}: #${id}`);
      }
    }
    assert.ok(links > 15);
  });

  for (const width of [320, 1280]) {
    test(`fits ${width} pixels, and axe finds nothing`, async () => {
      const browser = await sharedBrowser();
      const context = await browser.newContext({ viewport: { width, height: 900 } });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on("console", (message) => complaints.push(message.text()));
      for (const shown of pages) {
        await show(page, shown);
        assert.equal(await page.evaluate("document.documentElement.scrollWidth"), width, shown.name);
        await page.evaluate(AXE);
        assert.deepEqual(await page.evaluate(FINDINGS), [], shown.name);
      }
      assert.deepEqual(complaints, []);
      await context.close();
    });
  }
});
