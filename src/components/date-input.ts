import { type Attributes, attribute, attributes, classes, type Styled } from "./attributes.ts";
import { content } from "./content.ts";
import { fieldset, type FieldsetOptions } from "./fieldset.ts";
import { type FieldOptions, formGroup, notes } from "./form-group.ts";
import { type Html, html } from "./html.ts";
import { input } from "./input.ts";

type Value = string | number | undefined;

/** One box of the date. */
export interface DateInputItem {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  /** The name with a capital when absent. */
  readonly label?: string | undefined;
  readonly value?: Value;
  readonly classes?: string | undefined;
  /** Marks the box as wrong. With an error message and no box marked, every box is; `false` leaves this one out. */
  readonly error?: boolean | undefined;
  readonly inputmode?: string | undefined;
  readonly autocomplete?: string | undefined;
  readonly pattern?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface DateInputOptions extends FieldOptions, Styled {
  readonly id?: string | undefined;
  /** Put before each name, with a hyphen. */
  readonly namePrefix?: string | undefined;
  /** `false` leaves the box out. */
  readonly day?: DateInputItem | false | undefined;
  readonly month?: DateInputItem | false | undefined;
  readonly year?: DateInputItem | false | undefined;
  /** Other boxes than day, month and year, or in another order. */
  readonly items?: readonly DateInputItem[] | undefined;
  /** Values by full name. */
  readonly values?: Readonly<Record<string, Value>> | undefined;
  readonly fieldset?: FieldsetOptions | undefined;
}

/** A box of the date with what the date as a whole says about it. */
interface Part {
  readonly item: DateInputItem;
  readonly name: string;
  readonly value: Value;
  readonly width: 2 | 4;
}

/** A date in three boxes. */
export function dateInput(options: DateInputOptions): Html {
  const group = options.formGroup;
  const { markup, describedBy } = notes(options, options.id, options.fieldset?.describedBy);
  const parts = partsOf(options);
  const anyWrong = parts.some((part) => isWrong(part.item));
  const boxes = parts.map((part) => box(options, part, anyWrong));
  const inner = html`${content(group?.beforeInputs)}${boxes}${content(group?.afterInputs)}`;
  const open = html`<div class="${classes("govuk-date-input", options.classes)}"${attributes(options.attributes)}${attribute("id", options.id || undefined)}>`;
  const list = html`${markup}${open}${inner}</div>`;
  // The role makes JAWS read out the hint and the error of a group of text boxes.
  return formGroup(options, options.fieldset ? fieldset({ ...options.fieldset, role: "group", describedBy, html: list }) : list);
}

const USUAL = ["day", "month", "year"] as const;

function partsOf(options: DateInputOptions): readonly Part[] {
  const usual = USUAL.map((name) => options[name] ?? { name, value: options.values?.[name] });
  const given = options.items && options.items.length > 0 ? options.items : usual;
  return given.flatMap((item) => {
    if (item === false) return [];
    const at = USUAL.findIndex((name, i) => item === usual[i] || isNamed(item, name, usual[i]));
    const own = usual[at];
    const value = item.value ?? (own ? own.value : undefined);
    return [{ item, name: item.name ?? USUAL[at] ?? "", value, width: at === 2 ? 4 : 2 } satisfies Part];
  });
}

function isNamed(item: DateInputItem, name: string, usual: DateInputItem | false | undefined): boolean {
  return (
    Boolean(item.name) && (item.name === name || (Boolean(usual) && usual !== undefined && usual !== false && item.name === usual.name))
  );
}

function isWrong(item: DateInputItem): boolean {
  return Boolean(item.error) || Boolean(item.classes?.includes("govuk-input--error"));
}

function box(options: DateInputOptions, part: Part, anyWrong: boolean): Html {
  const { item } = part;
  const marked = item.classes?.includes("govuk-input--error");
  const wrong = !marked && (isWrong(item) || (item.error !== false && options.errorMessage !== undefined && !anyWrong));
  const width = !item.classes?.includes("govuk-input--width-") && `govuk-input--width-${part.width}`;
  const name = options.namePrefix ? `${options.namePrefix}-${part.name}` : part.name;
  const text = item.label || part.name.charAt(0).toUpperCase() + part.name.slice(1).toLowerCase();
  const inner = input({
    label: { text, classes: "govuk-date-input__label" },
    id: item.id || `${options.id}-${part.name}`,
    classes: classes("govuk-date-input__input", wrong && "govuk-input--error", width, item.classes),
    name,
    value: part.value ?? options.values?.[name],
    inputmode: item.inputmode || "numeric",
    autocomplete: item.autocomplete,
    pattern: item.pattern,
    attributes: item.attributes,
  });
  return html`<div class="govuk-date-input__item">${inner}</div>`;
}
