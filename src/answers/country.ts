import type { Html } from "../components/html.ts";
import { select } from "../components/select.ts";
import { TEXT } from "../rules/type.ts";
import type { AnswerType, FieldState, Question } from "./answer-type.ts";
import { boxType } from "./box.ts";
import { COUNTRY_CODES, countryCode, countryName } from "./country-codes.ts";
import { errorAt, hintFor, labelFor, purpose, typed } from "./inputs.ts";
import { missing } from "./messages.ts";
import { bad, good, jsonText, textOf } from "./reading.ts";

/** A country or territory. JSON: its two letters in ISO 3166, "FR". */
export const country: AnswerType = boxType({
  name: "country",
  about: 'A country or territory, selected from all of them. Rules see its two letters in ISO 3166, such as "GB".',
  settings: ["autocomplete"],
  needs: [],
  kind: "a text",
  verb: "Select",
  ruleType: () => TEXT,
  value: (_question, answer) => (answer === null ? null : textOf(answer)),
  longest: () => 80,
  parse: (question, text, field) => {
    const code = countryCode(text);
    return code === null ? bad(field, "country-unknown", `${missing(question, "Select")} from the list`) : good(code);
  },
  write: textOf,
  fromJson: jsonText,
  ownSchema: () => ({ type: "string", enum: COUNTRY_CODES, description: "Two letters of ISO 3166, and XK for Kosovo." }),
  words: (answer) => countryName(textOf(answer)),
  input,
  examples: () => ["GB", "IE", "CI"],
});

function input(question: Question, state: FieldState): Html {
  const field = state.prefix + question.id;
  const autocomplete = purpose(question, "country");
  return select({
    id: field,
    name: field,
    label: labelFor(question, state),
    hint: hintFor(question),
    errorMessage: errorAt(state, field),
    value: typed(state, field),
    ...(autocomplete !== undefined && { attributes: { autocomplete } }),
    items: [{ value: "", text: "Choose one" }, ...items()],
  });
}

let inOrder: readonly { readonly value: string; readonly text: string }[] | undefined;

/** By name, sorted once. */
function items(): readonly { readonly value: string; readonly text: string }[] {
  inOrder ??= COUNTRY_CODES.map((value) => ({ value, text: countryName(value) })).toSorted((a, b) => a.text.localeCompare(b.text, "en-GB"));
  return inOrder;
}
