import type { Html } from "../components/html.ts";
import type { Language } from "../language/language.ts";
import { TEXT } from "../rules/type.ts";
import type { AnswerType, FieldState, Question } from "./answer-type.ts";
import { boxType } from "./box.ts";
import { COUNTRY_CODES, countryCode, countryName } from "./country-codes.ts";
import { purpose, selectInput } from "./inputs.ts";
import { missing, words } from "./messages.ts";
import { bad, good, jsonText, textOf } from "./reading.ts";

/** A country or territory. JSON: its two letters in ISO 3166, "FR". */
export const country: AnswerType = boxType({
  name: "country",
  about: 'A country or territory, selected from all of them. Rules see its two letters in ISO 3166, such as "GB".',
  settings: ["autocomplete"],
  needs: [],
  kind: "a text",
  verb: "select",
  ruleType: () => TEXT,
  value: (_question, answer) => (answer === null ? null : textOf(answer)),
  longest: () => 80,
  parse: (question, text, field) => {
    const code = countryCode(text);
    return code === null ? bad(field, "country-unknown", words(question).fromTheList(missing(question, "select"))) : good(code);
  },
  write: textOf,
  fromJson: jsonText,
  ownSchema: () => ({ type: "string", enum: COUNTRY_CODES, description: "Two letters of ISO 3166, and XK for Kosovo." }),
  words: (answer, question) => countryName(textOf(answer), question.language),
  input,
  examples: () => ["GB", "IE", "CI"],
});

function input(question: Question, state: FieldState): Html {
  return selectInput(question, state, items(question.language ?? "en"), purpose(question, "country"));
}

interface Item {
  readonly value: string;
  readonly text: string;
}

const inOrder = new Map<Language, readonly Item[]>();

/** By name, sorted once for each language. */
function items(language: Language): readonly Item[] {
  const known = inOrder.get(language);
  if (known !== undefined) return known;
  const named = COUNTRY_CODES.map((value) => ({ value, text: countryName(value, language) }));
  const sorted = named.toSorted((a, b) => a.text.localeCompare(b.text, language));
  inOrder.set(language, sorted);
  return sorted;
}
