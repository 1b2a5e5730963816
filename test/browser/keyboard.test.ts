import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import type { Page } from "playwright-core";

import type { PublishedService, Screen } from "../../src/definition/service.ts";
import type { CoveringJourney } from "../../src/journey/cover.ts";
import { coveringJourneys } from "../../src/journey/cover.ts";
import { dayOf } from "../../src/platform/clock.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { PICTURE, typedFor } from "../support/covering.ts";
import { answer, enter, focused, tabTo } from "../support/keyboard.ts";
import { overflow } from "../support/look.ts";
import { sharedBrowser } from "../support/shared-browser.ts";

/** The longest journey to a case whose repeated groups stay short, so that it is all the questions and few of them twice. */
function journeyOf(service: PublishedService, today: string): CoveringJourney {
  const journeys = coveringJourneys(service, today).filter(({ end }) => end.kind === "check");
  const asked = ({ answers }: CoveringJourney): number => Object.keys(answers).length;
  const entries = ({ answers }: CoveringJourney): number =>
    Math.max(1, ...Object.values(answers).map((one) => (Array.isArray(one) ? one.length : 0)));
  const [best] = journeys.toSorted((a, b) => asked(b) - asked(a) || entries(a) - entries(b));
  assert.ok(best);
  return best;
}

describe("a whole journey by keyboard alone", () => {
  let app: TestApp;
  let site: string;
  before(async () => {
    // A browser drops a cookie that has run out by its own clock, so this borough lives in the present.
    app = await testApp({ start: new Date().toISOString() });
    site = await app.listen();
  });
  after(() => app.stop());

  /** Presses Continue with nothing answered: the page says what is wrong, and the link to it leads to the first box, with scripts or without. */
  async function mistake(page: Page, scripts: boolean): Promise<void> {
    await enter(page, "Continue");
    assert.match(await page.title(), /^Error: /);
    if (scripts) assert.equal(await page.evaluate("document.activeElement.className"), "govuk-error-summary");
    const words = (await page.locator(".govuk-error-summary a").first().textContent()) ?? "";
    await tabTo(page, (at) => at.words === words, "the link to what is wrong");
    await page.keyboard.press("Enter");
    assert.match((await focused(page)).type, /^(text|textarea|radio|checkbox)$/, `${words} leads to a box`);
  }

  async function fill(page: Page, screen: Screen, journey: CoveringJourney): Promise<void> {
    for (const [name, value] of Object.entries(typedFor(screen.questions, journey.answers))) {
      if (Buffer.isBuffer(value)) continue;
      await answer(page, name, [value].flat());
    }
    const files = screen.questions.find(({ type, id }) => type === "files" && journey.answers[id] !== null);
    // A keyboard opens the system's own window for files, which no test can see; the file is put into the box instead.
    if (files !== undefined) {
      await page
        .locator(`input[type=file][name="${files.id}"]`)
        .setInputFiles({ name: "photo.png", mimeType: "image/png", buffer: await PICTURE });
    }
  }

  async function walk(page: Page, id: string, scripts: boolean, width: number): Promise<void> {
    const service = app.context.councils.service("eastmere", id);
    assert.ok(service);
    const journey = journeyOf(service, dayOf(app.clock.now()));
    await page.goto(`${site}/services/${id}`);
    await enter(page, "Start now");
    for (let pages = 0; pages < 30; pages++) {
      const screen = service.screens.get(new URL(page.url()).pathname.split("/").at(-1) ?? "");
      if (screen === undefined) break;
      if (pages === 0) await mistake(page, scripts);
      await fill(page, screen, journey);
      await enter(page, "Continue");
      assert.deepEqual(await overflow(page), [], page.url());
    }
    assert.equal(await page.locator("h1").textContent(), "Check your answers before you send them");
    await enter(page, service.declaration === undefined ? "Send" : "Accept and send");
    const reference = (await page.locator(".govuk-panel strong").textContent()) ?? "";
    const item = await app.context.cases.byReference("eastmere", reference);
    assert.equal(item?.service, id, `${id} at ${width}`);
    assert.deepEqual(Object.keys(item?.answers ?? {}).toSorted(), Object.keys(journey.answers).toSorted());
  }

  const plan = [
    { id: "report-a-pothole", scripts: true, width: 320 },
    { id: "report-a-pothole", scripts: false, width: 1280 },
    { id: "keep-a-dragon", scripts: true, width: 1280 },
    { id: "keep-a-dragon", scripts: false, width: 320 },
  ];
  for (const { id, scripts, width } of plan) {
    test(`${id}, scripts ${scripts ? "on" : "off"}, ${width} pixels wide`, async () => {
      const browser = await sharedBrowser();
      const context = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled: scripts });
      try {
        await walk(await context.newPage(), id, scripts, width);
      } finally {
        await context.close();
      }
    });
  }
});
