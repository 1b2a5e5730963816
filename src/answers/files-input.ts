import { button } from "../components/button.ts";
import { fileUpload } from "../components/file-upload.ts";
import { html, type Html } from "../components/html.ts";
import type { FieldState, FileAnswer, Question } from "./answer-type.ts";
import { acceptAttribute, acceptedInWords, LARGEST_MB, sizeInWords } from "./file-kinds.ts";
import { enterButton, errorAt, hidden, hintFor, labelFor, ofEntry } from "./inputs.ts";
import { words } from "./messages.ts";

const MOST = 5;

/** How many files the question takes. */
export function mostFiles(question: Question): number {
  return question.settings.most ?? MOST;
}

/**
 * The files that are there already, each with a button to remove it, and a box to add more. Their ids go along as hidden values of the
 * question's field. The form has to be sent as multipart/form-data.
 */
export function filesInput(question: Question, state: FieldState): Html {
  const field = state.prefix + question.id;
  const ids = state.fields.get(field) ?? [];
  const there = state.files.filter((file) => ids.includes(file.id));
  const room = mostFiles(question) - there.length;
  const error = errorAt(state, field, question);
  const box = fileUpload({
    id: field,
    name: field,
    label: labelFor(question, state),
    hint: { text: room < 1 ? words(question).filesFull : help(question) },
    errorMessage: error,
    multiple: room > 1,
    // The link of an error has to come to something that takes the focus.
    disabled: room < 1 && error === undefined,
    attributes: { accept: acceptAttribute(question) },
    formGroup: { afterInput: { html: there.length === 0 ? undefined : uploaded(question, field, there, state) } },
  });
  return html`${there.length > 0 && enterButton(question, state)}${box}`;
}

/** What the question says of itself, then which files it takes. */
function help(question: Question): string {
  const own = hintFor(question)?.text;
  const accepted = words(question).filesHelp(mostFiles(question), acceptedInWords(question), LARGEST_MB);
  return `${own === undefined ? "" : `${own.replace(/\.$/, "")}. `}${accepted}`;
}

function uploaded(question: Question, field: string, there: readonly FileAnswer[], state: FieldState): Html {
  const rows = there.map((file) => {
    const text = html`${words(question).remove}<span class="govuk-visually-hidden"> ${file.name}</span>${ofEntry(state)}`;
    const remove = button({
      name: `${field}.remove`,
      value: file.id,
      classes: "govuk-button--secondary govuk-!-margin-bottom-0",
      html: text,
    });
    return html`<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">${file.name}</dt><dd class="govuk-summary-list__value">${sizeInWords(file.size, words(question))}</dd><dd class="govuk-summary-list__actions">${hidden(field, file.id)}${remove}</dd></div>`;
  });
  return html`<p class="govuk-body govuk-!-margin-top-4">${words(question).uploaded}</p><dl class="govuk-summary-list">${rows}</dl>`;
}
