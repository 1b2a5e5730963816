import type { Duration } from "./value.ts";

/**
 * Calendar arithmetic on `YYYY-MM-DD`, years 0001 to 9999, in the Gregorian calendar and without any time zone. A date that
 * does not exist, or a result outside those years, is null.
 */
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const ZERO = 48;

export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

/** Null where the text is no date that exists. */
export function parseDate(text: string): CalendarDay | null {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return null;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  const exists = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return exists ? { year, month, day } : null;
}

export function isDate(text: string): boolean {
  return parseDate(text) !== null;
}

/** The day so many months or days later (earlier where negative); the 31st of a shorter month is its last day. */
export function addDuration(date: string, duration: Duration): string | null {
  const start = parseDate(date);
  if (start === null || !Number.isSafeInteger(duration.amount)) return null;
  return duration.unit === "days" ? fromDayNumber(dayNumber(start) + duration.amount) : addMonths(start, duration.amount);
}

/** Days from the first date to the second; negative where the second is earlier. */
export function daysBetween(from: string, to: string): number | null {
  const start = parseDate(from);
  const end = parseDate(to);
  return start === null || end === null ? null : dayNumber(end) - dayNumber(start);
}

/**
 * Whole years from the first date to the second, negative where it is earlier. A year from 29 February is complete on
 * 1 March where the year has no such day: the rule for ages in the United Kingdom.
 */
export function yearsBetween(from: string, to: string): number | null {
  const start = parseDate(from);
  const end = parseDate(to);
  if (start === null || end === null) return null;
  const years = from <= to ? wholeYears(start, end) : -wholeYears(end, start);
  return years === 0 ? 0 : years;
}

/** Whole months from the first date to the second, negative where it is earlier. */
export function monthsBetween(from: string, to: string): number | null {
  const start = parseDate(from);
  const end = parseDate(to);
  if (start === null || end === null) return null;
  return (from <= to ? wholeMonths(start, end) : -wholeMonths(end, start)) + 0;
}

/** The date as text; null where there is none such. */
export function dateOf(day: CalendarDay): string | null {
  const { year, month } = day;
  const whole = [year, month, day.day].every((part) => Number.isInteger(part));
  const exists = whole && year >= 1 && year <= 9999 && day.day >= 1 && day.day <= daysInMonth(year, month);
  return exists ? write(day) : null;
}

/** 1 for Monday, 7 for Sunday. */
export function weekday(date: CalendarDay): number {
  // 1 March of the year 0 was a Wednesday.
  return ((dayNumber(date) + 2) % 7) + 1;
}

/** From 1 for 1 January. */
export function dayOfYear(date: CalendarDay): number {
  return dayNumber(date) - dayNumber({ year: date.year, month: 1, day: 1 }) + 1;
}

/** The week of ISO 8601, from Monday; week 1 is the one with the first Thursday of the year. */
export function weekOfYear(date: CalendarDay): number {
  const thursday = dayOfYear(date) + 4 - weekday(date);
  if (thursday < 1) return Math.ceil((thursday + yearDays(date.year - 1)) / 7);
  return thursday > yearDays(date.year) ? 1 : Math.ceil(thursday / 7);
}

function yearDays(year: number): number {
  return isLeapYear(year) ? 366 : 365;
}

/** Age in whole years; null before the birth. */
export function age(born: string, today: string): number | null {
  return born <= today ? yearsBetween(born, today) : null;
}

/** `P1Y2M`, `P3M`, `P10D`, with a minus in front for backwards. Null for anything else: hours, or months together with days. */
export function parseDuration(text: string): Duration | null {
  const found = /^(-?)P(?:(?:(\d{1,5})Y)?(?:(\d{1,6})M)?|(\d{1,7})D)$/.exec(text);
  if (found === null) return null;
  const [, sign, years, months, days] = found;
  const direction = sign === "-" ? -1 : 1;
  if (days !== undefined) return { unit: "days", amount: direction * Number(days) + 0 };
  if (years === undefined && months === undefined) return null;
  return { unit: "months", amount: direction * (Number(years ?? 0) * 12 + Number(months ?? 0)) + 0 };
}

/** Days since 1 March of the year 0, which puts the leap day at the end of the year so that no case is special. */
export function dayNumber({ year, month, day }: CalendarDay): number {
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = (month + 9) % 12;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + Math.floor((marchMonth * 153 + 2) / 5) + day - 1;
}

/** The numbers of 1 January of the year 1 and of 31 December 9999. */
export const FIRST_DAY = 306;
export const LAST_DAY = 3_652_364;

export function fromDayNumber(number: number): string | null {
  if (!(number >= FIRST_DAY && number <= LAST_DAY)) return null;
  let year = Math.floor(number / 365.2425) + 1;
  while (dayNumber({ year, month: 3, day: 1 }) > number) year--;
  const inYear = number - dayNumber({ year, month: 3, day: 1 });
  const marchMonth = Math.floor((inYear * 5 + 2) / 153);
  const day = inYear - Math.floor((marchMonth * 153 + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return write({ year: month > 2 ? year : year + 1, month, day });
}

function addMonths(start: CalendarDay, amount: number): string | null {
  const months = start.year * 12 + start.month - 1 + amount;
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  if (!(year >= 1 && year <= 9999)) return null;
  return write({ year, month, day: Math.min(start.day, daysInMonth(year, month)) });
}

function wholeYears(start: CalendarDay, end: CalendarDay): number {
  const reached = end.month > start.month || (end.month === start.month && end.day >= start.day);
  return end.year - start.year - (reached ? 0 : 1);
}

function wholeMonths(start: CalendarDay, end: CalendarDay): number {
  return (end.year - start.year) * 12 + end.month - start.month - (end.day >= start.day ? 0 : 1);
}

function write({ year, month, day }: CalendarDay): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** The number that the characters write, or NaN. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let index = from; index < to; index++) {
    const digit = text.charCodeAt(index) - ZERO;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}
