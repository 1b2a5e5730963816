import { button } from "../components/button.ts";
import { fileUpload } from "../components/file-upload.ts";
import { html, type Html } from "../components/html.ts";
import type { FieldState, FileAnswer, Question } from "./answer-type.ts";
import { acceptAttribute, acceptedInWords, LARGEST_MB, sizeInWords } from "./file-kinds.ts";
import { ENTER_BUTTON, errorAt, hidden, hintFor, labelFor } from "./inputs.ts";

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
  const error = errorAt(state, field);
  const box = fileUpload({
    id: field,
    name: field,
    label: labelFor(question, state),
    hint: { text: room < 1 ? FULL : help(question) },
    errorMessage: error,
    multiple: room > 1,
    // The link of an error has to come to something that takes the focus.
    disabled: room < 1 && error === undefined,
    attributes: { accept: acceptAttribute(question) },
    formGroup: { afterInput: { html: there.length === 0 ? undefined : uploaded(field, there) } },
  });
  return html`${there.length > 0 && ENTER_BUTTON}${box}`;
}

const FULL = "You have added as many files as we can take here. To add another, remove one first";

/** What the question says of itself, then which files it takes. */
function help(question: Question): string {
  const own = hintFor(question)?.text;
  const most = mostFiles(question);
  const each = most === 1 ? "It" : `You can add up to ${most} files. Each`;
  return `${own === undefined ? "" : `${own.replace(/\.$/, "")}. `}${each} can be ${acceptedInWords(question)}, up to ${LARGEST_MB} MB`;
}

function uploaded(field: string, there: readonly FileAnswer[]): Html {
  const rows = there.map((file) => {
    const words = html`Remove<span class="govuk-visually-hidden"> ${file.name}</span>`;
    const remove = button({
      name: `${field}.remove`,
      value: file.id,
      classes: "govuk-button--secondary govuk-!-margin-bottom-0",
      html: words,
    });
    return html`<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">${file.name}</dt><dd class="govuk-summary-list__value">${sizeInWords(file.size)}</dd><dd class="govuk-summary-list__actions">${hidden(field, file.id)}${remove}</dd></div>`;
  });
  return html`<p class="govuk-body govuk-!-margin-top-4">Uploaded</p><dl class="govuk-summary-list">${rows}</dl>`;
}
