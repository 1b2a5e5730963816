import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { addDuration } from "../../src/rules/dates.ts";
import { DATE, NUMBER } from "../../src/rules/type.ts";
import { calendarOf, isWorkingDay, WEEKENDS_ONLY, workingDaysAfter, workingDaysBetween } from "../../src/rules/working-days.ts";
import { compiled, gives, problem } from "./support.ts";

const anyDay = fc
  .date({ min: new Date("2019-12-01T00:00:00Z"), max: new Date("2028-12-31T00:00:00Z"), noInvalidDate: true })
  .map((instant) => instant.toISOString().slice(0, 10));
const calendars = fc.array(anyDay, { maxLength: 12 }).map(calendarOf);

function next(day: string, days: number): string {
  return addDuration(day, { unit: "days", amount: days }) ?? "";
}

/** The independent computation: JavaScript's weekdays, one day after another. */
function works(day: string, holidays: readonly string[]): boolean {
  return ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) && !holidays.includes(day);
}

function stepped(day: string, count: number, holidays: readonly string[]): string {
  let at = day;
  for (let left = Math.abs(count); left > 0;) {
    at = next(at, Math.sign(count));
    if (works(at, holidays)) left--;
  }
  return at;
}

test("counting working days one by one comes to the same day, forwards and back", () => {
  fc.assert(
    fc.property(calendars, anyDay, fc.integer({ min: -60, max: 60 }), (calendar, day, count) => {
      const end = workingDaysAfter(calendar, day, count);
      assert.equal(end, stepped(day, count, calendar.holidays));
      assert.equal(isWorkingDay(calendar, day), works(day, calendar.holidays));
      if (count > 0) assert.equal(workingDaysBetween(calendar, day, end ?? ""), count);
    }),
    { numRuns: 400 },
  );
});

test("working days between two dates are those after the first, the last among them", () => {
  fc.assert(
    fc.property(calendars, anyDay, fc.integer({ min: 0, max: 100 }), (calendar, from, length) => {
      let count = 0;
      for (let step = 1; step <= length; step++) if (works(next(from, step), calendar.holidays)) count++;
      assert.equal(workingDaysBetween(calendar, from, next(from, length)), count);
      assert.equal(workingDaysBetween(calendar, next(from, length), from), -count + 0);
    }),
    { numRuns: 300 },
  );
});

test("rules count working days of the calendar that they are compiled with", () => {
  gives({
    'working days after(date("2026-12-24"), 1)': "2026-12-29",
    'working days after(date("2026-12-26"), 0)': "2026-12-26",
    'working days after(date("2026-12-29"), -1)': "2026-12-24",
    'working days between(date("2026-12-23"), date("2026-12-30"))': 3,
    'is working day(date("2026-12-28"))': false,
    'working days between(today, date("2026-03-16")) >= 10': true,
    "working days between(today, born) < 0": true,
  });
  const source = 'working days after(date("2026-12-24"), 1)';
  assert.equal(compiled(source, {}, DATE, WEEKENDS_ONLY).run({}), "2026-12-25");
  assert.equal(compiled(source, {}, DATE, calendarOf(["2026-12-25"])).run({}), "2026-12-28");
});

test("what is missing or leads out of the calendar comes to nothing, however far", () => {
  const scope = { day: DATE, count: NUMBER };
  const after = compiled("working days after(day, count)", scope);
  for (const [day, count] of [
    ["2026-01-01", 10_001],
    ["2026-01-01", 1.5],
    ["9999-12-30", 5],
    ["0001-01-02", -5],
    [null, 1],
    ["2026-01-01", null],
  ] as const) {
    assert.equal(after.run({ day, count }), null, `${day} ${count}`);
  }
  assert.equal(after.run({ day: "2026-01-01", count: 10_000 }), "2064-05-05");
  assert.equal(compiled("is working day(day)", scope).run({}), null);
});

test("a mistake in one of them is named", () => {
  assert.equal(problem("working days after(today, born)").message, "working days after needs a number here, not a date.");
  assert.equal(problem("working days betwen(today, born)").fix, "Did you mean working days between?");
  assert.equal(problem("working days between(today)").fix, 'For example: working days between(date("2026-12-24"), date("2026-12-29"))');
});
