import { dayOf } from "../../platform/clock.ts";
import { addDays, startOfDay } from "../calendar.ts";
import { hoursOn } from "./work-calendar.ts";
import type { WorkCalendar } from "./work-calendar.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;
// Where nothing is open for so long, nothing will be: the hours are those of a week, and no closure lasts a year.
const MOST_DAYS_CLOSED = 400;

/** A stretch of time: milliseconds since 1970, from the first to before the second. */
interface Stretch {
  readonly from: number;
  readonly until: number;
}

/** When offices are open on a day. Clocks change between one and two in the morning, when no office is open. */
function openOn(day: string, calendar: WorkCalendar): Stretch | undefined {
  const hours = hoursOn(day, calendar);
  if (hours === undefined) return undefined;
  const midnight = startOfDay(day).getTime();
  const next = startOfDay(addDays(day, 1)).getTime();
  const shifted = midnight + (next - midnight - DAY);
  return { from: shifted + hours.from * MINUTE, until: Math.min(next, shifted + hours.until * MINUTE) };
}

/** The instant at which so much office time has gone by since `start`; at the end of a day rather than at the start of the next. */
export function addOfficeTime(start: Date, milliseconds: number, calendar: WorkCalendar): Date {
  let left = milliseconds;
  let day = dayOf(start);
  for (let closed = 0; left > 0 && closed < MOST_DAYS_CLOSED; day = addDays(day, 1), closed++) {
    const open = openOn(day, calendar);
    if (open === undefined) continue;
    const from = Math.max(open.from, start.getTime());
    if (from + left <= open.until) return new Date(from + left);
    if (from < open.until) [left, closed] = [left - (open.until - from), 0];
  }
  return new Date(start.getTime() + left);
}

/** The instant since which so much office time has gone by until `end`: as early as a warning must come. */
export function subtractOfficeTime(end: Date, milliseconds: number, calendar: WorkCalendar): Date {
  let left = milliseconds;
  let day = dayOf(end);
  for (let closed = 0; left > 0 && closed < MOST_DAYS_CLOSED; day = addDays(day, -1), closed++) {
    const open = openOn(day, calendar);
    if (open === undefined) continue;
    const until = Math.min(open.until, end.getTime());
    if (until - left >= open.from) return new Date(until - left);
    if (until > open.from) [left, closed] = [left - (until - open.from), 0];
  }
  return new Date(end.getTime() - left);
}

/** How much office time lies between two instants, in milliseconds. */
export function officeTimeBetween(from: Date, until: Date, calendar: WorkCalendar): number {
  const last = dayOf(until);
  let total = 0;
  for (let day = dayOf(from); day <= last; day = addDays(day, 1)) {
    const open = openOn(day, calendar);
    if (open !== undefined) total += Math.max(0, Math.min(open.until, until.getTime()) - Math.max(open.from, from.getTime()));
  }
  return total;
}
