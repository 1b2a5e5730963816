import { html, type Html } from "../components/html.ts";
import { input } from "../components/input.ts";
import { select } from "../components/select.ts";
import { lengthIn, unitIn } from "../language/calendar-words.ts";
import { code, NUMBER, record } from "../rules/type.ts";
import type { Answer, AnswerType, FieldState, JsonSchema, Question, Reading } from "./answer-type.ts";
import { isBlank } from "./clean-text.ts";
import { inShortest, limitsIn, MOST_AMOUNT, readAmount, total, totalName, type Unit, UNITS, unitsOf } from "./duration-units.ts";
import { errorAt, inputGroup, typed } from "./inputs.ts";
import { capital, inWords, missing, subject, words } from "./messages.ts";
import { bad, empty, good, isRecord, own, strangeKey, textOf } from "./reading.ts";
import { recordSchema, schemaOf } from "./schema.ts";

const LONGEST_PART = 40;

/** A length of time in one of several units. JSON: `{ amount, unit }`, such as `{ "amount": 2, "unit": "weeks" }`. */
export const duration: AnswerType = {
  name: "duration",
  about:
    "A length of time: a whole number and a unit. Rules see `amount` and `unit`, and where the units convert exactly `in_days`, `in_hours` or `in_months`. `least` and `most` count its shortest unit.",
  settings: ["units", "least", "most"],
  needs: ["units"],
  ruleType: (question) => {
    const name = totalName(question);
    return record({ amount: NUMBER, unit: code(unitsOf(question)), ...(name !== undefined && { [name]: NUMBER }) });
  },
  value: (question, answer) => {
    const amount = amountOf(answer);
    const unit = unitOf(question, answer);
    if (unit === undefined) return null;
    const name = totalName(question);
    return { amount, unit, ...(name !== undefined && { [name]: total(name, amount, unit) }) };
  },
  read: (question, fields, prefix) => {
    const field = prefix + question.id;
    const [amount = "", unit = ""] = ["amount", "unit"].map((part) => fields.get(`${field}.${part}`)?.[0] ?? "");
    if (isBlank(amount) && isBlank(unit)) return empty(question, field, missing(question, "enter"));
    return check(question, amount, unit, field);
  },
  accept,
  fields: (question, answer, prefix) => {
    if (answer === null) return new Map();
    const field = prefix + question.id;
    return new Map([
      [`${field}.amount`, [String(amountOf(answer))]],
      [`${field}.unit`, [textOf(own(answer, "unit"))]],
    ]);
  },
  input: inputs,
  show: (question, answer) => html`${answer === null ? words(question).notProvided : inText(question, answer)}`,
  text: (question, answer) => (answer === null ? "" : inText(question, answer)),
  schema: (question) => schemaOf(question, ownSchema(question)),
  inputId: (question, field, prefix) => (field === prefix + question.id ? `${field}.amount` : field),
  examples,
};

function ownSchema(question: Question): JsonSchema {
  const { least, most } = question.settings;
  const amount = { type: "integer", minimum: 0, maximum: MOST_AMOUNT };
  if (least === undefined && most === undefined)
    return recordSchema({ amount, unit: { type: "string", enum: unitsOf(question) } }, ["amount", "unit"]);
  const each = unitsOf(question).map((unit) => {
    const limits = limitsIn(question, unit);
    return recordSchema({ amount: { ...amount, minimum: limits.least, maximum: limits.most }, unit: { const: unit } }, ["amount", "unit"]);
  });
  return { type: "object", oneOf: each };
}

/** Two and one of each unit, and the limits and what is beside them, where the question takes them. */
function examples(question: Question): readonly Answer[] {
  const { least, most } = question.settings;
  const near = (unit: Unit): readonly number[] => {
    const limits = limitsIn(question, unit);
    const edges = [
      ...(least === undefined ? [] : [limits.least, limits.least + 1]),
      ...(most === undefined ? [] : [limits.most, limits.most - 1]),
    ];
    return [...new Set([2, 1, ...edges])].filter((amount) => amount >= limits.least && amount <= limits.most);
  };
  const all = unitsOf(question).flatMap((unit) => near(unit).map((amount) => ({ amount, unit })));
  return question.optional ? [...all, null] : all;
}

