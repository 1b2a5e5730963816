import assert from "node:assert/strict";
import { describe, it } from "node:test";

import type { Question } from "../../src/answers/answer-type.ts";
import { ANSWER_TYPES, answerType } from "../../src/answers/answer-types.ts";
import { englishWords } from "../support/english-words.ts";
import { ask, context, outcome, read, SAMPLES, stateOf, TODAY, uploadedFor } from "./samples.ts";

/** The question with words that are in no language, so that all that is left is ours. */
function wordless(question: Question): Question {
  const { hint: _hint, ...rest } = question;
  const { settings } = question;
  const blank = (texts: Readonly<Record<string, string>> | undefined) =>
    texts && Object.fromEntries(Object.keys(texts).map((key) => [key, "xx"]));
  return {
    ...rest,
    language: "cy",
    ask: "Xx?",
    label: "xx",
    settings: {
      ...settings,
      ...(settings.options && { options: blank(settings.options) ?? {} }),
      ...(settings.option_hints && { option_hints: blank(settings.option_hints) ?? {} }),
      ...(settings.rows && { rows: blank(settings.rows) ?? {} }),
      ...(settings.declare !== undefined && { declare: "xx" }),
      ...(settings.entry !== undefined && { entry: "xx" }),
      ...(settings.unit !== undefined && { unit: "xx" }),
      ...(settings.questions && { questions: settings.questions.map(wordless) }),
    },
  };
}

/** What a person reads of a page: its words, without marks. Names and values of the markup are code, and stay English. */
function words(markup: string): string {
  return markup.replace(/<[^>]+>/g, " ").replace(/&[a-z0-9#]+;/g, "");
}

const WRONG: readonly string[] = ["", "nonsense", "-5", "99999999999", "1.23456789", "32", "2:30", "x".repeat(400), "xx", "SW1"];
const PARTS = [
  "",
  ".day",
  ".month",
  ".year",
  ".amount",
  ".unit",
  ".1",
  ".2",
  ".first",
  ".line1",
  ".postcode",
  ".sort_code",
  ".account_number",
];

/** Everything that reading these questions says of what is wrong. */
function problemsOf(question: Question): readonly string[] {
  const readings = WRONG.flatMap((value) => [
    answerType(question).read(question, new Map(PARTS.map((part) => [`q${part}`, [value]])), "", context()),
    answerType(question).read(
      question,
      new Map([
        [`q.0.q`, [value]],
        ["q.count", ["60"]],
      ]),
      "",
      context(),
    ),
  ]);
  return readings.flatMap((reading) => (reading.ok ? [] : reading.problems.map(({ message }) => message)));
}

describe("questions in Welsh", () => {
  it("say every problem in Welsh, for every type", () => {
    const english = SAMPLES.map(wordless).flatMap((question) =>
      problemsOf(question).flatMap((message) => englishWords(message).map((word) => `${question.type}: ${word} in "${message}"`)),
    );
    assert.deepEqual(english, []);
  });

  it("have inputs and shown answers without an English word of ours", () => {
    const found: string[] = [];
    for (const question of SAMPLES.map(wordless)) {
      const type = answerType(question);
      const files = uploadedFor(type, question);
      const problems = [{ field: "q", code: "answer-missing", message: "xx" }];
      const shown = type.examples({ ...question, optional: true }, TODAY).map((answer) => type.show(question, answer).markup);
      const inputs = [stateOf(), stateOf(new Map([["q", files.map(({ id }) => id)]]), { files, problems })];
      if (question.type === "country") inputs.length = 0;
      for (const markup of [...shown, ...inputs.map((state) => type.input(question, state).markup)])
        for (const word of englishWords(words(markup).replace(/Plain words|Sons no. 2|A first line|and a second with|example-\d+\S*/g, "")))
          found.push(`${question.type}: ${word} in ${words(markup).replace(/\s+/g, " ").trim()}`);
    }
    assert.deepEqual(found, []);
  });

  it("read as people write it in Welsh, and show it so", () => {
    const question = (type: string, more: Partial<Question> = {}) => ask(type, {}, { label: "eich dyddiad geni", language: "cy", ...more });
    assert.equal(outcome(read(question("date"), { "q.day": "1", "q.month": "Chwefror", "q.year": "2026" })), "2026-02-01");
    assert.equal(answerType(question("date")).text(question("date"), "2026-11-25"), "25 Tachwedd 2026");
    assert.equal(outcome(read(question("time"), { q: "2:30yp" })), "14:30");
    assert.equal(outcome(read(question("time"), { q: "9 y bore" })), "09:00");
    assert.equal(outcome(read(question("country"), { q: "Ffrainc" })), "FR");
    assert.deepEqual(outcome(read(question("date"), { "q.day": "", "q.month": "2", "q.year": "" })), [
      "q.day date-part-missing: Rhowch ddiwrnod a blwyddyn ar gyfer eich dyddiad geni",
    ]);
    const danger = question("yes-no", { label: "os yw’n beryglus", says: { yes: "Ydy", no: "Nac ydy" } });
    assert.deepEqual(outcome(read(danger, {})), ["q answer-missing: Dewiswch ‘Ydy’ os yw’n beryglus"]);
    assert.equal(answerType(danger).text(danger, false), "Nac ydy");
  });

  it("are tried with every answer type", () => {
    assert.deepEqual(
      [...ANSWER_TYPES.keys()].filter((type) => !SAMPLES.some((question) => question.type === type)),
      [],
    );
  });
});
