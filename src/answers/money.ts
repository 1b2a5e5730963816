import { MONEY } from "../rules/type.ts";
import type { Answer, AnswerType, Question, Reading } from "./answer-type.ts";
import { boxType } from "./box.ts";
import { parseDecimal } from "./decimal-text.ts";
import { grouped, subject, words } from "./messages.ts";
import { bad, good } from "./reading.ts";

/** In pounds: rules hold fifteen digits exactly, two of them pence. */
const GREATEST = 999_999_999_999;

/** An amount of money. JSON: whole pence. Rules see pounds; `least` and `most` are pounds too. */
export const money: AnswerType = boxType({
  name: "money",
  about: "An amount of money in pounds and pence. Stored and sent as whole pence.",
  settings: ["least", "most"],
  needs: [],
  kind: "a whole number of pence",
  ruleType: () => MONEY,
  // Dividing whole pence by 100 gives the number nearest to the decimal, which is what an exact decimal of fifteen digits is held as.
  value: (_question, answer) => (typeof answer === "number" ? answer / 100 : null),
  longest: () => 40,
  parse,
  write: (answer) => pounds(Number(answer)),
  fromJson: (json) => (typeof json === "number" && Number.isSafeInteger(json) ? pounds(json) : undefined),
  ownSchema: (question) => ({ type: "integer", minimum: pence(least(question)), maximum: pence(most(question)), description: "In pence." }),
  words: (answer) => amount(Number(answer)),
  options: () => ({ prefix: { text: "£" }, classes: "govuk-input--width-10", inputmode: "decimal", spellcheck: false }),
  examples,
});

function least(question: Question): number {
  return question.settings.least ?? 0;
}

function most(question: Question): number {
  return question.settings.most ?? GREATEST;
}

function pence(pounds: number): number {
  return Math.round(pounds * 100);
}

/** 123450 -> "1234.50" */
function pounds(pence: number): string {
  const digits = String(Math.abs(pence)).padStart(3, "0");
  return `${pence < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** 123450 -> "£1,234.50", 5000 -> "£50" */
function amount(pence: number): string {
  const text = `£${grouped(pounds(Math.abs(pence))).replace(/\.00$/, "")}`;
  return pence < 0 ? `-${text}` : text;
}

function parse(question: Question, text: string, field: string): Reading {
  const number = parseDecimal(text.replace(/^([-−–]?)\s*£/, "$1"));
  if (number === null || number.decimals > 2) {
    return bad(field, "money-not-money", words(question).notMoney(subject(question)));
  }
  const answer = pence(number.value);
  if (answer < pence(least(question)))
    return bad(field, "money-too-small", words(question).orMore(subject(question), amount(pence(least(question)))));
  if (answer > pence(most(question)))
    return bad(field, "money-too-large", words(question).orLess(subject(question), amount(pence(most(question)))));
  return good(answer);
}

function examples(question: Question): readonly Answer[] {
  const from = pence(least(question));
  const to = pence(question.settings.most ?? Math.max(least(question), 0) + 10_000);
  const all = [Math.floor((from + to) / 200) * 100, from, from + 1, to - 1, to, 12_345];
  return [...new Set(all)].filter((value) => value >= from && value <= to);
}
