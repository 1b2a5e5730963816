import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { addDays, addMonths } from "../../src/cases/calendar.ts";
import { dayOf } from "../../src/platform/clock.ts";
import { closedBefore } from "../../src/records/retention.ts";

test("a case is due when it has been closed for as long as its service says, and never before", () => {
  const days = fc.integer({ min: 0, max: 40_000 }).map((many) => addDays("1970-01-01", many));
  const retention = fc.record({
    amount: fc.integer({ min: 1, max: 120 }),
    unit: fc.constantFrom("days" as const, "months" as const, "years" as const),
  });
  fc.assert(
    fc.property(days, days, retention, (closed, day, { amount, unit }) => {
      const due = new Date(`${closed}T12:00:00Z`) < closedBefore({ amount, unit }, day);
      const end = unit === "days" ? addDays(closed, amount) : addMonths(closed, unit === "years" ? 12 * amount : amount);
      if (due) assert.ok(end <= day);
      // Where the month has no such day, a few days later than the day that stands for it.
      else assert.ok(addDays(end, 4) > day);
    }),
  );
});

test("the days around the end of February", () => {
  const years = (amount: number, day: string) => dayOf(new Date(closedBefore({ amount, unit: "years" }, day).getTime() - 1));
  assert.equal(years(1, "2025-02-28"), "2024-02-28");
  assert.equal(years(1, "2025-03-01"), "2024-03-01");
  assert.equal(years(2, "2026-10-25"), "2024-10-25");
});
