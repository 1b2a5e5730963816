import type { Loss, Option } from "./form.ts";

/** Options by value: of two with the same value the first stays, and the report has the other. */
export function distinctOptions(options: readonly Option[], place: string, losses: Loss[]): readonly Option[] {
  const found = new Map<string, Option>();
  for (const option of options) {
    const { value, text } = option;
    if (!found.has(value)) found.set(value, option);
    else losses.push({ kind: "left", at: place, says: `Two options have the value ${value.slice(0, 60)}; the first stays.`, text });
  }
  return [...found.values()];
}
