import { type ChoiceItem, choiceList, type ChoiceListOptions } from "./choice-list.ts";
import type { Html } from "./html.ts";

export type RadioItem = ChoiceItem;

export interface RadiosOptions extends ChoiceListOptions<RadioItem> {
  /** The value that is chosen. */
  readonly value?: string | number | undefined;
}

/** One of several. */
export function radios(options: RadiosOptions): Html {
  const chosen = options.value ? String(options.value) : undefined;
  return choiceList(options, {
    kind: "radios",
    type: "radio",
    isChosen: (item) => chosen !== undefined && String(item.value) === chosen,
  });
}
