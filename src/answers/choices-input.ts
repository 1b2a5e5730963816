import { checkboxes } from "../components/checkboxes.ts";
import type { Html } from "../components/html.ts";
import type { FieldState, Question } from "./answer-type.ts";
import { errorAt, hintFor, legendFor } from "./inputs.ts";
import { optionItems } from "./options.ts";

/** Checkboxes, with a hint that more than one may be ticked. */
export function choicesInput(question: Question, state: FieldState): Html {
  const field = state.prefix + question.id;
  return checkboxes({
    name: field,
    idPrefix: field,
    fieldset: { legend: legendFor(question, state) },
    hint: hintFor(question) ?? { text: howMany(question.settings.most) },
    errorMessage: errorAt(state, field),
    values: state.fields.get(field) ?? [],
    items: optionItems(question),
  });
}

function howMany(most: number | undefined): string {
  return most === undefined ? "Select all that apply" : most === 1 ? "Select one" : `Select up to ${most}`;
}
