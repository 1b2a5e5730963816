import assert from "node:assert/strict";
import { before, describe, test } from "node:test";

import { atOnce } from "../support/covering.ts";
import { openGallery } from "../support/gallery.ts";
import type { Markup, Window } from "../support/look.ts";
import { focusFaults, markup, openWindow, overflow, space, summaryFaults, unfold, violations, WIDTHS } from "../support/look.ts";
import { sharedBrowser } from "../support/shared-browser.ts";
import { everyPage } from "../support/every-page.ts";
import type { Shown } from "../support/shown-page.ts";
import { sharedWorld } from "../support/shown-pages.ts";

/** Where a page is looked at, and what is wrong with it there so far. */
interface Look {
  readonly window: Window;
  note(where: string, faults: readonly string[]): void;
}

async function show({ window, note }: Look, address: string): Promise<Markup> {
  await window.page.setViewportSize({ width: WIDTHS[0], height: 800 });
  note("shown", await window.show(address));
  note("errors", await summaryFaults(window.page));
  await unfold(window.page);
  return markup(window.page);
}

async function withScripts(look: Look, address: string): Promise<Markup> {
  const { page } = look.window;
  const shown = await show(look, address);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    look.note(`at ${width}`, await overflow(page));
    look.note(`axe at ${width}`, await violations(page));
    await space(page, true);
    look.note(`at ${width}, spaced`, await overflow(page));
    await space(page, false);
  }
  look.note("focus", await focusFaults(page));
  return shown;
}

/** Axe takes nine tenths of the time, so it looks once at what scripts leave as it is: without them, at what is then another page. */
async function withoutScripts(look: Look, address: string, scripted: Markup, frames: Set<string>): Promise<void> {
  const { page } = look.window;
  const shown = await show(look, address);
  if (shown.main !== scripted.main || !frames.has(shown.frame)) look.note("axe", await violations(page));
  frames.add(shown.frame);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    look.note(`at ${width}`, await overflow(page));
  }
}

describe("every kind of page that a resident or an officer meets, in a browser", () => {
  let pages: readonly Shown[];
  before(async () => {
    pages = await everyPage();
  });

  test("scripts on and off: axe finds nothing, all fits, all that takes the focus shows it", async () => {
    const [browser, { app }] = await Promise.all([sharedBrowser(), sharedWorld()]);
    const scripted = await openGallery(app, pages, true);
    const plain = await openGallery(app, pages, false);
    const found: string[] = [];
    const frames = new Set<string>();
    const pairs = await Promise.all([0, 1].map(() => Promise.all([openWindow(browser), openWindow(browser)])));
    try {
      await atOnce(pairs.length, [...pages.entries()], async ([index, { name }]) => {
        const pair = pairs.pop();
        assert.ok(pair);
        const look = (window: Window, scripts: string): Look => ({
          window,
          note: (where, faults) => found.push(...faults.map((fault) => `${name}, scripts ${scripts}, ${where}: ${fault}`)),
        });
        const shown = await withScripts(look(pair[0], "on"), scripted.addressOf(index));
        await withoutScripts(look(pair[1], "off"), plain.addressOf(index), shown, frames);
        pairs.push(pair);
      });
    } finally {
      for (const { page } of pairs.flat()) await page.context().close();
      scripted.close();
      plain.close();
    }
    assert.deepEqual(found, []);
  });
});
