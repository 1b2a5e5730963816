import { isDate } from "../rules/dates.ts";
import { MONTHS } from "../language/calendar-words.ts";
import type { Question, Reading } from "./answer-type.ts";
import { subject, words } from "./messages.ts";
import { bad, good } from "./reading.ts";

/** The parts as typed, trimmed. */
export interface DateParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

const NAMES = ["day", "month", "year"] as const;

/** Day, month and year as a date, or the one problem that the person should see first. */
export function readParts(question: Question, parts: DateParts, field: string): Reading {
  const absent = NAMES.filter((name) => parts[name] === "");
  if (absent.length > 0) return bad(`${field}.${absent[0]}`, "date-part-missing", words(question).dateParts(subject(question), absent));
  if (/^\d+$/.test(parts.year) && parts.year.length !== 4) return bad(`${field}.year`, "date-year-digits", words(question).yearDigits);
  const month = monthNumber(parts.month);
  const date = `${parts.year}-${String(month).padStart(2, "0")}-${parts.day.padStart(2, "0")}`;
  if (isDate(date) && parts.year >= "1000") return good(date);
  return bad(field, "date-not-real", words(question).notDate(subject(question)));
}

/** "3", "03", "Mar" and "march" are 3, "Mawrth" too; anything else is 0. A month may be typed in either language, whatever the page is in. */
export function monthNumber(text: string): number {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const name = text.toLowerCase().replace(/\.$/, "");
  if (name.length < 3) return 0;
  const english = MONTHS.en.findIndex((month) => month.toLowerCase().startsWith(name) || (name === "sept" && month === "September"));
  return (english === -1 ? MONTHS.cy.findIndex((month) => month.toLowerCase().startsWith(name)) : english) + 1;
}
