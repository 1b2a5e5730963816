import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { Browser, Page } from "playwright-core";
import sharp from "sharp";

import { fillWithDemonstration } from "../../src/demonstration/fill.ts";
import { DEMONSTRATION_PASSWORD } from "../../src/demonstration/sign-ins.ts";
import { testApp } from "../support/app.ts";
import { withBrowser } from "../support/browser.ts";

/** The pictures of the README, taken from the demonstration: `npm run screenshots`. */

const FOLDER = join(import.meta.dirname, "..", "..", "docs", "images");
const LARGEST = 150 * 1024;

type Shot = (page: Page, site: string) => Promise<void>;

const question: Shot = async (page, site) => {
  await page.goto(`${site}/services/report-a-pothole`);
  await page.getByRole("button", { name: "Start now" }).click();
  await page.getByRole("textbox").first().fill("Outside 12 Mill Lane, near the school gate");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByLabel("A street or a country lane").check();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByLabel("Larger than a dinner plate").check();
};

const worklist: Shot = async (page, site) => {
  await signIn(page, site);
};

const oneCase: Shot = async (page, site) => {
  await signIn(page, site);
  await page.locator('main table a[href*="/desk/cases/"]').first().click();
};

const performance: Shot = async (page, site) => {
  await page.goto(`${site}/performance`);
};

async function signIn(page: Page, site: string): Promise<void> {
  await page.goto(`${site}/desk`);
  await page.getByLabel("Email address").fill("manager@eastmere.example");
  await page.getByLabel("Password", { exact: true }).fill(DEMONSTRATION_PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(`${site}/desk`);
}

const SHOTS: Readonly<Record<string, Shot>> = { question, worklist, case: oneCase, performance };

async function take(browser: Browser, name: string, shot: Shot, site: string): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 760 } });
  const page = await context.newPage();
  await shot(page, site);
  // Pages are of few colours: a palette shows them as they are in a third of the bytes.
  const picture = await sharp(await page.screenshot())
    .png({ palette: true, colours: 64, effort: 10 })
    .toBuffer();
  if (picture.length > LARGEST) throw new Error(`${name}.png has ${picture.length} bytes`);
  writeFileSync(join(FOLDER, `${name}.png`), picture);
  process.stdout.write(`docs/images/${name}.png ${Math.round(picture.length / 1024)} KB\n`);
  await context.close();
}

mkdirSync(FOLDER, { recursive: true });
// The browser forgets cookies by its own clock, so the house has the same day.
const house = await testApp({ start: new Date().toISOString() });
try {
  await fillWithDemonstration(house.context);
  const site = await house.listen();
  await withBrowser(async (browser) => {
    for (const [name, shot] of Object.entries(SHOTS)) await take(browser, name, shot, site);
  });
} finally {
  await house.stop();
}
