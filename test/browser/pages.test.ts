import assert from "node:assert/strict";
import { before, describe, test } from "node:test";

import { atOnce } from "../support/covering.ts";
import type { Window } from "../support/look.ts";
import { focusFaults, openWindow, overflow, space, summaryFaults, violations, WIDTHS } from "../support/look.ts";
import { sharedBrowser } from "../support/shared-browser.ts";
import type { Shown } from "../support/shown-pages.ts";
import { sharedSite, shownPages } from "../support/shown-pages.ts";

/** Everything that is wrong with a page, in one window. */
async function faults(window: Window, shown: Shown): Promise<readonly string[]> {
  const { page } = window;
  const found: string[] = [];
  const note = (where: string, faults: readonly string[]) => found.push(...faults.map((fault) => `${shown.name}, ${where}: ${fault}`));
  await page.setViewportSize({ width: WIDTHS[0], height: 800 });
  note("shown", await window.show(shown));
  note("errors", await summaryFaults(page));
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    note(`axe at ${width}`, await violations(page));
    note(`at ${width}`, await overflow(page));
    await space(page, true);
    note(`at ${width}, spaced`, await overflow(page));
    await space(page, false);
  }
  note("focus", await focusFaults(page));
  return found;
}

describe("every kind of page that a resident meets, in a browser", () => {
  let pages: readonly Shown[];
  before(async () => {
    pages = await shownPages();
  });

  for (const scripts of [true, false]) {
    test(`scripts ${scripts ? "on" : "off"}: axe finds nothing, all fits, all that takes the focus shows it`, async () => {
      const [browser, site] = [await sharedBrowser(), await sharedSite()];
      const found: string[] = [];
      const windows = [await openWindow(browser, site, scripts), await openWindow(browser, site, scripts)];
      await atOnce(windows.length, pages, async (shown) => {
        const window = windows.pop();
        assert.ok(window);
        found.push(...(await faults(window, shown)));
        windows.push(window);
      });
      for (const { page } of windows) await page.context().close();
      assert.deepEqual(found, []);
    });
  }
});
