import { attributes, classes, optional, type Styled } from "./attributes.ts";
import { type Content, content, hasContent } from "./content.ts";
import { formGroup, notes, type FieldOptions } from "./form-group.ts";
import { type Html, html } from "./html.ts";
import { label, type LabelOptions } from "./label.ts";

export interface Affix extends Content, Styled {}

export interface InputOptions extends FieldOptions, Styled {
  /** The name when absent. */
  readonly id?: string | undefined;
  readonly name: string;
  readonly type?: string | undefined;
  readonly inputmode?: string | undefined;
  readonly value?: string | number | undefined;
  readonly disabled?: boolean | undefined;
  readonly describedBy?: string | undefined;
  readonly label?: LabelOptions | undefined;
  /** Shown before and after the box: "£", "per week". Hidden from screen readers, so the label has to say it too. */
  readonly prefix?: Affix | undefined;
  readonly suffix?: Affix | undefined;
  readonly autocomplete?: string | undefined;
  readonly pattern?: string | undefined;
  readonly spellcheck?: boolean | undefined;
  readonly autocapitalize?: string | undefined;
  readonly inputWrapper?: Styled | undefined;
}

/** One line of text. */
export function input(options: InputOptions): Html {
  const id = options.id || options.name;
  const { markup, describedBy } = notes(options, id, options.describedBy);
  const heading = label({ ...options.label, for: id });
  return formGroup(options, html`${heading}${markup}${wrapped(options, box(options, id, describedBy))}`);
}

function box(options: InputOptions, id: string, describedBy: string | undefined): Html {
  const names = classes("govuk-input", options.classes, options.errorMessage && "govuk-input--error");
  const state = optional({
    spellcheck: options.spellcheck === undefined ? undefined : String(options.spellcheck),
    value: options.value,
    disabled: options.disabled,
    "aria-describedby": describedBy,
    autocomplete: options.autocomplete,
    autocapitalize: options.autocapitalize,
    pattern: options.pattern,
    inputmode: options.inputmode,
  });
  return html`<input class="${names}" id="${id}" name="${options.name}" type="${options.type || "text"}"${state}${attributes(options.attributes)}>`;
}

function wrapped(options: InputOptions, box: Html): Html {
  const before = options.formGroup?.beforeInput;
  const after = options.formGroup?.afterInput;
  if (![before, after, options.prefix, options.suffix].some(hasContent)) return box;
  const names = classes("govuk-input__wrapper", options.inputWrapper?.classes);
  const inner = html`${content(before)}${affix(options.prefix, "prefix")}${box}${affix(options.suffix, "suffix")}${content(after)}`;
  return html`<div class="${names}"${attributes(options.inputWrapper?.attributes)}>${inner}</div>`;
}

function affix(given: Affix | undefined, kind: "prefix" | "suffix"): Html | undefined {
  if (given === undefined || !hasContent(given)) return undefined;
  return html`<div class="${classes(`govuk-input__${kind}`, given.classes)}" aria-hidden="true"${attributes(given.attributes)}>${content(given)}</div>`;
}
