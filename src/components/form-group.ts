import { type Attributes, attributes, classes } from "./attributes.ts";
import { type Content, content } from "./content.ts";
import { errorMessage, type ErrorMessageOptions } from "./error-message.ts";
import { hint, type HintOptions } from "./hint.ts";
import { type Html, html, type Slot } from "./html.ts";

/** The box around a question and its input: `beforeInput` and `afterInput` stand beside the input, the plural forms beside a list of inputs. */
export interface FormGroup {
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
  readonly beforeInput?: Content | undefined;
  readonly afterInput?: Content | undefined;
  readonly beforeInputs?: Content | undefined;
  readonly afterInputs?: Content | undefined;
}

/** What every question may carry besides its input. */
export interface FieldOptions {
  readonly hint?: HintOptions | undefined;
  readonly errorMessage?: ErrorMessageOptions | undefined;
  readonly formGroup?: FormGroup | undefined;
}

/** The hint and the error of a question, and the ids by which its input names them. */
export interface Notes {
  readonly markup: Html;
  /** For `aria-describedby`; nothing when there is nothing to name. */
  readonly describedBy: string | undefined;
}

/** Writes the hint and error of the question with this id; `describedBy` holds ids that are named before theirs. */
export function notes(field: FieldOptions, id: string | undefined, describedBy: string | undefined): Notes {
  const hintId = field.hint && `${id}-hint`;
  const errorId = field.errorMessage && `${id}-error`;
  const markup = html`${field.hint && hint({ ...field.hint, id: hintId })}${
    field.errorMessage && errorMessage({ ...field.errorMessage, id: errorId })
  }`;
  return { markup, describedBy: classes(describedBy ?? "", hintId, errorId) || undefined };
}

/** The box itself, red at its side when the question has an error. */
export function formGroup(field: FieldOptions, body: Slot): Html {
  const group = field.formGroup;
  const names = classes("govuk-form-group", field.errorMessage && "govuk-form-group--error", group?.classes);
  return html`<div class="${names}"${attributes(group?.attributes)}>${body}</div>`;
}

/** What stands beside a single input. */
export function besideInput(group: FormGroup | undefined, input: Html): Html {
  return html`${content(group?.beforeInput)}${input}${content(group?.afterInput)}`;
}
