import { TEXT } from "../rules/type.ts";
import type { AnswerType, Question } from "./answer-type.ts";
import { boxType } from "./box.ts";
import { purpose } from "./inputs.ts";
import { words } from "./messages.ts";
import { bad, good, jsonText, textOf } from "./reading.ts";

const LONGEST = 100;
const LETTERS = /\p{L}.*\p{L}/u;

/** A typed name that stands for a signature. JSON: a string. */
export const signature: AnswerType = boxType({
  name: "signature",
  about: "A full name, typed as a signature to what `declare` says. Personal, unless the question says that it is not.",
  settings: ["declare", "autocomplete"],
  needs: [],
  kind: "a text",
  ruleType: () => TEXT,
  value: (_question, answer) => (answer === null ? null : textOf(answer)),
  longest: () => LONGEST,
  parse: (question, text, field) => (LETTERS.test(text) ? good(text) : bad(field, "signature-not-name", words(question).signToSign)),
  write: textOf,
  fromJson: jsonText,
  ownSchema: (question) => ({ type: "string", minLength: 2, maxLength: LONGEST, description: question.settings.declare }),
  options: (question) => ({
    hint: { text: guidance(question) },
    autocomplete: purpose(question, "name"),
    classes: "govuk-!-width-two-thirds",
    spellcheck: false,
  }),
  examples: () => ["Ada Osei", "Zoë O’Neill"],
});

/** What is signed, then how. */
function guidance(question: Question): string {
  const { declare } = question.settings;
  const how = question.hint ?? words(question).signHow;
  return declare === undefined ? how : `${declare} ${how}`;
}
