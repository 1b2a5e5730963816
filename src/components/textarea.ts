import { attributes, classes, optional, type Styled } from "./attributes.ts";
import { besideInput, formGroup, notes, type FieldOptions } from "./form-group.ts";
import { type Html, html } from "./html.ts";
import { label, type LabelOptions } from "./label.ts";

export interface TextareaOptions extends FieldOptions, Styled {
  /** The name when absent. */
  readonly id?: string | undefined;
  readonly name: string;
  readonly spellcheck?: boolean | undefined;
  /** Lines shown; 5 when absent. */
  readonly rows?: string | number | undefined;
  readonly value?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly describedBy?: string | undefined;
  readonly label?: LabelOptions | undefined;
  readonly autocomplete?: string | undefined;
}

/** Several lines of text. */
export function textarea(options: TextareaOptions): Html {
  const id = options.id || options.name;
  const { markup, describedBy } = notes(options, id, options.describedBy);
  const heading = label({ ...options.label, for: id });
  return formGroup(options, html`${heading}${markup}${besideInput(options.formGroup, box(options, id, describedBy))}`);
}

function box(options: TextareaOptions, id: string, describedBy: string | undefined): Html {
  const names = classes("govuk-textarea", options.errorMessage && "govuk-textarea--error", options.classes);
  const state = optional({
    spellcheck: options.spellcheck === undefined ? undefined : String(options.spellcheck),
    disabled: options.disabled,
    "aria-describedby": describedBy,
    autocomplete: options.autocomplete || undefined,
  });
  // A browser drops one line break right after the tag, so a value that begins with one is given another.
  const first = options.value?.startsWith("\n") ? "\n" : "";
  return html`<textarea class="${names}" id="${id}" name="${options.name}" rows="${options.rows || 5}"${state}${attributes(options.attributes)}>${first}${options.value}</textarea>`;
}
