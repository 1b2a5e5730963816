import { characterCount, type CharacterCountOptions } from "../components/character-count.ts";
import { type Html, html, join } from "../components/html.ts";
import { TEXT } from "../rules/type.ts";
import type { AnswerType, FieldState, Question } from "./answer-type.ts";
import { boxType } from "./box.ts";
import { errorAt, hintFor, labelFor, typed } from "./inputs.ts";
import { words } from "./messages.ts";
import { good, jsonText, textOf } from "./reading.ts";

const LONGEST = 2000;

/** Several lines of text. JSON: a string with \n between the lines. */
export const longText: AnswerType = boxType({
  name: "long-text",
  about: "Several lines of text, with a count of the characters left.",
  settings: ["longest"],
  needs: [],
  kind: "a text",
  lines: true,
  ruleType: () => TEXT,
  value: (_question, answer) => (answer === null ? null : textOf(answer)),
  longest,
  parse: (_question, text) => good(text),
  write: textOf,
  fromJson: jsonText,
  ownSchema: (question) => ({ type: "string", minLength: 1, maxLength: longest(question) }),
  words: (answer) => textOf(answer).replace(/\s+/g, " "),
  show: (answer) =>
    join(
      textOf(answer)
        .split("\n")
        .map((line) => html`${line}`),
      "<br>",
    ),
  examples: (question) =>
    ["Plain words", "A first line\n\nand a second with “quotes”"].map((example) => example.slice(0, longest(question)).trim()),
  input,
});

function longest(question: Question): number {
  return question.settings.longest ?? LONGEST;
}

function input(question: Question, state: FieldState): Html {
  const field = state.prefix + question.id;
  return characterCount({
    id: field,
    name: field,
    label: labelFor(question, state),
    hint: hintFor(question),
    errorMessage: errorAt(state, field, question),
    value: typed(state, field) || undefined,
    maxlength: longest(question),
    rows: longest(question) > 300 ? 5 : 3,
    ...counting(question),
  });
}

/** What the script that counts says; English is what it says by itself. */
function counting(question: Question): Partial<CharacterCountOptions> {
  if (question.language !== "cy") return {};
  const say = words(question);
  return {
    textareaDescriptionText: say.charactersMost,
    charactersAtLimitText: say.charactersAtLimit,
    charactersUnderLimitText: { one: say.characterLeft, other: say.charactersLeft },
    charactersOverLimitText: { one: say.characterOver, other: say.charactersOver },
  };
}
