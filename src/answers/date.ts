import { dateInput } from "../components/date-input.ts";
import { type Html, html } from "../components/html.ts";
import { addDuration, isDate } from "../rules/dates.ts";
import { DATE } from "../rules/type.ts";
import type { Answer, AnswerType, FieldState, Question, Reading } from "./answer-type.ts";
import { isBlank } from "./clean-text.ts";
import { limitDay } from "./date-limits.ts";
import { dateInWords, readParts } from "./date-parts.ts";
import { errorAt, hintFor, legendFor, typed } from "./inputs.ts";
import { missing, subject } from "./messages.ts";
import { bad, empty, good, textOf } from "./reading.ts";
import { schemaOf } from "./schema.ts";

const NAMES = ["day", "month", "year"] as const;
const LONGEST_PART = 30;

/** A day in the calendar. JSON: `YYYY-MM-DD`. Months may be typed as names. */
export const date: AnswerType = {
  name: "date",
  about: "A date, asked as day, month and year.",
  settings: ["earliest", "latest", "autocomplete"],
  needs: [],
  ruleType: () => DATE,
  value: (_question, answer) => (answer === null ? null : textOf(answer)),
  read: (question, fields, prefix, context) => {
    const field = prefix + question.id;
    const raw = NAMES.map((name) => fields.get(`${field}.${name}`)?.[0] ?? "");
    if (raw.every(isBlank)) return empty(question, field, missing(question, "Enter"));
    if (raw.some((part) => part.length > LONGEST_PART)) return notReal(question, field);
    const [day = "", month = "", year = ""] = raw.map((part) => (isBlank(part) ? "" : part.trim()));
    return within(question, readParts({ day, month, year }, field, subject(question)), field, context.today);
  },
  accept: (question, json, prefix, context) => {
    const field = prefix + question.id;
    if (json === null || json === undefined) return empty(question, field, missing(question, "Enter"));
    if (typeof json !== "string") return bad(field, "answer-wrong-kind", `${subject(question)} must be a date, like 2026-03-27`);
    return isDate(json) && json >= "1000" ? within(question, good(json), field, context.today) : notReal(question, field);
  },
  fields: (question, answer, prefix) => {
    const [year = "", month = "", day = ""] = textOf(answer).split("-");
    if (answer === null) return new Map();
    return new Map(NAMES.map((name, at) => [`${prefix}${question.id}.${name}`, [String(Number([day, month, year][at]))]]));
  },
  input,
  show: (_question, answer) => html`${answer === null ? "Not provided" : dateInWords(textOf(answer))}`,
  text: (_question, answer) => (answer === null ? "" : dateInWords(textOf(answer))),
  schema: (question) => schemaOf(question, { type: "string", format: "date" }),
  inputId: (question, field, prefix) => (field === prefix + question.id ? `${field}.day` : field),
  examples,
};

function notReal(question: Question, field: string): Reading {
  return bad(field, "date-not-real", `${subject(question)} must be a real date`);
}

/** The same reading, unless the date is outside the limits of the question. */
function within(question: Question, reading: Reading, field: string, today: string): Reading {
  if (!reading.ok) return reading;
  const day = textOf(reading.answer);
  const { earliest, latest } = question.settings;
  const from = earliest === undefined ? null : limitDay(earliest, today);
  const to = latest === undefined ? null : limitDay(latest, today);
  if (from !== null && day < from) return bad(field, "date-too-early", `${subject(question)} must be ${notBefore(from, today)}`);
  if (to !== null && day > to) return bad(field, "date-too-late", `${subject(question)} must be ${notAfter(to, today)}`);
  return reading;
}

function notBefore(from: string, today: string): string {
  if (from === today) return "today or in the future";
  return from === addDuration(today, { unit: "days", amount: 1 }) ? "in the future" : `on or after ${dateInWords(from)}`;
}

function notAfter(to: string, today: string): string {
  if (to === today) return "today or in the past";
  return to === addDuration(today, { unit: "days", amount: -1 }) ? "in the past" : `on or before ${dateInWords(to)}`;
}

function input(question: Question, state: FieldState): Html {
  const field = state.prefix + question.id;
  const partError = NAMES.map((name) => errorAt(state, `${field}.${name}`)).find((error) => error !== undefined);
  const whole = errorAt(state, field);
  const birthday = question.settings.autocomplete === "bday";
  return dateInput({
    id: field,
    fieldset: { legend: legendFor(question, state) },
    hint: hintFor(question) ?? { text: "For example, 27 3 2026" },
    errorMessage: whole ?? partError,
    items: NAMES.map((name) => ({
      id: `${field}.${name}`,
      name: `${field}.${name}`,
      label: name.charAt(0).toUpperCase() + name.slice(1),
      value: typed(state, `${field}.${name}`) || undefined,
      error: whole !== undefined || errorAt(state, `${field}.${name}`) !== undefined,
      classes: name === "year" ? "govuk-input--width-4" : "govuk-input--width-2",
      autocomplete: birthday ? `bday-${name}` : undefined,
    })),
  });
}

/** Inside the limits: an ordinary date, both limits, the days beside them, today and ages that rules often turn on. */
function examples(question: Question, today: string): readonly Answer[] {
  const from = limitDay(question.settings.earliest ?? "1900-01-01", today) ?? "1900-01-01";
  const to = limitDay(question.settings.latest ?? "2100-12-31", today) ?? "2100-12-31";
  const usual = question.settings.latest === "today" ? "30 years before today" : "today";
  const near = [usual, "today", "10 years before today", "70 years before today"].map((limit) => limitDay(limit, today));
  const edges = [from, addDuration(from, { unit: "days", amount: 1 }), to, addDuration(to, { unit: "days", amount: -1 })];
  const all = [...near, ...edges].filter((day) => day !== null).filter((day) => day >= from && day <= to);
  return question.optional ? [...new Set(all), null] : [...new Set(all)];
}
