import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { violations } from "../support/look.ts";
import { sharedBrowser } from "../support/shared-browser.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const GROUND = "Which showground is nearest? (optional)";

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}

/** What axe finds wrong with a page of the site, whose policy lets no other script in. */
async function look(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  return violations(page);
}

describe("a row of a register, chosen with a real browser", () => {
  let app: TestApp;
  let site: string;
  before(async () => {
    app = await testApp({ start: new Date().toISOString() });
    site = await app.listen();
  });
  after(() => app.stop());

  async function atGround(scripts: boolean, width: number, work: (page: Page) => Promise<void>): Promise<void> {
    const browser = await sharedBrowser();
    const context = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled: scripts });
    context.setDefaultTimeout(20_000);
    try {
      const page = await context.newPage();
      await page.goto(`${site}/services/host-a-tournament`);
      await press(page, "Start now");
      await page.getByLabel("A charity").check();
      await press(page, "Continue");
      await page.getByRole("textbox").fill("1234567");
      await press(page, "Continue");
      await page.getByRole("textbox").fill("100012345678");
      await press(page, "Continue");
      assert.equal(await page.locator("h1").innerText(), GROUND);
      await work(page);
    } finally {
      await context.close();
    }
  }

  const chosen = async (page: Page): Promise<string> => {
    await page.goto(`${site}/services/host-a-tournament/journey/ground`);
    return page.locator("input[name='ground.search']").inputValue();
  };

  test("scripts off: a search, nothing found, another, none of these, and a row", () =>
    atGround(false, 320, async (page) => {
      await page.getByLabel("Search by name").fill("xylophone");
      await page.keyboard.press("Enter");
      await page.getByText("We found nothing for ‘xylophone’").waitFor();
      await page.getByLabel("Search by name").fill("medow");
      await press(page, "Search");
      await page.getByText("1 result for ‘medow’").waitFor();
      await page.getByText("Y Ddôl Hir, Saltby, 800").waitFor();
      await page.getByLabel("Search by name").fill("field");
      await press(page, "Continue");
      // Words that nobody has searched for are searched for; going on without a row is then no answer.
      await page.getByText("2 results for ‘field’").waitFor();
      assert.equal(await page.getByText("There is a problem").count(), 0);
      await press(page, "Continue");
      await page.getByRole("link", { name: "from the list" }).waitFor();
      await page.getByLabel("Abbey Field").check();
      assert.equal(await page.evaluate("document.documentElement.scrollWidth"), 320);
      await press(page, "Continue");
      assert.equal(await chosen(page), "Abbey Field");
      assert.ok(await page.getByLabel("Abbey Field").isChecked());
    }));

  test("scripts on, by keyboard: what fits is suggested, walked through, let go and chosen", () =>
    atGround(true, 320, async (page) => {
      const box = page.getByRole("combobox", { name: "Search by name" });
      await box.pressSequentially("xyl");
      await page.getByText("We found nothing for ‘xyl’").waitFor();
      await box.fill("");
      await box.pressSequentially("fie");
      await page.getByRole("option").first().waitFor();
      assert.equal(await box.getAttribute("aria-expanded"), "true");
      assert.match((await page.getByRole("status").textContent()) ?? "", /^2 results for ‘fie’$/);
      await page.keyboard.press("ArrowDown");
      const active = await box.getAttribute("aria-activedescendant");
      assert.equal(await page.locator(`[id="${active}"]`).getAttribute("aria-selected"), "true");
      assert.deepEqual(await look(page), []);
      assert.equal(await page.evaluate("document.documentElement.scrollWidth"), 320);
      await page.keyboard.press("Escape");
      assert.equal(await box.getAttribute("aria-expanded"), "false");
      await page.keyboard.press("ArrowDown");
      await page.getByRole("option").first().waitFor();
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("Enter");
      assert.equal(await box.inputValue(), "Lammas Field");
      await press(page, "Continue");
      assert.equal(await chosen(page), "Lammas Field");
    }));

  test("scripts on, by pointer: a row that is chosen again takes the place of the one before", () =>
    atGround(true, 1280, async (page) => {
      const box = page.getByRole("combobox", { name: "Search by name" });
      await box.pressSequentially("goose");
      await page.getByRole("option", { name: /Goose Green/ }).click();
      await press(page, "Continue");
      await page.goto(`${site}/services/host-a-tournament/journey/ground`);
      await box.fill("");
      await box.pressSequentially("queen");
      await page.getByRole("option", { name: /Queen's Mead/ }).click();
      await press(page, "Continue");
      assert.equal(await chosen(page), "Queen's Mead");
      await box.fill("Castle Mo");
      await press(page, "Continue");
      await page.getByLabel("Castle Mound").waitFor();
      assert.deepEqual(await look(page), []);
    }));
});
