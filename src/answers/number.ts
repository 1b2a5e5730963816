import { NUMBER } from "../rules/type.ts";
import type { Answer, AnswerType, Question, Reading } from "./answer-type.ts";
import { boxType } from "./box.ts";
import { grouped, subject, words } from "./messages.ts";
import { bad, good } from "./reading.ts";
import { parseDecimal, writeDecimal } from "./decimal-text.ts";

/** Fifteen digits are what a number in JSON holds exactly; six of them after the point at most. */
const GREATEST = 999_999_999;
const MOST_DECIMALS = 6;

/** A number. JSON: a number. */
export const number: AnswerType = boxType({
  name: "number",
  about: "A number: whole, unless `decimals` allows digits after the point.",
  settings: ["least", "most", "decimals", "unit"],
  needs: [],
  kind: "a number",
  ruleType: () => NUMBER,
  value: (_question, answer) => (typeof answer === "number" ? answer : null),
  longest: () => 40,
  parse,
  write: (answer) => writeDecimal(Number(answer)),
  fromJson: (json) => (typeof json === "number" ? writeDecimal(json) : undefined),
  ownSchema: (question) => ({
    type: decimals(question) === 0 ? "integer" : "number",
    minimum: question.settings.least ?? -GREATEST,
    maximum: question.settings.most ?? GREATEST,
  }),
  words: (answer, question) => withUnit(grouped(writeDecimal(Number(answer))), question),
  options: (question) => ({
    classes: "govuk-input--width-10",
    inputmode: decimals(question) === 0 && least(question) >= 0 ? "numeric" : undefined,
    spellcheck: false,
    suffix: question.settings.unit === undefined ? undefined : { text: question.settings.unit },
  }),
  examples,
});

function decimals(question: Question): number {
  return Math.min(question.settings.decimals ?? 0, MOST_DECIMALS);
}

function least(question: Question): number {
  return question.settings.least ?? -GREATEST;
}

function withUnit(number: string, question: Question): string {
  return question.settings.unit === undefined ? number : `${number} ${question.settings.unit}`;
}

function parse(question: Question, text: string, field: string): Reading {
  const { unit = "", most = GREATEST } = question.settings;
  const bare = unit !== "" && text.toLowerCase().endsWith(unit.toLowerCase()) ? text.slice(0, -unit.length).trim() : text;
  const number = parseDecimal(bare);
  if (number === null) return bad(field, "number-not-number", words(question).notNumber(subject(question), sample(question)));
  if (number.decimals > decimals(question)) return bad(field, "number-too-precise", tooPrecise(question));
  if (number.value < least(question))
    return bad(field, "number-too-small", words(question).orMore(subject(question), named(question, least(question))));
  if (number.value > most) return bad(field, "number-too-large", words(question).orLess(subject(question), named(question, most)));
  return good(number.value);
}

function tooPrecise(question: Question): string {
  const places = decimals(question);
  return places === 0 ? words(question).notWhole(subject(question)) : words(question).tooPrecise(subject(question), places);
}

function named(question: Question, limit: number): string {
  return withUnit(grouped(writeDecimal(limit)), question);
}

function sample(question: Question): string {
  return writeDecimal(middle(question));
}

/** A number that the question takes, not at its edges where there is room. */
function middle(question: Question): number {
  const { least = 0, most = Math.max(least, 0) + 20 } = question.settings;
  const scale = 10 ** decimals(question);
  const half = Math.round(((least + most) / 2) * scale) / scale;
  return half >= least && half <= most ? half : least;
}

function examples(question: Question): readonly Answer[] {
  const { least, most } = question.settings;
  const step = 1 / 10 ** decimals(question);
  const near = [least, least === undefined ? 0 : least + step, most, most === undefined ? undefined : most - step, middle(question)];
  const all = [middle(question), 1, ...near].filter((value) => value !== undefined).map((value) => Number(value.toFixed(MOST_DECIMALS)));
  return [...new Set(all)].filter((value) => value >= (least ?? value) && value <= (most ?? value));
}
