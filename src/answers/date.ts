import { html } from "../components/html.ts";
import { dateIn } from "../language/calendar-words.ts";
import { addDuration, isDate } from "../rules/dates.ts";
import { DATE } from "../rules/type.ts";
import type { Answer, AnswerType, Question, Reading } from "./answer-type.ts";
import { isBlank } from "./clean-text.ts";
import { limitDay } from "./date-limits.ts";
import { partsInput, readParts } from "./date-parts.ts";
import { missing, subject, words } from "./messages.ts";
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
    if (raw.every(isBlank)) return empty(question, field, missing(question, "enter"));
    if (raw.some((part) => part.length > LONGEST_PART)) return notReal(question, field);
    const [day = "", month = "", year = ""] = raw.map((part) => (isBlank(part) ? "" : part.trim()));
    return within(question, readParts(question, { day, month, year }, field), field, context.today);
  },
  accept: (question, json, prefix, context) => {
    const field = prefix + question.id;
    if (json === null || json === undefined) return empty(question, field, missing(question, "enter"));
    if (typeof json !== "string") return bad(field, "answer-wrong-kind", `${subject(question)} must be a date, like 2026-03-27`);
    return isDate(json) && json >= "1000" ? within(question, good(json), field, context.today) : notReal(question, field);
  },
  fields: (question, answer, prefix) => {
    const [year = "", month = "", day = ""] = textOf(answer).split("-");
    if (answer === null) return new Map();
    return new Map(NAMES.map((name, at) => [`${prefix}${question.id}.${name}`, [String(Number([day, month, year][at]))]]));
  },
  input: (question, state) => partsInput(question, state, NAMES, words(question).dateLike, question.settings.autocomplete === "bday"),
  show: (question, answer) => html`${answer === null ? words(question).notProvided : inText(question, answer)}`,
  text: (question, answer) => (answer === null ? "" : inText(question, answer)),
  schema: (question) => schemaOf(question, { type: "string", format: "date" }),
  inputId: (question, field, prefix) => (field === prefix + question.id ? `${field}.day` : field),
  examples,
};

function notReal(question: Question, field: string): Reading {
  return bad(field, "date-not-real", words(question).notDate(subject(question)));
}

/** The same reading, unless the date is outside the limits of the question. */
function within(question: Question, reading: Reading, field: string, today: string): Reading {
  if (!reading.ok) return reading;
  const day = textOf(reading.answer);
  const { earliest, latest } = question.settings;
  const from = earliest === undefined ? null : limitDay(earliest, today);
  const to = latest === undefined ? null : limitDay(latest, today);
  if (from !== null && day < from) return bad(field, "date-too-early", notBefore(question, from, today));
  if (to !== null && day > to) return bad(field, "date-too-late", notAfter(question, to, today));
  return reading;
}

function notBefore(question: Question, from: string, today: string): string {
  const say = words(question);
  if (from === today) return say.fromToday(subject(question));
  if (from === addDuration(today, { unit: "days", amount: 1 })) return say.inFuture(subject(question));
  return say.notBefore(subject(question), inText(question, from));
}

function notAfter(question: Question, to: string, today: string): string {
  const say = words(question);
  if (to === today) return say.upToToday(subject(question));
  if (to === addDuration(today, { unit: "days", amount: -1 })) return say.inPast(subject(question));
  return say.notAfter(subject(question), inText(question, to));
}

function inText(question: Question, answer: Answer): string {
  return dateIn(question.language ?? "en", textOf(answer));
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
