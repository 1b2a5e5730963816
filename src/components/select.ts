import { type Attributes, attribute, attributes, classes, type Styled } from "./attributes.ts";
import { besideInput, type FieldOptions, formGroup, notes } from "./form-group.ts";
import { type Html, html } from "./html.ts";
import { label, type LabelOptions } from "./label.ts";

export interface SelectItem {
  /** The text when absent. */
  readonly value?: string | number | boolean | undefined;
  readonly text: string;
  /** Given, it wins over the value of the list. */
  readonly selected?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface SelectOptions extends FieldOptions, Styled {
  /** The name when absent. */
  readonly id?: string | undefined;
  readonly name: string;
  /** Items that do not apply may be left in as null, undefined or false. */
  readonly items?: readonly (SelectItem | null | undefined | false)[];
  /** The value that is chosen. */
  readonly value?: string | number | undefined;
  readonly disabled?: boolean | undefined;
  readonly describedBy?: string | undefined;
  readonly label?: LabelOptions | undefined;
}

/** One of a long list. Radios serve people better where they fit. */
export function select(options: SelectOptions): Html {
  const id = options.id || options.name;
  const { markup, describedBy } = notes(options, id, options.describedBy);
  const names = classes("govuk-select", options.classes, options.errorMessage && "govuk-select--error");
  const state = html`${attribute("disabled", options.disabled)}${attribute("aria-describedby", describedBy)}${attributes(options.attributes)}`;
  const items = options.items?.map((item) => item && option(item, options.value));
  const box = html`<select class="${names}" id="${id}" name="${options.name}"${state}>${items}</select>`;
  return formGroup(options, html`${label({ ...options.label, for: id })}${markup}${besideInput(options.formGroup, box)}`);
}

function option(item: SelectItem, chosen: string | number | undefined): Html {
  const isChosen = Boolean(chosen) && String(item.value ?? item.text) === String(chosen);
  const selected = item.selected || (item.selected !== false && isChosen);
  const state = html`${attribute("value", item.value === undefined ? undefined : String(item.value))}${attribute("selected", selected)}${attribute("disabled", item.disabled)}${attributes(item.attributes)}`;
  return html`<option${state}>${item.text}</option>`;
}
