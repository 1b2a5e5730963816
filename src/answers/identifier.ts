import type { InputOptions } from "../components/input.ts";
import type { AnswerWords } from "../language/answer-words.ts";
import { TEXT } from "../rules/type.ts";
import type { AnswerType, Reading } from "./answer-type.ts";
import { boxType } from "./box.ts";
import { hintFor } from "./inputs.ts";
import { labelOf, words as wordsOf } from "./messages.ts";
import { good, textOf } from "./reading.ts";

/** Longer than any of them, with the spaces, dashes and words that people put into them. */
const LONGEST = 40;

/** A number that an organisation gives out, such as a company's. It is kept as a text in the one form its givers write it in. */
export interface Identifier extends Pick<AnswerType, "name" | "about"> {
  /** "a company number" */
  what(say: AnswerWords): string;
  /** How one looks, for messages: "01234567". */
  like(say: AnswerWords): string;
  /** What stands below a question that has no hint of its own. */
  hint(say: AnswerWords): string;
  /** What every kept one matches; part of the JSON Schema. */
  readonly pattern: RegExp;
  readonly examples: readonly string[];
  /** The kept form of what was typed, in capitals and without spaces, dashes and full stops; null where it is none. */
  parse(bare: string): string | null;
  /** Says so where it is none. */
  refuse(field: string, message: string): Reading;
  /** As it is shown; as it is kept, when absent. */
  words?(kept: string): string;
  readonly inputmode?: InputOptions["inputmode"];
}

export function identifierType(own: Identifier): AnswerType {
  const { words } = own;
  return boxType({
    name: own.name,
    about: own.about,
    settings: [],
    needs: [],
    kind: "a text",
    ruleType: () => TEXT,
    value: (_question, answer) => (answer === null ? null : textOf(answer)),
    longest: () => LONGEST,
    parse: (question, text, field) => {
      const kept = own.parse(bare(text));
      if (kept !== null) return good(kept);
      const say = wordsOf(question);
      return own.refuse(field, say.like(say.enter(labelOf(question) ?? own.what(say)), own.like(say)));
    },
    write: textOf,
    fromJson: (json) => (typeof json === "string" ? json : undefined),
    ownSchema: () => ({ type: "string", pattern: own.pattern.source, description: `For example ${own.examples[0]}.` }),
    ...(words !== undefined && { words: (answer) => words(textOf(answer)) }),
    options: (question) => ({
      hint: hintFor(question) ?? { text: own.hint(wordsOf(question)) },
      classes: "govuk-input--width-10",
      spellcheck: false,
      inputmode: own.inputmode,
      autocapitalize: own.inputmode === undefined ? "characters" : undefined,
    }),
    examples: () => own.examples,
  });
}

/** "ab-12 34.cd" -> "AB1234CD" */
function bare(text: string): string {
  return text.toUpperCase().replace(/[\s.\-‐‑‒–—−_]/g, "");
}
