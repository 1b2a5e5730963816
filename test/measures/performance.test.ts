import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import type { Channel, ChannelCost } from "../../src/councils/council.ts";
import { CHANNELS } from "../../src/councils/council.ts";
import { FIGURES, figureNumber, figureText, NO_FIGURES, timesAsMuch } from "../../src/measures/figures.ts";
import type { FigureName } from "../../src/measures/figures.ts";
import type { MonthlyMeasure } from "../../src/measures/measure-store.ts";
import { byService, performance } from "../../src/measures/performance.ts";
import { periodOf } from "../../src/measures/period.ts";
import { mustBeUnder, publishedSentences } from "../../src/measures/published-audit.ts";
import { roundedDivision } from "../../src/measures/rounding.ts";
import { MEASURES } from "../../src/measures/tally.ts";

const MONTHS = ["2026-01", "2026-02", "2026-03"];
const channels = Object.keys(CHANNELS) as Channel[];
const names = Object.keys(FIGURES) as FigureName[];

function cost(pence: number): ChannelCost {
  return { pence, source: "A test", assumption: false };
}

const COSTS: ReadonlyMap<Channel, ChannelCost> = new Map([
  ["web", cost(20)],
  ["phone", cost(283)],
  ["desk", cost(1016)],
]);

function measured(channel: Channel, measure: string, count: number, total = 0, month = "2026-02", service = "pothole"): MonthlyMeasure {
  return { service, month, channel, measure, count, total };
}

const aMeasure = fc.record({
  service: fc.constantFrom("pothole", "bin", "dragon"),
  month: fc.constantFrom(...MONTHS),
  channel: fc.constantFrom(...channels),
  measure: fc.constantFrom(...Object.keys(MEASURES)),
  count: fc.integer({ min: 0, max: 1_000_000 }),
  total: fc.integer({ min: 0, max: 1_000_000_000 }),
});
const someMeasures = fc.array(aMeasure, { maxLength: 40 });
const someCosts = fc
  .array(fc.tuple(fc.constantFrom(...channels), fc.integer({ min: 0, max: 5000 }).map(cost)), { maxLength: 7 })
  .map((pairs): ReadonlyMap<Channel, ChannelCost> => new Map(pairs));

test("the four figures, worked by hand", () => {
  const measures = [
    measured("web", "started", 10),
    measured("web", "submitted", 6),
    measured("web", "ended", 2),
    measured("phone", "submitted", 3),
    measured("desk", "submitted", 1),
    measured("phone", "started", 4),
    measured("web", "rated", 4, 16),
    measured("web", "satisfied", 3),
    measured("web", "closed", 2, 3 * 86_400),
    measured("phone", "in_time", 1),
    measured("phone", "closed", 1, 86_400 * 6),
  ];
  const { figures, channels: by } = performance(measures, COSTS, MONTHS);
  assert.deepEqual(figures.cost_per_transaction, { numerator: 6 * 20 + 3 * 283 + 1016, denominator: 10 });
  assert.equal(figureText("cost_per_transaction", figures.cost_per_transaction), "£1.99");
  assert.equal(figureText("digital_take_up", figures.digital_take_up), "60%");
  assert.equal(figureText("completion_rate", figures.completion_rate), "80%");
  assert.equal(figureText("user_satisfaction", figures.user_satisfaction), "75%");
  assert.equal(figureText("time_to_resolve", figures.time_to_resolve), "3 days");
  assert.equal(figureNumber("time_to_resolve", figures.time_to_resolve), "72");
  assert.equal(figureText("closed_in_time", figures.closed_in_time), "33.3%");
  assert.deepEqual(
    by.map(({ channel, submitted, pence }) => [channel, submitted, pence]),
    [
      ["web", 6, 120],
      ["phone", 3, 849],
      ["desk", 1, 1016],
    ],
  );
});

test("the published audit's arithmetic: a visit costs 50.8 times as much as online, and a call under £3.39", () => {
  assert.equal(timesAsMuch(1016, 20), "50.8");
  assert.equal(mustBeUnder(1016, 3), 339);
  const under = mustBeUnder(1016, 3);
  assert.ok((under - 1) * 3 < 1016 && under * 3 > 1016);
  const said = publishedSentences().join(" ");
  for (const part of ["£10.16", "£0.20", "50.8 times", "under £3.39", "£2.23", "£0.73"]) assert.ok(said.includes(part), part);
});

