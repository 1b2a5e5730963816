import { fieldset, type Legend } from "../components/fieldset.ts";
import { hint } from "../components/hint.ts";
import type { LabelOptions } from "../components/label.ts";
import { type Html, type Slot, html } from "../components/html.ts";
import { type SelectItem, select } from "../components/select.ts";
import type { ErrorMessageOptions } from "../components/error-message.ts";
import type { FieldState, Question } from "./answer-type.ts";
import { words } from "./messages.ts";

/** The question's words, as a label or a legend: large and the page's heading where it stands alone. */
export function labelFor(question: Question, state: FieldState): LabelOptions {
  return { text: asked(question), classes: `govuk-label--${state.heading ? "l" : "s"}`, isPageHeading: state.heading };
}

export function legendFor(question: Question, state: FieldState): Legend {
  return { text: asked(question), classes: `govuk-fieldset__legend--${state.heading ? "l" : "s"}`, isPageHeading: state.heading };
}

function asked(question: Question): string {
  return question.optional ? words(question).optional(question.ask) : question.ask;
}

export function hintFor(question: Question): { readonly text: string } | undefined {
  return question.hint === undefined ? undefined : { text: question.hint };
}

/** The first problem at exactly this field. */
export function errorAt(state: FieldState, field: string, question: Pick<Question, "language">): ErrorMessageOptions | undefined {
  const problem = state.problems.find((problem) => problem.field === field);
  return problem && { text: problem.message, visuallyHiddenText: words(question).error };
}

/** What was typed last. */
export function typed(state: FieldState, field: string): string {
  return state.fields.get(field)?.[0] ?? "";
}

/** The autocomplete purpose, unless the definition says that the question is about someone else. */
export function purpose(question: Question, own: string): string | undefined {
  return question.settings.autocomplete === "off" ? undefined : own;
}

/** One of a list to choose from, after a first line that is none. */
export function selectInput(question: Question, state: FieldState, items: readonly SelectItem[], autocomplete?: string): Html {
  const field = state.prefix + question.id;
  return select({
    id: field,
    name: field,
    label: labelFor(question, state),
    hint: hintFor(question),
    errorMessage: errorAt(state, field, question),
    value: typed(state, field),
    ...(autocomplete !== undefined && { attributes: { autocomplete } }),
    items: [{ value: "", text: words(question).chooseOne }, ...items],
  });
}

/** Several inputs as one question, with its hint. `describedBy` names what describes them besides the hint. */
export function inputGroup(question: Question, state: FieldState, inputs: Html, describedBy?: string): Html {
  const id = `${state.prefix}${question.id}-hint`;
  const text = hintFor(question);
  const described = [text && id, describedBy].filter((part) => part !== undefined).join(" ");
  const legend = legendFor(question, state);
  return fieldset({ legend, describedBy: described, role: "group", html: html`${text && hint({ ...text, id })}${inputs}` });
}

export function hidden(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`;
}

/**
 * Pressing Enter in a box presses the first button of the form. Where an input has buttons of its own ("Remove"), this one, which nobody
 * sees or tabs to, stands before them, so that Enter continues. Within an entry of a group, that of the group does.
 */
export function enterButton(question: Question, { within }: FieldState): Slot {
  if (within !== undefined) return undefined;
  return html`<button type="submit" class="govuk-visually-hidden" tabindex="-1" aria-hidden="true">${words(question).continue}</button>`;
}

/** What a button says besides its text, to those who hear the buttons of a group one by one: the entry that it stands in. */
export function ofEntry({ within }: FieldState): Slot {
  return within !== undefined && html`<span class="govuk-visually-hidden">: ${within}</span>`;
}
