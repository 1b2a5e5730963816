import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { addDuration, age, daysBetween, daysInMonth, isDate, parseDate, parseDuration, yearsBetween } from "../../src/rules/dates.ts";

const DAY = 86_400_000;
const date = fc
  .date({ min: new Date("0001-01-01T00:00:00Z"), max: new Date("9999-12-31T00:00:00Z"), noInvalidDate: true })
  .map((instant) => instant.toISOString().slice(0, 10));

/** The independent computation: JavaScript's own calendar in UTC. */
function instantOf(text: string): number {
  return Date.parse(`${text}T00:00:00Z`);
}

function later(text: string, days: number): string | null {
  const moved = new Date(instantOf(text) + days * DAY);
  const year = moved.getUTCFullYear();
  return year >= 1 && year <= 9999 ? moved.toISOString().slice(0, 10) : null;
}

test("adding days agrees with an independent calendar", () => {
  fc.assert(
    fc.property(date, fc.integer({ min: -400_000, max: 400_000 }), (start, amount) => {
      assert.equal(addDuration(start, { unit: "days", amount }), later(start, amount));
    }),
    { numRuns: 3000 },
  );
});

test("days between agrees with an independent calendar", () => {
  fc.assert(
    fc.property(date, date, (from, to) => assert.equal(daysBetween(from, to), (instantOf(to) - instantOf(from)) / DAY)),
    { numRuns: 3000 },
  );
});

test("adding days and taking the difference undo each other", () => {
  fc.assert(
    fc.property(date, date, (from, to) => {
      assert.equal(addDuration(from, { unit: "days", amount: daysBetween(from, to) ?? Number.NaN }), to);
    }),
  );
});

test("adding months keeps the day, or takes the last one of a shorter month", () => {
  fc.assert(
    fc.property(date, fc.integer({ min: -3000, max: 3000 }), (start, amount) => {
      const day = Number(start.slice(8));
      const first = new Date(`${start.slice(0, 8)}01T00:00:00Z`);
      first.setUTCMonth(first.getUTCMonth() + amount);
      const year = first.getUTCFullYear();
      const moved = addDuration(start, { unit: "months", amount });
      if (year < 1 || year > 9999) return assert.equal(moved, null);
      const month = first.toISOString().slice(0, 7);
      const last = new Date(Date.UTC(2000, first.getUTCMonth() + 1, 0));
      last.setUTCFullYear(year, first.getUTCMonth() + 1, 0);
      return assert.equal(moved, `${month}-${String(Math.min(day, last.getUTCDate())).padStart(2, "0")}`);
    }),
    { numRuns: 3000 },
  );
});

test("years between counts birthdays passed, one by one", () => {
  fc.assert(
    fc.property(date, fc.integer({ min: 0, max: 45_000 }), (born, lived) => {
      const today = later(born, lived);
      if (today === null) return;
      let birthdays = 0;
      // A birthday is reached on the first day whose month and day are not before the birth's.
      for (let year = Number(born.slice(0, 4)) + 1; year <= 9999 && `${String(year).padStart(4, "0")}${born.slice(4)}` <= today; year++)
        birthdays++;
      assert.equal(yearsBetween(born, today), birthdays);
      assert.equal(age(born, today), birthdays);
      assert.equal(yearsBetween(today, born), birthdays === 0 ? 0 : -birthdays);
    }),
  );
});

test("someone born on 29 February has their birthday on 1 March in other years", () => {
  assert.equal(age("2004-02-29", "2022-02-28"), 17);
  assert.equal(age("2004-02-29", "2022-03-01"), 18);
  assert.equal(age("2004-02-29", "2024-02-28"), 19);
  assert.equal(age("2004-02-29", "2024-02-29"), 20);
  assert.equal(addDuration("2004-02-29", { unit: "months", amount: 12 }), "2005-02-28");
  assert.equal(addDuration("2004-02-29", { unit: "months", amount: 48 }), "2008-02-29");
  assert.equal(age("2026-01-02", "2026-01-01"), null);
});

test("only dates that exist are dates", () => {
  fc.assert(fc.property(date, (text) => isDate(text)));
  for (const text of [
    "2026-02-29",
    "2100-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-04-31",
    "0000-01-01",
    "2026-1-1",
    "2026/01/01",
    "",
    "2026-01-0x",
    "+026-01-01",
  ]) {
    assert.equal(parseDate(text), null, text);
  }
  assert.deepEqual(parseDate("2000-02-29"), { year: 2000, month: 2, day: 29 });
  assert.deepEqual([daysInMonth(2024, 2), daysInMonth(2023, 2), daysInMonth(1900, 2), daysInMonth(2026, 12)], [29, 28, 28, 31]);
});

test("what leaves the calendar is null", () => {
  assert.equal(addDuration("9999-12-31", { unit: "days", amount: 1 }), null);
  assert.equal(addDuration("0001-01-01", { unit: "months", amount: -1 }), null);
  assert.equal(addDuration("2026-01-01", { unit: "days", amount: Number.MAX_SAFE_INTEGER }), null);
  assert.equal(addDuration("2026-01-01", { unit: "days", amount: Number.NaN }), null);
  assert.equal(addDuration("2026-02-30", { unit: "days", amount: 1 }), null);
});

test("durations are years and months, or days", () => {
  assert.deepEqual(parseDuration("P1Y2M"), { unit: "months", amount: 14 });
  assert.deepEqual(parseDuration("P3M"), { unit: "months", amount: 3 });
  assert.deepEqual(parseDuration("-P10D"), { unit: "days", amount: -10 });
  for (const text of ["P", "PT1H", "P1M1D", "1Y", "P1.5D", "P1W", "-P", "P-1D", ""]) assert.equal(parseDuration(text), null, text);
});
