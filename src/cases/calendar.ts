import type { Nation } from "../councils/council.ts";
import type { DeadlineLength } from "../definition/service.ts";
import { dayOf } from "../platform/clock.ts";
import { BANK_HOLIDAYS } from "../councils/bank-holidays.ts";

const DAY = 86_400_000;
const HOUR = 3_600_000;

const holidays: Readonly<Record<Nation, ReadonlySet<string>>> = {
  england: new Set(BANK_HOLIDAYS.england),
  wales: new Set(BANK_HOLIDAYS.wales),
  scotland: new Set(BANK_HOLIDAYS.scotland),
  "northern-ireland": new Set(BANK_HOLIDAYS["northern-ireland"]),
};

/** Whether council offices work on a day: not at weekends, not on the nation's bank holidays. */
export function isWorkingDay(day: string, nation: Nation): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays[nation].has(day);
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** The day that is `count` working days after `day`; the day itself is not counted. */
export function addWorkingDays(day: string, count: number, nation: Nation): string {
  let at = day;
  let left = count;
  while (left > 0) {
    at = addDays(at, 1);
    if (isWorkingDay(at, nation)) left -= 1;
  }
  return at;
}

/** The same day of a later month, or that month's last day. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** The instant at which a day begins in London. Clocks change at 01:00 UTC, never at midnight, so one look suffices. */
export function startOfDay(day: string): Date {
  const utc = Date.parse(`${day}T00:00:00Z`);
  return dayOf(new Date(utc - HOUR)) === day ? new Date(utc - HOUR) : new Date(utc);
}

/**
 * When a deadline ends. Hours run on the clock; every other length ends with its last day in London, whole.
 * The instant given back is the first one that is too late.
 */
export function deadlineFrom(opened: Date, length: DeadlineLength, nation: Nation): Date {
  if (length.unit === "hours") return new Date(opened.getTime() + length.amount * HOUR);
  return new Date(endOfLength(dayOf(opened), length, nation));
}

// All journeys of a service that are sent on one day end on the same day, and counting working days takes longer than all else about a case.
const ends = new Map<string, number>();
const MOST_ENDS = 1000;

function endOfLength(day: string, length: DeadlineLength, nation: Nation): number {
  const what = `${day} ${length.amount} ${length.unit} ${nation}`;
  const known = ends.get(what);
  if (known !== undefined) return known;
  const end = startOfDay(addDays(lastDay(day, length, nation), 1)).getTime();
  if (ends.size >= MOST_ENDS) ends.clear();
  ends.set(what, end);
  return end;
}

function lastDay(day: string, length: DeadlineLength, nation: Nation): string {
  switch (length.unit) {
    case "working days":
      return addWorkingDays(day, length.amount, nation);
    case "weeks":
      return addDays(day, 7 * length.amount);
    case "months":
      return addMonths(day, length.amount);
    default:
      return addDays(day, length.amount);
  }
}
