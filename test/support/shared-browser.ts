import { after } from "node:test";
import type { Browser } from "playwright-core";
import { openBrowser } from "./browser.ts";

let browser: Promise<Browser> | undefined;

/** The one browser of this run: opened by the first test that wants it, closed when the run ends. */
export function sharedBrowser(): Promise<Browser> {
  browser ??= openBrowser();
  return browser;
}

// At the root, whichever test file loads this module first: it runs once, after every test of the run.
after(async () => {
  await (await browser)?.close();
});