test("where nothing can be divided there is no figure, never nought and never NaN", () => {
  const { figures, months } = performance([], COSTS, MONTHS);
  assert.equal(months.length, 3);
  for (const name of names) {
    assert.equal(figureText(name, figures[name]), NO_FIGURES);
    assert.equal(figureNumber(name, figures[name]), undefined);
  }
  // A channel without a cost has no figure either, and takes no part in the average of the others.
  const chat = performance([measured("chat", "submitted", 5)], COSTS, MONTHS);
  assert.equal(figureText("cost_per_transaction", chat.figures.cost_per_transaction), NO_FIGURES);
  assert.equal(figureText("digital_take_up", chat.figures.digital_take_up), "100%");
  assert.equal(chat.channels.find(({ channel }) => channel === "chat")?.pence, undefined);
});

test("services add up to all, and months add up to the period", () => {
  fc.assert(
    fc.property(someMeasures, someCosts, (measures, costs) => {
      const all = performance(measures, costs, MONTHS);
      const parts = [...byService(measures).values()].map((own) => performance(own, costs, MONTHS));
      for (const name of names) {
        for (const side of ["numerator", "denominator"] as const) {
          const whole = all.figures[name][side];
          assert.equal(
            parts.reduce((sum, part) => sum + part.figures[name][side], 0),
            whole,
          );
          assert.equal(
            all.months.reduce((sum, month) => sum + month.figures[name][side], 0),
            whole,
          );
        }
      }
      assert.equal(
        all.submitted,
        all.channels.reduce((sum, { submitted }) => sum + submitted, 0),
      );
      assert.equal(
        all.figures.cost_per_transaction.numerator,
        all.channels.reduce((sum, { pence }) => sum + (pence ?? 0), 0),
      );
    }),
  );
});

test("the order of measures does not matter, and splitting one in two changes nothing", () => {
  const shuffled = someMeasures.chain((measures) =>
    fc.tuple(fc.constant(measures), fc.shuffledSubarray(measures, { minLength: measures.length, maxLength: measures.length })),
  );
  fc.assert(
    fc.property(shuffled, ([measures, others]) => {
      const split = others.flatMap((one) => {
        const [count, total] = [Math.floor(one.count / 3), Math.floor(one.total / 3)];
        return [
          { ...one, count, total },
          { ...one, count: one.count - count, total: one.total - total },
        ];
      });
      assert.deepEqual(performance(split, COSTS, MONTHS), performance(measures, COSTS, MONTHS));
    }),
  );
});

test("a cost is exact pence and rounded once", () => {
  fc.assert(
    fc.property(fc.maxSafeInteger().map(Math.abs), fc.integer({ min: 1, max: 10_000_000 }), (top, bottom) => {
      const rounded = BigInt(roundedDivision(top, bottom));
      const twice = 2n * (BigInt(top) - rounded * BigInt(bottom));
      assert.ok(twice >= -BigInt(bottom) && twice < BigInt(bottom));
    }),
  );
  assert.equal(figureText("cost_per_transaction", { numerator: 5, denominator: 2 }), "£0.03");
  assert.equal(figureText("cost_per_transaction", { numerator: 100, denominator: 1 }), "£1.00");
});

test("a period is whole months that end with this one", () => {
  const period = periodOf(undefined, "2026-03-02");
  assert.deepEqual([period.length, period.from, period.until, period.months.length], [12, "2025-04-01", "2026-04-01", 12]);
  assert.deepEqual(periodOf("3", "2026-01-31").months, ["2025-11", "2025-12", "2026-01"]);
  assert.equal(periodOf("24", "2026-12-31").until, "2027-01-01");
  for (const odd of ["7", "", "__proto__", ["3", "6"], 3, "-3", "3 "]) assert.equal(periodOf(odd, "2026-03-02").length, 12);
});

function said(numerator: number): string {
  return figureText("time_to_resolve", { numerator, denominator: 1 });
}

test("durations are said in the unit that fits", () => {
  assert.deepEqual(
    [said(60), said(90), said(7199), said(7200), said(172_799), said(172_800)],
    ["1 minute", "1.5 minutes", "120 minutes", "2 hours", "48 hours", "2 days"],
  );
});
