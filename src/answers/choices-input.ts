import { checkboxes } from "../components/checkboxes.ts";
import type { Html } from "../components/html.ts";
import type { FieldState, Question } from "./answer-type.ts";
import { errorAt, hintFor, legendFor } from "./inputs.ts";
import { words } from "./messages.ts";
import { optionItems } from "./options.ts";

/** Checkboxes, with a hint that more than one may be ticked. */
export function choicesInput(question: Question, state: FieldState): Html {
  const field = state.prefix + question.id;
  return checkboxes({
    name: field,
    idPrefix: field,
    fieldset: { legend: legendFor(question, state) },
    hint: hintFor(question) ?? { text: howMany(question) },
    errorMessage: errorAt(state, field, question),
    values: state.fields.get(field) ?? [],
    items: optionItems(question),
  });
}

function howMany(question: Question): string {
  const { most } = question.settings;
  const say = words(question);
  return most === undefined ? say.selectAll : most === 1 ? say.selectOne : say.selectUpTo(most);
}
