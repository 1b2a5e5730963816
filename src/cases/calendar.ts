import { dayOf } from "../platform/clock.ts";

const DAY = 86_400_000;
const HOUR = 3_600_000;

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** How many days the second is after the first; below nothing where it is before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** The same day of a later month, or that month's last day; of an earlier one where `months` is below nothing. */
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
