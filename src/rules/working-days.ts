import { dayNumber, FIRST_DAY, fromDayNumber, LAST_DAY, parseDate } from "./dates.ts";

/** Which weekdays are no working days, as the place where a rule counts has it. Weekends never are. */
export interface Calendar {
  /** `YYYY-MM-DD`, those on a weekday, in their order. */
  readonly holidays: readonly string[];
  /** The same as the numbers of their days. */
  readonly numbers: readonly number[];
}

/** A calendar with these bank holidays, each `YYYY-MM-DD`. */
export function calendarOf(bankHolidays: readonly string[]): Calendar {
  const known = made.get(bankHolidays);
  if (known !== undefined) return known;
  const calendar = fresh(bankHolidays);
  made.set(bankHolidays, calendar);
  return calendar;
}

/** Every definition of a council is compiled with the same list. */
const made = new WeakMap<readonly string[], Calendar>();

function fresh(bankHolidays: readonly string[]): Calendar {
  const holidays = [...new Set(bankHolidays)].toSorted().filter((day) => {
    const number = numberOf(day);
    return number !== null && weekdaysUpTo(number) > weekdaysUpTo(number - 1);
  });
  return { holidays, numbers: holidays.flatMap((day) => numberOf(day) ?? []) };
}

/** Where nothing is said of bank holidays, only weekends are left out. */
export const WEEKENDS_ONLY: Calendar = calendarOf([]);

/** The furthest that working days are counted from a day. */
export const MOST_WORKING_DAYS = 10_000;

export function isWorkingDay(calendar: Calendar, day: string): boolean | null {
  const number = numberOf(day);
  return number === null ? null : workingUpTo(calendar, number) > workingUpTo(calendar, number - 1);
}

/** Working days after the first day up to the second, which counts too; below nothing where the second is the earlier. */
export function workingDaysBetween(calendar: Calendar, from: string, to: string): number | null {
  const [start, end] = [numberOf(from), numberOf(to)];
  return start === null || end === null ? null : workingUpTo(calendar, end) - workingUpTo(calendar, start);
}

/** The day so many working days later, the day itself not counted; earlier where the count is below nothing, the same day for none. */
export function workingDaysAfter(calendar: Calendar, day: string, count: number): string | null {
  const start = numberOf(day);
  if (start === null || !Number.isInteger(count) || Math.abs(count) > MOST_WORKING_DAYS) return null;
  if (count === 0) return day;
  const before = count > 0 ? workingUpTo(calendar, start) : workingUpTo(calendar, start - 1) + 1;
  const found = firstWith(calendar, before + count);
  return found === null ? null : fromDayNumber(found);
}

/** The first day up to which there are so many working days; null where that lies outside the calendar. */
function firstWith(calendar: Calendar, wanted: number): number | null {
  let low = FIRST_DAY;
  let high = LAST_DAY;
  if (workingUpTo(calendar, low - 1) >= wanted || workingUpTo(calendar, high) < wanted) return null;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (workingUpTo(calendar, middle) >= wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}

function workingUpTo({ numbers }: Calendar, day: number): number {
  return weekdaysUpTo(day) - countUpTo(numbers, day);
}

/** Mondays to Fridays from the start of all counting; day 0 was a Wednesday. */
function weekdaysUpTo(day: number): number {
  const days = day + 3;
  return Math.floor(days / 7) * 5 + Math.min(days % 7, 5);
}

/** How many of the sorted numbers are no greater. */
function countUpTo(numbers: readonly number[], most: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? most) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}

function numberOf(day: string): number | null {
  const date = parseDate(day);
  return date === null ? null : dayNumber(date);
}
