import { addDuration, isDate } from "../rules/dates.ts";

const LIMIT = /^(\d{1,5}) (day|week|month|year)s? (before|after) today$/;
const DAYS = { day: 1, week: 7 } as const;
const MONTHS = { month: 1, year: 12 } as const;

/**
 * The day that a limit of a date means: `today`, an ISO date, `18 years before today`, `28 days after today`. Null where the text is none of these
 * (the check of a definition refuses it), or the day is outside the calendar.
 */
export function limitDay(limit: string, today: string): string | null {
  if (limit === "today") return today;
  if (isDate(limit)) return limit;
  const found = LIMIT.exec(limit);
  if (found === null) return null;
  const [, amount = "", unit = "", direction] = found;
  const signed = direction === "before" ? -Number(amount) : Number(amount);
  if (unit === "day" || unit === "week") return addDuration(today, { unit: "days", amount: signed * DAYS[unit] });
  return unit === "month" || unit === "year" ? addDuration(today, { unit: "months", amount: signed * MONTHS[unit] }) : null;
}
