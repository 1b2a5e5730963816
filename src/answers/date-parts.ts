import { isDate } from "../rules/dates.ts";
import { MONTHS } from "../language/calendar-words.ts";
import { dateInput } from "../components/date-input.ts";
import type { Html } from "../components/html.ts";
import type { FieldState, Question, Reading } from "./answer-type.ts";
import { errorAt, hintFor, legendFor, typed } from "./inputs.ts";
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
  const wrong = wrongPart(question, parts, NAMES, field);
  if (wrong !== undefined) return wrong;
  const month = monthNumber(parts.month);
  const date = `${parts.year}-${String(month).padStart(2, "0")}-${parts.day.padStart(2, "0")}`;
  if (isDate(date) && parts.year >= "1000") return good(date);
  return bad(field, "date-not-real", words(question).notDate(subject(question)));
}

/** A part that is not there, or a year that is none. */
export function wrongPart<Name extends keyof DateParts>(
  question: Question,
  parts: Pick<DateParts, Name | "year">,
  names: readonly Name[],
  field: string,
): Reading | undefined {
  const absent = names.filter((name) => parts[name] === "");
  if (absent.length > 0) return bad(`${field}.${absent[0]}`, "date-part-missing", words(question).dateParts(subject(question), absent));
  return /^\d+$/.test(parts.year) && parts.year.length !== 4
    ? bad(`${field}.year`, "date-year-digits", words(question).yearDigits)
    : undefined;
}

/** A box for each part. A problem of the whole marks all of them. `birthday` names them for browsers that fill in a date of birth. */
export function partsInput(
  question: Question,
  state: FieldState,
  names: readonly (keyof DateParts)[],
  like: string,
  birthday = false,
): Html {
  const field = state.prefix + question.id;
  const partError = names.map((name) => errorAt(state, `${field}.${name}`, question)).find((error) => error !== undefined);
  const whole = errorAt(state, field, question);
  return dateInput({
    id: field,
    fieldset: { legend: legendFor(question, state) },
    hint: hintFor(question) ?? { text: like },
    errorMessage: whole ?? partError,
    items: names.map((name) => ({
      id: `${field}.${name}`,
      name: `${field}.${name}`,
      label: words(question)[name],
      value: typed(state, `${field}.${name}`) || undefined,
      error: whole !== undefined || errorAt(state, `${field}.${name}`, question) !== undefined,
      classes: name === "year" ? "govuk-input--width-4" : "govuk-input--width-2",
      autocomplete: birthday ? `bday-${name}` : undefined,
    })),
  });
}

/** "3", "03", "Mar" and "march" are 3, "Mawrth" too; anything else is 0. A month may be typed in either language, whatever the page is in. */
export function monthNumber(text: string): number {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const name = text.toLowerCase().replace(/\.$/, "");
  if (name.length < 3) return 0;
  const english = MONTHS.en.findIndex((month) => month.toLowerCase().startsWith(name) || (name === "sept" && month === "September"));
  return (english === -1 ? MONTHS.cy.findIndex((month) => month.toLowerCase().startsWith(name)) : english) + 1;
}
