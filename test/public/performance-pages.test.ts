import { USUAL_CALENDAR } from "../../src/councils/council-calendar.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Council } from "../../src/councils/council.ts";
import { overviewPage, servicePage } from "../../src/faces/public/performance/performance-pages.ts";
import { PAGE_WORDS } from "../../src/language/page-words.ts";
import type { Visit } from "../../src/faces/shared/visit.ts";
import type { MonthlyMeasure } from "../../src/measures/measure-store.ts";
import { performance } from "../../src/measures/performance.ts";
import { periodOf } from "../../src/measures/period.ts";
import { validateHtml } from "../support/validate-html.ts";

const council: Council = {
  id: "here",
  name: "Here & There Council",
  place: "Here",
  colour: "#1d5c4f",
  hosts: [],
  nation: "england",
  calendar: USUAL_CALENDAR,
  contact: { phone: "01632 960100", email: "hello@here.example", hours: [], address: [] },
  costs: new Map([
    ["web", { pence: 20, source: "Published audit", assumption: false }],
    ["desk", { pence: 1016, source: "Published audit", assumption: false }],
    ["phone", { pence: 283, source: "Our own guess", assumption: true }],
  ]),
  teams: new Map(),
  roles: new Map(),
  services: [],
  groups: [],
  links: {},
  publishing: "automatic",
  languages: ["en"],
};
const today = "2026-03-02";
const visit: Visit = {
  council,
  jar: { secret: Buffer.alloc(32), secure: false },
  now: new Date(`${today}T12:00:00Z`),
  today,
  language: "en",
  words: PAGE_WORDS.en,
  page: { method: "GET", url: "/performance" },
};
const period = periodOf("3", today);

function sent(channel: string, count: number, month = "2026-02"): MonthlyMeasure {
  return { service: "pothole", month, channel, measure: "submitted", count, total: 0 };
}

const some = [sent("web", 6), sent("web", 1200, "2026-01"), sent("phone", 3), sent("desk", 1), sent("chat", 2)];

test("the pages are valid HTML, with figures and without", async () => {
  for (const measures of [some, []]) {
    const figures = performance(measures, council.costs, period.months);
    const line = { id: "pothole", title: "Report <a> pothole", performance: figures };
    const pages = [overviewPage(visit, period, figures, [line]), servicePage(visit, period, line)];
    for (const page of pages) {
      assert.deepEqual(await validateHtml(page), []);
      assert.ok(!/NaN|undefined|Infinity|\sstyle=/.test(page));
      assert.equal(page.includes("No figures yet"), true);
      assert.equal(page.includes("<svg class"), measures.length > 0);
    }
  }
});

test("the page says each channel's cost, which of them is an assumption, and what the published audit says", () => {
  const page = overviewPage(visit, period, performance(some, council.costs, period.months), []);
  for (const words of [
    "£10.16. Source: Published audit.",
    "£2.83. This is an assumption: nobody has measured it. Source: Our own guess.",
    "Chat: there is no cost yet",
    "50.8",
    "a call costs under £3.39",
    "1,212",
    'href="/performance.csv?months=3"',
  ]) {
    assert.ok(page.includes(words), words);
  }
});
