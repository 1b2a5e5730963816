import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import type { BrowserContext, Page } from "playwright-core";

import { statement } from "../../src/platform/statement.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { PICTURE } from "../support/covering.ts";
import { sharedBrowser } from "../support/shared-browser.ts";

const POTHOLE = "/services/report-a-pothole";
const DRAGON = "/services/keep-a-dragon";

const casesOfEmail = statement(
  "test-cases-of-email",
  "select count(*)::integer as count from cases where council = $1 and person ->> 'email' = $2",
);

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}

function heading(page: Page): Promise<string> {
  return page.locator("h1").innerText();
}

/** From the start page to the answers to check. */
async function answerAll(page: Page, site: string, email: string): Promise<void> {
  await page.goto(site + POTHOLE);
  await press(page, "Start now");
  await page.getByRole("textbox").fill("Outside 12 Mill Lane");
  await press(page, "Continue");
  for (const choice of ["A street or a country lane", "Smaller than a dinner plate", "No"]) {
    await page.getByLabel(choice, { exact: true }).check();
    await press(page, "Continue");
  }
  await press(page, "Continue");
  await page.getByLabel("First name").fill("Sam");
  await page.getByLabel("Last name").fill("Okoro");
  await press(page, "Continue");
  await page.getByLabel("By email").check();
  await press(page, "Continue");
  await page.getByRole("textbox").fill(email);
  await press(page, "Continue");
  await press(page, "Continue");
  assert.equal(await heading(page), "Check your answers before you send them");
}

async function referenceOn(page: Page): Promise<string> {
  return page.locator(".govuk-panel strong").innerText();
}

