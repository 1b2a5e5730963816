import { addDays, startOfDay } from "../cases/calendar.ts";
import type { WorkCalendar } from "../cases/clock/work-calendar.ts";
import { isWorkingDay } from "../cases/clock/work-calendar.ts";
import { dayOf } from "../platform/clock.ts";
import type { Chance } from "./chance.ts";

const MINUTE = 60_000;
const OPENS = 510 * MINUTE;
const CLOSES = 1040 * MINUTE;
/** Hours after midnight. */
const ASLEEP = 6;
const MOST_DAYS = 15;

// The clock is asked once a day and not once an event: a filling asks for some two hundred days ten thousand times.
const midnights = new Map<string, number>();

function midnightOf(day: string): number {
  const midnight = midnights.get(day) ?? startOfDay(day).getTime();
  midnights.set(day, midnight);
  return midnight;
}

/** The instant itself, or some hours later where people are asleep at it. */
export function wakingMoment(at: Date): Date {
  return at.getUTCHours() < ASLEEP ? new Date(at.getTime() + ASLEEP * 60 * MINUTE) : at;
}

/** An instant in office hours on the day of `target`, or on the next working day, and a few minutes after `after` at the soonest. */
export function workingMoment(chance: Chance, calendar: WorkCalendar, target: Date, after: Date): Date {
  const soonest = after.getTime() + 6 * MINUTE;
  let day = dayOf(new Date(Math.max(target.getTime(), soonest)));
  for (let tries = 0; tries < MOST_DAYS; tries++, day = addDays(day, 1)) {
    if (!isWorkingDay(day, calendar)) continue;
    const midnight = midnightOf(day);
    const from = Math.max(midnight + OPENS, soonest);
    const until = midnight + CLOSES;
    if (from < until) return new Date(Math.floor(from + chance.part() * (until - from)));
  }
  return new Date(soonest);
}
