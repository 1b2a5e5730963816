import { type BuiltIn, define, type Made } from "./built-in.ts";
import { type CalendarDay, dayOfYear, parseDate, weekday, weekOfYear } from "./dates.ts";
import { BOOLEAN, code, DATE, NUMBER, type RuleType } from "./type.ts";
import type { Value } from "./value.ts";
import { type Calendar, isWorkingDay, WEEKENDS_ONLY, workingDaysAfter, workingDaysBetween } from "./working-days.ts";

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
export const MONTHS = "January February March April May June July August September October November December".split(" ");

/** Names of days and months are options, so that one that is misspelt in a rule is found. */
const WEEKDAY = code(WEEKDAYS);
const MONTH = code(MONTHS);

function onDay(result: RuleType, read: (day: CalendarDay) => Value): Made {
  const run = ([given]: readonly Value[]): Value => {
    const day = typeof given === "string" ? parseDate(given) : null;
    return day === null ? null : read(day);
  };
  return { takes: ["date"], result, run };
}

type RunIn = (calendar: Calendar) => BuiltIn["run"];

/** A function of working days: without a calendar of its own it knows weekends only. */
function counting(takes: Made["takes"], result: RuleType, runIn: RunIn): [Made, { runIn: RunIn }] {
  return [{ takes, result, run: runIn(WEEKENDS_ONLY) }, { runIn }];
}

const [AFTER, AFTER_IN] = counting(
  ["date", "number"],
  DATE,
  (calendar) =>
    ([day, count]) =>
      typeof day === "string" && typeof count === "number" ? workingDaysAfter(calendar, day, count) : null,
);

const [BETWEEN, BETWEEN_IN] = counting(
  ["date", "date"],
  NUMBER,
  (calendar) =>
    ([from, to]) =>
      typeof from === "string" && typeof to === "string" ? workingDaysBetween(calendar, from, to) : null,
);

const [IS_WORKING, IS_WORKING_IN] = counting(
  ["date"],
  BOOLEAN,
  (calendar) =>
    ([day]) =>
      typeof day === "string" ? isWorkingDay(calendar, day) : null,
);

/** Where a day lies in its week, month and year, and what council offices work. */
export const CALENDAR_FUNCTIONS: readonly (readonly [string, BuiltIn])[] = [
  define(
    "day of week",
    onDay(WEEKDAY, (day) => WEEKDAYS[weekday(day) - 1] ?? null),
    "The name of the weekday of a date.",
    'day of week(date("2026-07-04")) in ["Saturday", "Sunday"]',
    true,
  ),
  define(
    "month of year",
    onDay(MONTH, (day) => MONTHS[day.month - 1] ?? null),
    "The name of the month of a date.",
    "month of year(born)",
    "August",
  ),
  define("day of year", onDay(NUMBER, dayOfYear), "The number of a date in its year, 1 for 1 January.", "day of year(today)", 182),
  define(
    "week of year",
    onDay(NUMBER, weekOfYear),
    "The number of the week of a date, from Monday; week 1 is the one with the first Thursday of the year.",
    "week of year(today)",
    27,
  ),
  define(
    "working days after",
    AFTER,
    "The day so many working days later, or earlier for a number below 0; bank holidays are those of the council's nation.",
    'working days after(date("2026-12-24"), 1)',
    "2026-12-29",
    AFTER_IN,
  ),
  define(
    "working days between",
    BETWEEN,
    "How many working days there are after the first date up to the second, which counts too.",
    'working days between(date("2026-12-24"), date("2026-12-29"))',
    1,
    BETWEEN_IN,
  ),
  define(
    "is working day",
    IS_WORKING,
    "Whether a date is neither at a weekend nor a bank holiday of the council's nation.",
    'is working day(date("2026-12-25"))',
    false,
    IS_WORKING_IN,
  ),
];
