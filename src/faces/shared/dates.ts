import { dayOf } from "../../platform/clock.ts";

const long = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", weekday: "long", day: "numeric", month: "long", year: "numeric" });
const short = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "short", year: "numeric" });
const clock = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hour: "numeric", minute: "2-digit", hour12: true });

/** `Friday 4 December 2026` from `2026-12-04`. */
export function longDay(day: string): string {
  return long.format(new Date(`${day}T00:00:00Z`)).replace(",", "");
}

/** `4 Dec 2026` */
export function shortDay(day: string): string {
  return short.format(new Date(`${day}T00:00:00Z`));
}

/** Nobody is sure which twelve is am and which is pm. */
const TWELVES: Readonly<Record<string, string>> = { "12:00pm": "midday", "12:00am": "midnight" };

/** `9:05am` or `midday`, in London. */
export function timeOf(instant: Date): string {
  const time = clock.format(instant).replaceAll(/\s/g, "").toLowerCase();
  return TWELVES[time] ?? time;
}

/** `4 Dec 2026, 9:05am` */
export function moment(instant: Date): string {
  return `${shortDay(dayOf(instant))}, ${timeOf(instant)}`;
}

/** The day by whose end a deadline is kept: a deadline is the first instant that is too late. */
export function lastDay(due: Date): string {
  return dayOf(new Date(due.getTime() - 1));
}

const DAY = 86_400_000;

/** When something is promised by, for the resident: the hour where it is a matter of hours, otherwise the day. */
export function promisedBy(opened: Date, due: Date): string {
  const hours = due.getTime() - opened.getTime() < DAY && dayOf(due) === dayOf(new Date(due.getTime() - 1));
  return hours ? `${timeOf(due)} on ${longDay(dayOf(due))}` : longDay(lastDay(due));
}
