import { addDays, addMonths, startOfDay } from "../cases/calendar.ts";
import type { Retention } from "../definition/service.ts";

/**
 * The first instant that is too late: a case that was closed before it is due to be erased on `day` (YYYY-MM-DD). A case that is kept for a month and
 * was closed on 15 June is due on 15 July; where the later month has no such day, on the first day after it. Pure.
 */
export function closedBefore({ amount, unit }: Retention, day: string): Date {
  if (unit === "days") return startOfDay(addDays(day, 1 - amount));
  return startOfDay(addDays(addMonths(day, -amount * (unit === "years" ? 12 : 1)), 1));
}
