import { existsSync } from "node:fs";
import chromium from "@sparticuz/chromium";
import { type Browser, chromium as playwright } from "playwright-core";

/** Quiet and alone: no sandbox (tests may run as root), no graphics card, no requests of the browser's own. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * A browser, to be closed by the caller: Chromium from the npm package, or where that cannot start (another kind of machine) the one at
 * `CHROMIUM_PATH` or /usr/bin/chromium. Throws what kept the first from starting when there is no other.
 */
export async function openBrowser(): Promise<Browser> {
  try {
    return await playwright.launch({ executablePath: await chromium.executablePath(), args: FLAGS });
  } catch (error) {
    const other = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
    if (!existsSync(other)) throw error;
    return await playwright.launch({ executablePath: other, args: FLAGS });
  }
}

/** Opens a browser, does the work and closes it, also when the work fails. */
export async function withBrowser<Result>(work: (browser: Browser) => Promise<Result>): Promise<Result> {
  const browser = await openBrowser();
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}
