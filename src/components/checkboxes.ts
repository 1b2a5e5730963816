import { type ChoiceItem, choiceList, type ChoiceListOptions } from "./choice-list.ts";
import type { Html } from "./html.ts";

export interface CheckboxItem extends ChoiceItem {
  /** Posted under this name instead of the list's. */
  readonly name?: string | undefined;
  /** "exclusive": choosing it clears the others ("None of these"). */
  readonly behaviour?: "exclusive" | undefined;
}

export interface CheckboxesOptions extends ChoiceListOptions<CheckboxItem> {
  readonly describedBy?: string | undefined;
  /** The values that are chosen. */
  readonly values?: readonly (string | number)[] | undefined;
}

/** Any of several. */
export function checkboxes(options: CheckboxesOptions): Html {
  const chosen = options.values?.map(String) ?? [];
  return choiceList(options, {
    kind: "checkboxes",
    type: "checkbox",
    describedBy: options.describedBy,
    isChosen: (item) => chosen.includes(String(item.value)),
    name: (item) => item.name,
    behaviour: (item) => item.behaviour,
  });
}
