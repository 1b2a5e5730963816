import type { Problem } from "../../answers/answer-type.ts";
import { checkboxes } from "../../components/checkboxes.ts";
import type { Slot } from "../../components/html.ts";
import type { Service } from "../../definition/service.ts";
import { PAGE_WORDS, type PageWords } from "../../language/page-words.ts";
import type { FormBody } from "./form-body.ts";
import { errorAt } from "./form.ts";

const FIELD = "declared";

/** What was ticked of a declaration of several statements, and what is wrong where one was not. */
export interface Declared {
  readonly ticked: readonly string[];
  readonly problems: readonly Problem[];
}

export const NOTHING_TICKED: Declared = { ticked: [], problems: [] };

/** Reads the ticks. Each statement has its number, from 1. */
export function readDeclared({ declarations }: Service, { fields }: FormBody, message: string): Declared {
  const ticked = fields.get(FIELD) ?? [];
  const all = declarations.every((_, index) => ticked.includes(String(index + 1)));
  return { ticked, problems: all ? [] : [{ field: FIELD, code: "answer-missing", message }] };
}

/** A box for each statement; nothing where a declaration has no statements of its own. */
export function declaredBoxes(
  { declarations }: Service,
  { ticked, problems }: Declared,
  hint: string,
  words: PageWords = PAGE_WORDS.en,
): Slot {
  if (declarations.length === 0) return undefined;
  return checkboxes({
    idPrefix: FIELD,
    name: FIELD,
    values: ticked,
    items: declarations.map((text, index) => ({ text, value: String(index + 1) })),
    fieldset: { legend: { text: words.declaration, classes: "govuk-fieldset__legend--m" } },
    hint: { text: hint },
    ...errorAt(problems, FIELD, words),
  });
}
