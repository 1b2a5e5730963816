import { BANK_HOLIDAYS } from "../../councils/bank-holidays.ts";
import type { CouncilCalendar, OfCalendar, OfficeHours } from "../../councils/council-calendar.ts";
import { daysOff, USUAL_CALENDAR, WEEKDAY_NAMES } from "../../councils/council-calendar.ts";
import type { Nation } from "../../councils/council.ts";
import type { DeadlineLength } from "../../definition/service.ts";
import { addDays } from "../calendar.ts";

/** Which days are worked, and when offices are open. */
export interface WorkCalendar {
  readonly off: ReadonlySet<string>;
  readonly hours: CouncilCalendar["hours"];
  /** Ends of lengths, by what they are counted from: counting working days takes longer than all else about a case. */
  readonly known: Map<string, number>;
}

/** Gives the calendar of a council by its id. */
export type CalendarOf = (council: string) => WorkCalendar;

function fresh(off: readonly string[], hours: CouncilCalendar["hours"]): WorkCalendar {
  return { off: new Set(off), hours, known: new Map() };
}

const made = new WeakMap<readonly string[], Map<CouncilCalendar["hours"], WorkCalendar>>();

/** The calendar of a council: the bank holidays of its nation, with its own days laid over them. */
export function workCalendar(council: OfCalendar): WorkCalendar {
  const off = daysOff(council);
  const byHours = made.get(off) ?? new Map<CouncilCalendar["hours"], WorkCalendar>();
  made.set(off, byHours);
  const found = byHours.get(council.calendar.hours) ?? fresh(off, council.calendar.hours);
  byHours.set(council.calendar.hours, found);
  return found;
}

/** The calendar of a nation whose council says nothing of its own. */
export function calendarOfNation(nation: Nation): WorkCalendar {
  return workCalendar({ nation, calendar: USUAL_CALENDAR });
}

/** Of all the nations together, for laws that count out a bank holiday in any part of the United Kingdom. A council's own days are none of theirs. */
const ANYWHERE = fresh(Object.values(BANK_HOLIDAYS).flat(), USUAL_CALENDAR.hours);

/** The calendar by which a length is counted. */
export function calendarFor(length: DeadlineLength, calendar: WorkCalendar): WorkCalendar {
  return length.holidays === "anywhere" ? ANYWHERE : calendar;
}

function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** Whether council offices work on a day: not at weekends, not on bank holidays but those that the council works, and not on its own closed days. */
export function isWorkingDay(day: string, { off }: WorkCalendar): boolean {
  return weekdayOf(day) % 6 !== 0 && !off.has(day);
}

/** When offices are open on a day; undefined where they are not. A weekend has hours only where the council gives it some. */
export function hoursOn(day: string, { off, hours }: WorkCalendar): OfficeHours | undefined {
  const name = WEEKDAY_NAMES[weekdayOf(day)];
  return off.has(day) || name === undefined ? undefined : hours[name];
}

/** The day that is `count` working days after `day`, or before it where the count is below nothing; the day itself is not counted. */
export function addWorkingDays(day: string, count: number, calendar: WorkCalendar): string {
  const step = count < 0 ? -1 : 1;
  let at = day;
  let left = Math.abs(count);
  while (left > 0) {
    at = addDays(at, step);
    if (isWorkingDay(at, calendar)) left -= 1;
  }
  return at;
}

/** How many working days come after the first day, up to and with the second. */
export function workingDaysBetween(from: string, to: string, calendar: WorkCalendar): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) count += 1;
  return count;
}

/** The day itself where it is worked, otherwise the next that is. */
export function nextWorkingDay(day: string, calendar: WorkCalendar): string {
  return isWorkingDay(day, calendar) ? day : addWorkingDays(day, 1, calendar);
}
