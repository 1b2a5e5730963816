import { button } from "../components/button.ts";
import { errorMessage } from "../components/error-message.ts";
import { fieldset } from "../components/fieldset.ts";
import { html, type Html } from "../components/html.ts";
import type { FieldState, Question } from "./answer-type.ts";
import { entryCount, entryPrefix, leastEntries, mostEntries } from "./group-fields.ts";
import { entryName, inner, type TypeOf } from "./group-reading.ts";
import { enterButton, errorAt, hidden, inputGroup, ofEntry } from "./inputs.ts";
import { words } from "./messages.ts";

/** Every entry as a fieldset with its questions, and buttons that add and remove entries. Works without scripts. */
export function groupInput(typeOf: TypeOf, question: Question, state: FieldState): Html {
  const field = state.prefix + question.id;
  const count = Math.min(Math.max(entryCount(state.fields, field), leastEntries(question), 1), mostEntries(question));
  const error = errorAt(state, field, question);
  const entries = Array.from({ length: count }, (_, index) => entry(typeOf, question, state, index, count));
  const add = button({
    name: `${field}.add`,
    value: "1",
    classes: "govuk-button--secondary",
    html: html`${words(question).addAnother(question.settings.entry ?? words(question).entry)}${ofEntry(state)}`,
  });
  const above = html`${enterButton(question, state)}${error && errorMessage({ ...error, id: `${field}-error` })}${hidden(`${field}.count`, String(count))}`;
  return inputGroup(question, state, html`${above}${entries}${count < mostEntries(question) && add}`, error && `${field}-error`);
}

function entry(typeOf: TypeOf, question: Question, state: FieldState, index: number, count: number): Html {
  const field = state.prefix + question.id;
  const name = entryName(question, index);
  const own = { ...state, heading: false, prefix: entryPrefix(field, index), within: name };
  const text = html`${words(question).remove}<span class="govuk-visually-hidden"> ${name}</span>${ofEntry(state)}`;
  const remove = button({
    name: `${field}.remove`,
    value: String(index),
    classes: "govuk-button--secondary govuk-!-margin-top-3",
    html: text,
  });
  return html`<div class="govuk-form-group">${fieldset({
    legend: { text: name, classes: `govuk-fieldset__legend--${state.heading ? "m" : "s"}` },
    html: html`${inner(question).map((part) => typeOf(part).input(part, own))}${count > Math.max(leastEntries(question), 1) && remove}`,
  })}</div>`;
}