function amountOf(answer: Answer): number {
  const amount = own(answer, "amount");
  return typeof amount === "number" ? amount : 0;
}

function unitOf(question: Question, answer: Answer): Unit | undefined {
  return unitsOf(question).find((unit) => unit === own(answer, "unit"));
}

/** "1 week", "2 weeks" */
function inText(question: Question, answer: Answer): string {
  const unit = unitOf(question, answer);
  return unit === undefined
    ? `${amountOf(answer)} ${textOf(own(answer, "unit"))}`
    : lengthIn(question.language ?? "en", amountOf(answer), unit);
}

/** What was typed or sent. A unit may stand behind the number: "2 weeks". */
function check(question: Question, rawAmount: string, rawUnit: string, field: string): Reading {
  const units = unitsOf(question);
  const say = words(question);
  const like = lengthIn(question.language ?? "en", 3, units[0] ?? UNITS[0]);
  if (isBlank(rawAmount)) return bad(`${field}.amount`, "duration-part-missing", say.lengthNumber(subject(question), like));
  const typedIn = rawAmount.length > LONGEST_PART ? null : readAmount(rawAmount, units);
  if (typedIn === null) return bad(`${field}.amount`, "duration-not-number", say.lengthWhole(subject(question), like));
  if (typedIn.amount > MOST_AMOUNT) return bad(`${field}.amount`, "duration-too-large", say.orLess(subject(question), String(MOST_AMOUNT)));
  const unit = typedIn.unit ?? units.find((one) => one === rawUnit.trim());
  if (unit === undefined)
    return bad(
      `${field}.unit`,
      "duration-part-missing",
      say.lengthUnit(
        subject(question),
        inWords(
          units.map((one) => unitIn(question.language ?? "en", one)),
          say.or,
        ),
      ),
    );
  return within(question, { amount: typedIn.amount, unit }, `${field}.amount`);
}

/** The limits count the shortest unit that the question offers, and are said in it. */
function within(question: Question, answer: { readonly amount: number; readonly unit: Unit }, field: string): Reading {
  const { least, most } = question.settings;
  const [shortest = UNITS[0]] = unitsOf(question);
  const length = inShortest(question, answer.amount, answer.unit);
  const say = (amount: number): string => lengthIn(question.language ?? "en", amount, shortest);
  if (length !== undefined && least !== undefined && length < least)
    return bad(field, "duration-too-short", words(question).orMore(subject(question), say(least)));
  if (length !== undefined && most !== undefined && length > most)
    return bad(field, "duration-too-long", words(question).orLess(subject(question), say(most)));
  return good(answer);
}

function accept(question: Question, json: unknown, prefix: string): Reading {
  const field = prefix + question.id;
  if (json === null || json === undefined) return empty(question, field, missing(question, "enter"));
  const amount = own(json, "amount");
  const unit = own(json, "unit");
  if (!isRecord(json) || typeof amount !== "number" || typeof unit !== "string")
    return bad(field, "answer-wrong-kind", `${subject(question)} must be an object with an amount, a number, and a unit, a text`);
  if (strangeKey(json, ["amount", "unit"])) return bad(field, "answer-unknown-part", `${subject(question)} may hold only amount and unit`);
  return check(question, String(amount), unit, field);
}

function inputs(question: Question, state: FieldState): Html {
  const field = state.prefix + question.id;
  const amount = `${field}.amount`;
  const unit = `${field}.unit`;
  const number = input({
    id: amount,
    name: amount,
    label: { text: words(question).number },
    errorMessage: errorAt(state, field, question) ?? errorAt(state, amount, question),
    value: typed(state, amount) || undefined,
    classes: "govuk-input--width-5",
    inputmode: "numeric",
    spellcheck: false,
  });
  const choose = select({
    id: unit,
    name: unit,
    label: { text: words(question).unit },
    errorMessage: errorAt(state, unit, question),
    value: typed(state, unit),
    items: [
      { value: "", text: words(question).chooseOne },
      ...unitsOf(question).map((one) => ({ value: one, text: capital(unitIn(question.language ?? "en", one)) })),
    ],
  });
  return inputGroup(question, state, html`${number}${choose}`);
}