describe("a resident with a real browser", () => {
  let app: TestApp;
  let site: string;
  before(async () => {
    // A browser drops a cookie that has run out by its own clock, so this borough lives in the present.
    app = await testApp({ start: new Date().toISOString() });
    site = await app.listen();
  });
  after(() => app.stop());

  /** A phone of one's own: cookies and all. */
  async function withPhone(scripts: boolean, work: (page: Page, context: BrowserContext) => Promise<void>): Promise<void> {
    const browser = await sharedBrowser();
    const context = await browser.newContext({ viewport: { width: 320, height: 640 }, javaScriptEnabled: scripts });
    context.setDefaultTimeout(20_000);
    try {
      await work(await context.newPage(), context);
    } finally {
      await context.close();
    }
  }

  async function casesOf(email: string): Promise<number> {
    const [row] = await app.database.query<{ count: number }>(casesOfEmail, ["eastmere", email]);
    return row?.count ?? 0;
  }

  for (const scripts of [true, false]) {
    const how = scripts ? "scripts on" : "scripts off";

    test(`mends an answer on the check page, sends, says how it went, and follows the case with a message and a photo (${how})`, () =>
      withPhone(scripts, async (page) => {
        const email = `sam.${how.replace(" ", ".")}@example.test`;
        await answerAll(page, site, email);
        await page.getByRole("link", { name: "Change how wide it is" }).click();
        assert.equal(await page.getByLabel("Smaller than a dinner plate").isChecked(), true);
        await page.getByLabel("Larger than a dinner plate").check();
        await press(page, "Continue");
        assert.equal(await heading(page), "Check your answers before you send them");
        assert.ok(await page.getByText("Larger than a dinner plate").isVisible());
        await press(page, "Send");
        const reference = await referenceOn(page);
        await page.getByRole("link", { name: "What did you think of this service?" }).click();
        await page.getByLabel("Very satisfied", { exact: true }).check();
        await press(page, "Send feedback");
        assert.equal(await heading(page), "Thank you for your feedback");

        await page.goto(`${site}/cases`);
        await page.getByLabel("Reference").fill(reference.toLowerCase().replaceAll("-", " "));
        await page.getByLabel("Email address").fill(email.toUpperCase());
        await press(page, "Continue");
        await page.getByLabel("Your message").fill("It is by the school gate.");
        await page.locator("input[type=file]").setInputFiles({ name: "gate.png", mimeType: "image/png", buffer: await PICTURE });
        await press(page, "Send");
        assert.ok(await page.getByText("We have your message").isVisible());
        assert.ok(await page.getByText("It is by the school gate.").isVisible());
        const photo = await page.request.get(site + (await page.getByRole("link", { name: "gate.png" }).getAttribute("href")));
        assert.equal(photo.status(), 200);
        assert.equal(photo.headers()["content-type"], "image/png");
      }));

    test(`adds and removes entries and files, and nothing typed is lost (${how})`, () =>
      withPhone(scripts, async (page) => {
        await page.goto(site + DRAGON);
        await press(page, "Start now");
        for (const [part, value] of [
          ["Day", "1"],
          ["Month", "5"],
          ["Year", "1990"],
        ] as const)
          await page.getByLabel(part).fill(value);
        await press(page, "Continue");
        await page.getByLabel("As a pet").check();
        await press(page, "Continue");
        const called = page.getByLabel("What is it called?");
        await called.fill("Ember");
        await press(page, "Add another dragon");
        assert.equal(await called.count(), 2);
        assert.equal(await called.first().inputValue(), "Ember");
        await called.last().fill("Cinder");
        await press(page, "Remove Dragon 1");
        assert.equal(await called.count(), 1);
        assert.equal(await called.inputValue(), "Cinder");
        assert.equal(await page.locator(".govuk-error-message").count(), 0);
      }));
  }

  test("uploads a picture, takes it away and puts another in its place", () =>
    withPhone(true, async (page) => {
      await page.goto(site + POTHOLE);
      await press(page, "Start now");
      await page.getByRole("textbox").fill("Outside 12 Mill Lane");
      await press(page, "Continue");
      for (const choice of ["A street or a country lane", "Smaller than a dinner plate", "No"]) {
        await page.getByLabel(choice, { exact: true }).check();
        await press(page, "Continue");
      }
      const box = page.locator("input[type=file]");
      await box.setInputFiles({ name: "not-a-picture.png", mimeType: "image/png", buffer: Buffer.from("only words") });
      await press(page, "Continue");
      assert.match(await page.title(), /^Error: /);
      await box.setInputFiles({ name: "hole.png", mimeType: "image/png", buffer: await PICTURE });
      await press(page, "Continue");
      await page.getByRole("link", { name: "Back", exact: true }).click();
      assert.ok(await page.getByText("hole.png").first().isVisible());
      await press(page, "Remove hole.png");
      assert.equal(await page.getByText("hole.png").count(), 0);
      await box.setInputFiles({ name: "hole-2.png", mimeType: "image/png", buffer: await PICTURE });
      await press(page, "Continue");
      await page.getByRole("link", { name: "Back", exact: true }).click();
      assert.ok(await page.getByText("hole-2.png").first().isVisible());
    }));

  test("leaves half-way and comes back on another device by the emailed link, which works once", () =>
    withPhone(true, async (page) => {
      await page.goto(site + POTHOLE);
      await press(page, "Start now");
      await page.getByRole("textbox").fill("Under the railway bridge");
      await press(page, "Save and come back later");
      await page.getByLabel("Email address").fill("leaves@example.test");
      await press(page, "Email me a link");
      assert.equal(await heading(page), "Check your email");
      await app.settle();
      await withPhone(false, async (other) => {
        await other.goto(`${site}/demo/mailbox`);
        await other.getByRole("link", { name: "Your saved answers" }).first().click();
        const link = new URL((await other.getByRole("link", { name: /\/resume\// }).getAttribute("href")) ?? "");
        await other.goto(site + link.pathname);
        await press(other, "Continue");
        assert.equal(await heading(other), "What kind of road is it on?");
        await other.getByRole("link", { name: "Back", exact: true }).click();
        assert.equal(await other.getByRole("textbox").inputValue(), "Under the railway bridge");
        assert.equal((await other.goto(site + link.pathname))?.status(), 410);
      });
    }));

  for (const scripts of [true, false]) {
    test(`presses Send twice and goes back: one case, one reference (scripts ${scripts ? "on" : "off"})`, () =>
      withPhone(scripts, async (page) => {
        const email = `twice.${scripts}@example.test`;
        await answerAll(page, site, email);
        await page.getByRole("button", { name: "Send", exact: true }).dblclick();
        await page.waitForURL(/\/done$/);
        const reference = await referenceOn(page);
        await page.goBack();
        // A page kept by the browser, or one that was asked for again: either way the same reference.
        const again = page.getByRole("button", { name: "Send", exact: true });
        if ((await again.count()) > 0) await again.click();
        await page.waitForURL(/\/done$/);
        assert.equal(await referenceOn(page), reference);
        assert.equal(await casesOf(email), 1);
      }));
  }

  test("answers in two tabs and sends in both: one case", () =>
    withPhone(true, async (page, context) => {
      await answerAll(page, site, "tabs@example.test");
      const other = await context.newPage();
      await other.goto(`${site}${POTHOLE}/journey/check`);
      await press(page, "Send");
      const reference = await referenceOn(page);
      await press(other, "Send");
      assert.equal(await referenceOn(other), reference);
      await other.goto(`${site}${POTHOLE}/journey/where`);
      assert.equal(await referenceOn(other), reference);
      assert.equal(await casesOf("tabs@example.test"), 1);
    }));
});
