import { html, type Html } from "../components/html.ts";
import { cellValue } from "../registers/register.ts";
import type { CellKind, Register, Row } from "../registers/register.ts";
import { BOOLEAN, DATE, MONEY, NUMBER, record, TEXT, type RuleType } from "../rules/type.ts";
import type { Value } from "../rules/value.ts";
import type { Answer, AnswerType, Fields, JsonSchema, Question, Reading, ReadingContext } from "./answer-type.ts";
import { missing, subject, words } from "./messages.ts";
import { bad, empty, good, isRecord, own, strangeKey, textOf } from "./reading.ts";
import { isOffered } from "./register-offers.ts";
import { registerInput } from "./register-input.ts";
import { rowExamples } from "./register-examples.ts";
import { readRegisterFields, pressRegister } from "./register-fields.ts";
import { schemaOf } from "./schema.ts";

const TYPES: Readonly<Record<CellKind, RuleType>> = { text: TEXT, number: NUMBER, money: MONEY, date: DATE, "yes-no": BOOLEAN };
const LONGEST_KEY = 100;

/**
 * A row of a register of the council. JSON: the row's key is enough. It is kept with its label and columns as they are then, so that a later
 * change of the register changes no case.
 */
export const register: AnswerType = {
  name: "register",
  about:
    "A row of a register of the council, such as a school or a street, found by searching. Rules see its key, its label and its columns.",
  settings: ["from", "show", "where"],
  needs: ["from"],
  ruleType: (question) => record(question.register === undefined ? { key: TEXT, label: TEXT } : rowType(question.register)),
  value,
  read: (question, fields, prefix, context) =>
    readRegisterFields(question, fields, prefix + question.id, context, (key) => take(question, key, prefix, context)),
  accept,
  fields: (question, answer, prefix) => fieldsOf(question, answer, prefix + question.id),
  input: registerInput,
  show: (question, answer): Html => html`${answer === null ? words(question).notProvided : labelOf(question, answer)}`,
  text: labelOf,
  schema,
  inputId: (question, field, prefix) => (field === prefix + question.id ? `${field}.search` : field),
  press: (question, fields, prefix) => pressRegister(question, fields, prefix + question.id),
  examples: (question, today) => {
    const answers = rowExamples(question, today).map(answerOf);
    return question.optional ? [...answers, null] : answers;
  },
};

/** The names that a row has in rules, and what they hold. */
export function rowType({ columns }: Pick<Register, "columns">): Readonly<Record<string, RuleType>> {
  return { key: TEXT, label: TEXT, ...Object.fromEntries(Object.entries(columns).map(([name, kind]) => [name, TYPES[kind]])) };
}

/** A row as an answer keeps it. */
export function answerOf({ key, label, welsh, cells }: Row): Answer {
  return { key, label, ...(welsh !== null && { welsh }), ...cells };
}

function labelOf({ language }: Question, answer: Answer): string {
  return (language === "cy" && textOf(own(answer, "welsh"))) || textOf(own(answer, "label"));
}

function value({ register }: Question, answer: Answer): Value {
  if (answer === null) return null;
  const cells = Object.entries(register?.columns ?? {}).map(([name, kind]) => [name, cellValue(kind, cellIn(answer, name))]);
  return { key: textOf(own(answer, "key")), label: textOf(own(answer, "label")), ...Object.fromEntries(cells) };
}

function cellIn(answer: Answer, name: string): null | string | number | boolean {
  const cell = own(answer, name);
  return typeof cell === "string" || typeof cell === "number" || typeof cell === "boolean" ? cell : null;
}

function take(question: Question, key: string, prefix: string, context: ReadingContext): Reading {
  const row = key.length > LONGEST_KEY ? undefined : question.register?.row(key);
  if (row !== undefined && isOffered(question, row, context)) return good(answerOf(row));
  return bad(prefix + question.id, "register-unknown", words(question).fromTheList(missing(question, "select")));
}

/** A key, or an answer as it is kept: of that only the key counts, so that nobody sends a label or a column that the register does not have. */
function accept(question: Question, json: unknown, prefix: string, context: ReadingContext): Reading {
  const field = prefix + question.id;
  if (json === null || json === undefined) return empty(question, field, missing(question, "select"));
  if (typeof json === "string") return take(question, json, prefix, context);
  if (!isRecord(json)) return bad(field, "answer-wrong-kind", `${subject(question)} must be the key of a row, as a text`);
  const known = ["key", "label", "welsh", ...Object.keys(question.register?.columns ?? {})];
  if (strangeKey(json, known)) return bad(field, "answer-unknown-part", `${subject(question)} may hold only ${known.join(", ")}`);
  const key = own(json, "key");
  return typeof key === "string"
    ? take(question, key, prefix, context)
    : bad(`${field}.key`, "answer-wrong-kind", `${subject(question)}: key must be a text`);
}

function fieldsOf(question: Question, answer: Answer, field: string): Fields {
  if (answer === null) return new Map();
  const label = labelOf(question, answer);
  return new Map([
    [field, [textOf(own(answer, "key"))]],
    [`${field}.search`, [label]],
    [`${field}.for`, [label]],
  ]);
}

function schema(question: Question): JsonSchema {
  const columns = Object.keys(question.register?.columns ?? {});
  const description = `The key of a row of the register ${question.settings.from}.`;
  const key = { type: "string", minLength: 1, maxLength: LONGEST_KEY, description };
  const properties = {
    key,
    label: { type: "string" },
    welsh: { type: "string" },
    ...Object.fromEntries(columns.map((name) => [name, {}])),
  };
  const kept = { type: "object", properties, required: ["key"], additionalProperties: false, description: "The row as a case keeps it." };
  return schemaOf(question, { anyOf: [key, kept], description });
}
