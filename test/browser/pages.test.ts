import assert from "node:assert/strict";
import { before, describe, test } from "node:test";

import { atOnce } from "../support/covering.ts";
import { openGallery } from "../support/gallery.ts";
import type { Window } from "../support/look.ts";
import { focusFaults, openWindow, overflow, space, summaryFaults, unfold, violations, WIDTHS } from "../support/look.ts";
import { sharedBrowser } from "../support/shared-browser.ts";
import { everyPage } from "../support/every-page.ts";
import type { Shown } from "../support/shown-page.ts";
import { sharedWorld } from "../support/shown-pages.ts";

/**
 * Everything that is wrong with a page, in one window. What scripts do not change is looked at with scripts alone: spacing, how the focus
 * shows, and axe at the second width. (Axe takes nine tenths of the time.)
 */
async function faults(window: Window, name: string, address: string, scripts: boolean): Promise<readonly string[]> {
  const { page } = window;
  const found: string[] = [];
  const note = (where: string, faults: readonly string[]) => found.push(...faults.map((fault) => `${name}, ${where}: ${fault}`));
  await page.setViewportSize({ width: WIDTHS[0], height: 800 });
  note("shown", await window.show(address));
  note("errors", await summaryFaults(page));
  await unfold(page);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    note(`at ${width}`, await overflow(page));
    if (scripts || width === WIDTHS[0]) note(`axe at ${width}`, await violations(page));
    if (!scripts) continue;
    await space(page, true);
    note(`at ${width}, spaced`, await overflow(page));
    await space(page, false);
  }
  if (scripts) note("focus", await focusFaults(page));
  return found;
}

describe("every kind of page that a resident or an officer meets, in a browser", () => {
  let pages: readonly Shown[];
  before(async () => {
    pages = await everyPage();
  });

  for (const scripts of [true, false]) {
    test(`scripts ${scripts ? "on" : "off"}: axe finds nothing, all fits, all that takes the focus shows it`, async () => {
      const [browser, { app }] = await Promise.all([sharedBrowser(), sharedWorld()]);
      const gallery = await openGallery(app, pages, scripts);
      const found: string[] = [];
      const windows = [await openWindow(browser), await openWindow(browser)];
      try {
        await atOnce(windows.length, [...pages.entries()], async ([index, { name }]) => {
          const window = windows.pop();
          assert.ok(window);
          found.push(...(await faults(window, name, gallery.addressOf(index), scripts)));
          windows.push(window);
        });
      } finally {
        for (const { page } of windows) await page.context().close();
        gallery.close();
      }
      assert.deepEqual(found, []);
    });
  }
});
