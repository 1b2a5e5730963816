import { html } from "../components/html.ts";
import { monthIn } from "../language/calendar-words.ts";
import { DATE } from "../rules/type.ts";
import type { Answer, AnswerType, Question, Reading } from "./answer-type.ts";
import { isBlank } from "./clean-text.ts";
import { limitDay } from "./date-limits.ts";
import { monthNumber, partsInput, wrongPart } from "./date-parts.ts";
import { missing, subject, words } from "./messages.ts";
import { bad, empty, good, textOf } from "./reading.ts";
import { schemaOf } from "./schema.ts";

const NAMES = ["month", "year"] as const;
const LONGEST_PART = 30;

/** A month of a year. JSON: `YYYY-MM`. Months may be typed as names. */
export const monthAndYear: AnswerType = {
  name: "month-and-year",
  about: "A month and a year, where nobody needs or knows the day. Rules see the first day of the month.",
  settings: ["earliest", "latest"],
  needs: [],
  ruleType: () => DATE,
  value: (_question, answer) => (answer === null ? null : `${textOf(answer)}-01`),
  read: (question, fields, prefix, context) => {
    const field = prefix + question.id;
    const raw = NAMES.map((name) => fields.get(`${field}.${name}`)?.[0] ?? "");
    if (raw.every(isBlank)) return empty(question, field, missing(question, "enter"));
    if (raw.some((part) => part.length > LONGEST_PART)) return notReal(question, field);
    const [month = "", year = ""] = raw.map((part) => (isBlank(part) ? "" : part.trim()));
    return within(question, readMonth(question, { month, year }, field), field, context.today);
  },
  accept: (question, json, prefix, context) => {
    const field = prefix + question.id;
    if (json === null || json === undefined) return empty(question, field, missing(question, "enter"));
    if (typeof json !== "string") return bad(field, "answer-wrong-kind", `${subject(question)} must be a month, like 2026-03`);
    return isMonth(json) ? within(question, good(json), field, context.today) : notReal(question, field);
  },
  fields: (question, answer, prefix) => {
    const [year = "", month = ""] = textOf(answer).split("-");
    const parts = { month: String(Number(month)), year };
    return new Map(answer === null ? [] : NAMES.map((name) => [`${prefix}${question.id}.${name}`, [parts[name]]]));
  },
  input: (question, state) => partsInput(question, state, NAMES, words(question).monthLike),
  show: (question, answer) => html`${answer === null ? words(question).notProvided : inText(question, textOf(answer))}`,
  text: (question, answer) => (answer === null ? "" : inText(question, textOf(answer))),
  schema: (question) => schemaOf(question, { type: "string", pattern: "^[1-9]\\d{3}-(0[1-9]|1[0-2])$", description: "YYYY-MM." }),
  inputId: (question, field, prefix) => (field === prefix + question.id ? `${field}.month` : field),
  examples,
};

function isMonth(text: string): boolean {
  return /^[1-9]\d{3}-(0[1-9]|1[0-2])$/.test(text);
}

function notReal(question: Question, field: string): Reading {
  return bad(field, "month-not-real", words(question).notMonth(subject(question)));
}

function readMonth(question: Question, parts: Readonly<Record<"month" | "year", string>>, field: string): Reading {
  const wrong = wrongPart(question, parts, NAMES, field);
  if (wrong !== undefined) return wrong;
  const month = `${parts.year}-${String(monthNumber(parts.month)).padStart(2, "0")}`;
  return isMonth(month) ? good(month) : notReal(question, field);
}

/** The months that the limits of the question fall in; those of the calendar where it has none. */
function limits(question: Question, today: string): { readonly from: string; readonly to: string } {
  const { earliest, latest } = question.settings;
  const from = earliest === undefined ? null : limitDay(earliest, today);
  const to = latest === undefined ? null : limitDay(latest, today);
  return { from: from?.slice(0, 7) ?? "1000-01", to: to?.slice(0, 7) ?? "9999-12" };
}

/** The same reading, unless the month is outside the limits of the question. */
function within(question: Question, reading: Reading, field: string, today: string): Reading {
  if (!reading.ok) return reading;
  const month = textOf(reading.answer);
  const { from, to } = limits(question, today);
  if (month < from) return bad(field, "date-too-early", words(question).orLater(subject(question), inText(question, from)));
  if (month > to) return bad(field, "date-too-late", words(question).orEarlier(subject(question), inText(question, to)));
  return reading;
}

/** "2026-03" -> "March 2026" */
function inText(question: Question, month: string): string {
  return monthIn(question.language ?? "en", month);
}

/** This month, or the limit nearest to it, and both limits. */
function examples(question: Question, today: string): readonly Answer[] {
  const { from, to } = limits(question, today);
  const { earliest, latest } = question.settings;
  const edges = [...(earliest === undefined ? [] : [from]), ...(latest === undefined ? [] : [to])];
  const all = [today.slice(0, 7), ...edges, "2026-03", "1999-12"].filter((month) => month >= from && month <= to);
  return question.optional ? [...new Set(all), null] : [...new Set(all)];
}
