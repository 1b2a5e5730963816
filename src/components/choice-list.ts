import { type Attributes, attributes, classes, optional, type Styled } from "./attributes.ts";
import { type Content, content, hasContent, hasMarkup } from "./content.ts";
import { fieldset, type FieldsetOptions } from "./fieldset.ts";
import { formGroup, notes, type FieldOptions } from "./form-group.ts";
import { hint } from "./hint.ts";
import { type Html, html } from "./html.ts";
import { label } from "./label.ts";

/** One radio button or checkbox, or the word between two of them (`divider`). */
export interface ChoiceItem extends Content {
  readonly value?: string | number | undefined;
  readonly id?: string | undefined;
  readonly label?: Styled | undefined;
  readonly hint?: (Content & Styled) | undefined;
  readonly divider?: string | undefined;
  /** Given, it wins over the values of the list. */
  readonly checked?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** Shown while this one is chosen. On radios, axe faults what the script writes (aria-expanded), so our pages ask on the next screen. */
  readonly conditional?: { readonly html?: Html | undefined } | undefined;
  readonly attributes?: Attributes | undefined;
}

/** What radios and checkboxes have in common. */
export interface ChoiceListOptions<Item extends ChoiceItem> extends FieldOptions, Styled {
  readonly name: string;
  /** Begins each id; the name when absent. */
  readonly idPrefix?: string | undefined;
  readonly fieldset?: FieldsetOptions | undefined;
  /** Items that do not apply may be left in as null, undefined or false. */
  readonly items: readonly (Item | null | undefined | false)[];
}

/** How the two kinds differ. */
export interface ChoiceKind<Item extends ChoiceItem> {
  readonly kind: "radios" | "checkboxes";
  /** Of the input: "radio" or "checkbox". */
  readonly type: "radio" | "checkbox";
  /** Ids that describe each input where no fieldset carries them. */
  readonly describedBy?: string | undefined;
  readonly isChosen: (item: Item) => boolean;
  readonly name?: (item: Item) => string | undefined;
  readonly behaviour?: (item: Item) => string | undefined;
}

/** A list of radio buttons or checkboxes with all that stands around it. */
export function choiceList<Item extends ChoiceItem>(options: ChoiceListOptions<Item>, kind: ChoiceKind<Item>): Html {
  const group = options.formGroup;
  const { markup, describedBy } = notes(options, options.idPrefix || options.name, options.fieldset?.describedBy || kind.describedBy);
  const perItem = options.fieldset ? undefined : describedBy;
  // The number in an id counts what is left out too, so that an id stays with its item.
  const items = options.items.map((item, i) => item && choice(options, kind, item, i + 1, perItem));
  const names = classes(`govuk-${kind.kind}`, options.classes);
  const inner = html`${content(group?.beforeInputs)}${items}${content(group?.afterInputs)}`;
  const list = html`${markup}<div class="${names}"${attributes(options.attributes)} data-module="govuk-${kind.kind}">${inner}</div>`;
  return formGroup(options, options.fieldset ? fieldset({ ...options.fieldset, role: undefined, describedBy, html: list }) : list);
}

function choice<Item extends ChoiceItem>(
  options: ChoiceListOptions<Item>,
  kind: ChoiceKind<Item>,
  item: Item,
  number: number,
  describedBy: string | undefined,
): Html {
  const own = `govuk-${kind.kind}`;
  if (item.divider) return html`<div class="${own}__divider">${item.divider}</div>`;
  const prefix = options.idPrefix || options.name;
  // The first has no number: the error summary links to it by the prefix alone.
  const id = item.id || (number > 1 ? `${prefix}-${number}` : prefix);
  const name = kind.name?.(item) || options.name;
  const hasHint = hasContent(item.hint);
  const checked = item.checked || (item.checked !== false && kind.isChosen(item));
  const revealed = hasMarkup(item.conditional?.html) ? item.conditional.html : undefined;
  const noteIds = classes(kind.type === "checkbox" ? (describedBy ?? "") : "", hasHint && `${id}-item-hint`);
  const state = optional({
    checked,
    disabled: item.disabled,
    "data-aria-controls": revealed && `conditional-${id}`,
    "data-behaviour": kind.behaviour?.(item),
    "aria-describedby": noteIds || undefined,
  });
  const input = html`<input class="${own}__input" id="${id}" name="${name}" type="${kind.type}" value="${item.value}"${state}${attributes(item.attributes)}>`;
  const words = label({
    html: item.html,
    text: item.text,
    attributes: item.label?.attributes,
    classes: classes(`${own}__label`, item.label?.classes),
    for: id,
  });
  const help = hasHint && hint({ ...item.hint, id: `${id}-item-hint`, classes: classes(`${own}__hint`, item.hint?.classes) });
  return html`<div class="${own}__item">${input}${words}${help}</div>${revealed && conditional(own, id, checked, revealed)}`;
}

function conditional(own: string, id: string, checked: boolean, body: Html): Html {
  const names = classes(`${own}__conditional`, !checked && `${own}__conditional--hidden`);
  return html`<div class="${names}" id="conditional-${id}">${body}</div>`;
}
