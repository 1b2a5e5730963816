import { type BuiltIn, define, onDates } from "./built-in.ts";
import { isDuration } from "./compare.ts";
import { age, type CalendarDay, dateOf, daysBetween, monthsBetween, parseDate, weekday, yearsBetween } from "./dates.ts";
import { DATE, DURATION, NUMBER } from "./type.ts";
import type { Duration, Value } from "./value.ts";

export const DATE_FUNCTIONS: readonly (readonly [string, BuiltIn])[] = [
  define(
    "age",
    onDates(age),
    "Age in whole years on a day; a birthday on 29 February falls on 1 March in other years.",
    "age(born, today)",
    25,
  ),
  define("days between", onDates(daysBetween), "Days from one date to another.", 'days between(date("2026-02-27"), date("2026-03-01"))', 2),
  define("years between", onDates(yearsBetween), "Whole years from one date to another.", "years between(born, today)", 25),
  define(
    "years and months duration",
    onDates((from, to) => inMonths(monthsBetween(from, to)), DURATION),
    "The whole months from one date to another, as a length of time.",
    'years and months duration(born, today) >= @"P25Y6M"',
    true,
  ),
  define(
    "date",
    { takes: ["number", "number", "number"], result: DATE, run: ([year, month, day]) => made(year, month, day) },
    "The day of a year, month and day that are worked out; nothing where there is no such day.",
    "date(today.year, 9, 1)",
    "2026-09-01",
  ),
];

function inMonths(amount: number | null): Duration | null {
  return amount === null ? null : { unit: "months", amount };
}

function made(year: Value | undefined, month: Value | undefined, day: Value | undefined): Value {
  return typeof year === "number" && typeof month === "number" && typeof day === "number" ? dateOf({ year, month, day }) : null;
}

type Part = readonly [name: string, says: string, source: string, gives: Value];

function partOfDate([name, says, source, gives]: Part, run: (date: CalendarDay) => number): [string, BuiltIn] {
  const read = ([given]: readonly Value[]): Value => {
    const date = typeof given === "string" ? parseDate(given) : null;
    return date === null ? null : run(date);
  };
  return define(name, { takes: ["date"], result: NUMBER, run: read }, says, source, gives);
}

function partOfDuration([name, says, source, gives]: Part, unit: Duration["unit"], run: (amount: number) => number): [string, BuiltIn] {
  const read = ([given]: readonly Value[]): Value => (isDuration(given) && given.unit === unit ? run(given.amount) + 0 : null);
  return define(name, { takes: ["anything"], result: NUMBER, run: read }, says, source, gives);
}

/** What stands after the point of a date, by its name there. */
export const DATE_PARTS: ReadonlyMap<string, BuiltIn> = new Map([
  partOfDate(["year", "The year of a date.", "born.year", 2000], (date) => date.year),
  partOfDate(["month", "The month of a date, from 1 to 12.", "born.month", 8], (date) => date.month),
  partOfDate(["day", "The day of the month of a date.", "born.day", 14], (date) => date.day),
  partOfDate(["weekday", "The day of the week of a date: 1 for Monday, 7 for Sunday.", "today.weekday", 3], weekday),
]);

/** What stands after the point of a length of time. */
export const DURATION_PARTS: ReadonlyMap<string, BuiltIn> = new Map([
  partOfDuration(["years", "The whole years of years and months.", 'duration("P1Y6M").years', 1], "months", (months) =>
    Math.trunc(months / 12),
  ),
  partOfDuration(["months", "The months besides the whole years.", 'duration("P1Y6M").months', 6], "months", (months) => months % 12),
  partOfDuration(["days", "The days of a length of time in days.", "(today - born).days", 9452], "days", (days) => days),
]);
