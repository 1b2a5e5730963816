import { isDate } from "../rules/dates.ts";
import type { Reading } from "./answer-type.ts";
import { inWords } from "./messages.ts";
import { bad, good } from "./reading.ts";

export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** The parts as typed, trimmed. */
export interface DateParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

const NAMES = ["day", "month", "year"] as const;

/** Day, month and year as a date, or the one problem that the person should see first. `subject` is "Your date of birth". */
export function readParts(parts: DateParts, field: string, subject: string): Reading {
  const absent = NAMES.filter((name) => parts[name] === "");
  if (absent.length > 0) return bad(`${field}.${absent[0]}`, "date-part-missing", `${subject} must include a ${inWords(absent, "and")}`);
  if (/^\d+$/.test(parts.year) && parts.year.length !== 4) return bad(`${field}.year`, "date-year-digits", "Year must include 4 numbers");
  const month = monthNumber(parts.month);
  const date = `${parts.year}-${String(month).padStart(2, "0")}-${parts.day.padStart(2, "0")}`;
  if (isDate(date) && parts.year >= "1000") return good(date);
  return bad(field, "date-not-real", `${subject} must be a real date`);
}

/** "3", "03", "Mar" and "march" are 3; anything else is 0. */
export function monthNumber(text: string): number {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const name = text.toLowerCase().replace(/\.$/, "");
  return name.length < 3
    ? 0
    : MONTHS.findIndex((month) => month.toLowerCase().startsWith(name) || (name === "sept" && month === "September")) + 1;
}

/** "2026-03-01" -> "1 March 2026" */
export function dateInWords(date: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? ""} ${year}`;
}
