import type { DeadlineLength } from "../../definition/service.ts";
import { dayOf } from "../../platform/clock.ts";
import { addDays, addMonths, daysBetween, startOfDay } from "../calendar.ts";
import { addOfficeTime, officeTimeBetween, subtractOfficeTime } from "./office-time.ts";
import type { WorkCalendar } from "./work-calendar.ts";
import { addWorkingDays, calendarFor, nextWorkingDay, workingDaysBetween } from "./work-calendar.ts";

const HOUR = 3_600_000;
const MOST_KNOWN = 1000;

/** A time in which the clock did not run. */
export interface Stopped {
  readonly from: Date;
  readonly until: Date;
}

/**
 * When a deadline ends. Hours run on the clock, working hours while offices are open; every other length ends with its last day in London,
 * whole. What the clock was stopped for is added in the unit of the length: working days to working days, hours to hours, days to all
 * longer ones. The instant given back is the first one that is too late.
 */
export function deadlineFrom(start: Date, length: DeadlineLength, calendar: WorkCalendar, stops: readonly Stopped[] = []): Date {
  const counted = calendarFor(length, calendar);
  const stopped = stops.reduce((sum, stop) => sum + stoppedFor(stop, length, counted), 0);
  if (length.unit === "hours") return new Date(start.getTime() + length.amount * HOUR + stopped);
  if (length.unit === "working hours") return addOfficeTime(start, length.amount * HOUR + stopped, counted);
  return new Date(endOfLength(dayOf(start), length, counted, calendar, stopped));
}

/** How long one stop was, in the unit in which a length counts: milliseconds, working days or days. */
export function stoppedFor({ from, until }: Stopped, { unit }: DeadlineLength, calendar: WorkCalendar): number {
  if (unit === "hours") return until.getTime() - from.getTime();
  if (unit === "working hours") return officeTimeBetween(from, until, calendar);
  if (unit === "working days") return workingDaysBetween(dayOf(from), dayOf(until), calendar);
  return daysBetween(dayOf(from), dayOf(until));
}

// All journeys of a service that are sent on one day end on the same day.
function endOfLength(day: string, length: DeadlineLength, counted: WorkCalendar, own: WorkCalendar, stopped: number): number {
  const what = `${day} ${length.amount} ${length.unit} ${length.law ?? ""} ${stopped}`;
  const known = own.known.get(what);
  if (known !== undefined) return known;
  const end = startOfDay(addDays(lastDayOf(day, length, counted, stopped), 1)).getTime();
  if (own.known.size >= MOST_KNOWN) own.known.clear();
  own.known.set(what, end);
  return end;
}

function lastDayOf(day: string, length: DeadlineLength, calendar: WorkCalendar, stopped: number): string {
  if (length.unit === "working days") return addWorkingDays(day, length.amount + stopped, calendar);
  const last = addDays(addLength(day, length), stopped);
  return length.rolls === true ? nextWorkingDay(last, calendar) : last;
}

function addLength(day: string, { amount, unit }: DeadlineLength): string {
  if (unit === "months") return addMonths(day, amount);
  return addDays(day, unit === "weeks" ? 7 * amount : amount);
}

/**
 * The instant that lies a length before a deadline: in hours to the minute, otherwise the start of that day. Two working days before a Friday
 * is the morning of Wednesday.
 */
export function before(due: Date, length: DeadlineLength, calendar: WorkCalendar): Date {
  if (length.unit === "hours") return new Date(due.getTime() - length.amount * HOUR);
  if (length.unit === "working hours") return subtractOfficeTime(due, length.amount * HOUR, calendar);
  const what = `${due.getTime()} before ${length.amount} ${length.unit}`;
  const known = calendar.known.get(what);
  if (known !== undefined) return new Date(known);
  const last = dayOf(new Date(due.getTime() - 1));
  const day =
    length.unit === "working days"
      ? addWorkingDays(last, -length.amount, calendar)
      : addLength(last, { ...length, amount: -length.amount });
  const start = startOfDay(day);
  calendar.known.set(what, start.getTime());
  return start;
}

/** The instant that lies a length after a deadline: a deadline that ends with a Friday and one working day is the end of Monday. */
export function after(due: Date, length: DeadlineLength, calendar: WorkCalendar): Date {
  const byTheHour = length.unit === "hours" || length.unit === "working hours";
  return deadlineFrom(byTheHour ? due : new Date(due.getTime() - 1), length, calendar);
}
