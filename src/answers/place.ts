import { html, type Html } from "../components/html.ts";
import { textarea } from "../components/textarea.ts";
import { NUMBER, record, TEXT } from "../rules/type.ts";
import type { Answer, AnswerType, Fields, FieldState, Question, Reading } from "./answer-type.ts";
import { readText } from "./clean-text.ts";
import { isInside, parsePoint, type Point, pointOf, pointText } from "./coordinates.ts";
import { errorAt, hidden, hintFor, labelFor, typed } from "./inputs.ts";
import { missing, subject, words } from "./messages.ts";
import { bad, empty, good, isRecord, own, strangeKey, textOf } from "./reading.ts";
import { recordSchema, schemaOf } from "./schema.ts";

const LONGEST = 300;
const EXAMPLE: Point = { latitude: 51.5034, longitude: -0.1276 };

/** A place, described in words or given by coordinates. JSON: `{ text, latitude, longitude }`, in degrees; without coordinates `{ text }`. */
export const place: AnswerType = {
  name: "place",
  about: "A place in the United Kingdom, described in words or given by coordinates.",
  settings: [],
  needs: [],
  ruleType: () => record({ text: TEXT, latitude: NUMBER, longitude: NUMBER }),
  value: (_question, answer) => {
    if (answer === null) return null;
    const point = pointIn(answer);
    return { text: textIn(answer), latitude: point?.latitude ?? null, longitude: point?.longitude ?? null };
  },
  read: (question, fields, prefix) => {
    const field = prefix + question.id;
    return check(question, fields.get(field)?.[0] ?? "", (text) => postedPoint(fields, field, text), field);
  },
  accept,
  fields: (question, answer, prefix) => fieldsOf(answer, prefix + question.id),
  input,
  show: (question, answer) => html`${answer === null ? words(question).notProvided : textIn(answer)}`,
  text: (_question, answer) => textIn(answer),
  schema: (question) => schemaOf(question, ownSchema()),
  inputId: (_question, field) => field,
  examples: (question) => {
    const both = [{ text: "Outside 12 Mill Lane" }, { text: pointText(EXAMPLE), ...EXAMPLE }];
    return question.optional ? [...both, null] : both;
  },
};

function textIn(answer: Answer): string {
  return textOf(own(answer, "text"));
}

function pointIn(json: unknown): Point | null {
  const latitude = own(json, "latitude");
  const longitude = own(json, "longitude");
  return typeof latitude === "number" && typeof longitude === "number" ? pointOf(latitude, longitude) : null;
}

/** Coordinates that were typed win; else those that belong to exactly this text. */
function check(question: Question, raw: string, pointFor: (text: string) => Point | null, field: string): Reading {
  const reading = readText(raw, { field, longest: LONGEST, lines: false, subject: subject(question), words: words(question) });
  if (!reading.ok) return reading;
  if (reading.text === "") return empty(question, field, missing(question, "enter"));
  const written = parsePoint(reading.text);
  const point = written ?? pointFor(reading.text);
  if (point === null) return good({ text: reading.text });
  if (!isInside(point)) return bad(field, "place-outside", words(question).outside(subject(question)));
  return good({ text: written === null ? reading.text : pointText(point), ...point });
}

/** The coordinates kept beside the box belong to the text they came with: when it was changed, they no longer hold. */
function postedPoint(fields: Fields, field: string, text: string): Point | null {
  if (fields.get(`${field}.text`)?.[0] !== text) return null;
  return parsePoint((fields.get(`${field}.point`)?.[0] ?? "").slice(0, 60));
}

function accept(question: Question, json: unknown, prefix: string): Reading {
  const field = prefix + question.id;
  if (json === null || json === undefined) return empty(question, field, missing(question, "enter"));
  if (!isRecord(json))
    return bad(field, "answer-wrong-kind", `${subject(question)} must be an object with text, or latitude and longitude`);
  if (strangeKey(json, ["text", "latitude", "longitude"])) {
    return bad(field, "answer-unknown-part", `${subject(question)} may hold only text, latitude and longitude`);
  }
  const { text, latitude, longitude } = json;
  const paired = typeof latitude === typeof longitude && ["number", "undefined"].includes(typeof latitude);
  if (!paired) return bad(field, "answer-wrong-kind", `${subject(question)}: latitude and longitude must both be numbers`);
  if (text !== undefined && typeof text !== "string") return bad(field, "answer-wrong-kind", `${subject(question)}: text must be a text`);
  const point = pointIn(json);
  if (point !== null && !isInside(point)) return bad(field, "place-outside", words(question).outside(subject(question)));
  return check(question, text ?? (point === null ? "" : pointText(point)), () => point, field);
}

function fieldsOf(answer: Answer, field: string): Fields {
  if (answer === null) return new Map();
  const point = pointIn(answer);
  const shown: [string, string[]] = [field, [textIn(answer)]];
  return new Map(point === null ? [shown] : [shown, [`${field}.text`, [textIn(answer)]], [`${field}.point`, [pointText(point)]]]);
}

function ownSchema(): Readonly<Record<string, unknown>> {
  return recordSchema(
    {
      text: { type: "string", minLength: 1, maxLength: LONGEST, description: "The place in words, or its coordinates, latitude first." },
      latitude: { type: "number", minimum: 49, maximum: 61 },
      longitude: { type: "number", minimum: -9, maximum: 2.5 },
    },
    ["text"],
  );
}

function input(question: Question, state: FieldState): Html {
  const field = state.prefix + question.id;
  const kept = ["text", "point"].map((part) => `${field}.${part}`).filter((name) => typed(state, name) !== "");
  const box = textarea({
    id: field,
    name: field,
    label: labelFor(question, state),
    hint: hintFor(question) ?? { text: words(question).placeLike },
    errorMessage: errorAt(state, field, question),
    value: typed(state, field) || undefined,
    rows: 2,
  });
  return html`${box}${kept.map((name) => hidden(name, typed(state, name)))}`;
}
