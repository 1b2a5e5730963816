import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { brandCss } from "../../src/components/brand.ts";
import type { Html } from "../../src/components/html.ts";
import { factsPage, questionsPage } from "../components/sample-page.ts";
import { sharedBrowser } from "../support/shared-browser.ts";

const MODULES = new URL("../../node_modules/", import.meta.url);
const TYPES: Readonly<Record<string, string>> = { css: "text/css", js: "text/javascript", svg: "image/svg+xml" };
/** Fonts are allowed only because Chromium complains of every font face that is not, used or not. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'";

function asset(name: string): string | Buffer {
  if (name === "brand.css") return brandCss("#00563f") ?? "";
  if (name.startsWith("govuk-frontend.")) return readFileSync(new URL(`govuk-frontend/dist/govuk/${name}`, MODULES));
  return readFileSync(new URL(`../../src/faces/public/assets/${name}`, import.meta.url));
}

/** Shows the page as a council would serve it, with the strictest policy, and says what the browser complained of. */
async function show(markup: Html, width: number, javaScriptEnabled = true): Promise<{ page: Page; complaints: string[] }> {
  const context = await (await sharedBrowser()).newContext({ viewport: { width, height: 800 }, javaScriptEnabled });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.route("**/*", async (route) => {
    if (route.request().resourceType() === "font") complaints.push(`asked for ${route.request().url()}`);
    const { pathname } = new URL(route.request().url());
    const name = pathname.startsWith("/assets/") ? pathname.slice("/assets/".length) : "";
    const type = TYPES[name.split(".").at(-1) ?? ""] ?? "text/html";
    await route.fulfill({
      body: name === "" ? markup.markup : asset(name),
      headers: { "content-type": `${type}; charset=utf-8`, "content-security-policy": POLICY },
    });
  });
  await page.goto("http://eastmere.test/");
  return { page, complaints };
}

const pages = { questions: questionsPage(false), errors: questionsPage(true), facts: factsPage() };

for (const [name, markup] of Object.entries(pages)) {
  test(`${name}: fits 320 and 1280 pixels, no GDS Transport, nothing the policy stops`, async () => {
    for (const width of [320, 1280]) {
      const { page, complaints } = await show(markup, width);
      assert.equal(await page.evaluate("document.documentElement.scrollWidth"), width);
      assert.equal(
        await page.evaluate("[...document.querySelectorAll('*')].some((e) => getComputedStyle(e).fontFamily.includes('GDS'))"),
        false,
      );
      assert.equal(await page.evaluate("document.body.matches('.js-enabled.govuk-frontend-supported')"), true);
      assert.deepEqual(complaints, []);
      await page.context().close();
    }
  });

  test(`${name}: axe finds nothing, with scripts`, async () => {
    const { page } = await show(markup, 1280);
    await page.evaluate(readFileSync(new URL("axe-core/axe.min.js", MODULES), "utf8"));
    const found = await page.evaluate("axe.run().then((r) => r.violations.map((v) => v.id + ' ' + v.nodes.map((n) => n.html).join()))");
    assert.deepEqual(found, []);
    await page.context().close();
  });
}

test("without scripts everything is there", async () => {
  const { page } = await show(pages.facts, 320, false);
  for (const text of ["9 cases", "Figures"]) assert.ok(await page.getByText(text, { exact: true }).isVisible(), text);
  await page.context().close();
});

test("the header wears the council's colour", async () => {
  const { page } = await show(pages.questions, 1280);
  assert.equal(await page.evaluate("getComputedStyle(document.querySelector('.govuk-generic-header')).backgroundColor"), "rgb(0, 86, 63)");
  await page.context().close();
});
