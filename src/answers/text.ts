import { TEXT } from "../rules/type.ts";
import { boxType } from "./box.ts";
import type { AnswerType } from "./answer-type.ts";
import { good, jsonText, textOf } from "./reading.ts";

const LONGEST = 250;

/** One line of text. JSON: a string. */
export const text: AnswerType = boxType({
  name: "text",
  about: "One line of text.",
  settings: ["longest", "autocomplete"],
  needs: [],
  kind: "a text",
  ruleType: () => TEXT,
  value: (_question, answer) => (answer === null ? null : textOf(answer)),
  longest: (question) => question.settings.longest ?? LONGEST,
  parse: (_question, text) => good(text),
  write: textOf,
  fromJson: jsonText,
  ownSchema: (question) => ({ type: "string", minLength: 1, maxLength: question.settings.longest ?? LONGEST }),
  options: (question) => ({ autocomplete: question.settings.autocomplete, classes: width(question.settings.longest) }),
  examples: (question) =>
    ["Plain words", "Zoë O’Neill & Sons <no. 2>"].map((example) => example.slice(0, question.settings.longest ?? LONGEST).trim()),
});

/** A box as wide as what fits in it tells how much is wanted. */
function width(longest = LONGEST): string | undefined {
  return [5, 10, 20].filter((width) => longest <= width).map((width) => `govuk-input--width-${width}`)[0];
}
