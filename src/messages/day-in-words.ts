import { dayOf } from "../platform/clock.ts";

const longDay = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", weekday: "long", day: "numeric", month: "long", year: "numeric" });

/** `Friday 4 December 2026` from `2026-12-04`. */
export function longDayOf(day: string): string {
  return longDay.format(new Date(`${day}T00:00:00Z`)).replace(",", "");
}

/** The day with which a deadline ends, or in which it falls: a deadline is the first instant that is too late. */
export function dayInWords(due: Date): string {
  return longDayOf(dayOf(new Date(due.getTime() - 1)));
}
