import { html, type Html } from "../components/html.ts";
import { select } from "../components/select.ts";
import type { FieldState, Question, Reading } from "./answer-type.ts";
import { errorAt, inputGroup, typed } from "./inputs.ts";
import { codes, optionItems, optionLabel } from "./options.ts";
import { words } from "./messages.ts";
import { bad } from "./reading.ts";

const MOST = 10;

/** How many preferences are asked for. */
export function preferenceCount(question: Question): number {
  return Math.min(question.settings.most ?? MOST, codes(question).length, MOST);
}

/** The field of one preference: `schools.1` is the first. */
export function preferenceField(field: string, index: number): string {
  return `${field}.${index + 1}`;
}

/** The problem with a list that names an option twice, at the second place. */
export function repeated(question: Question, given: readonly string[], field: string): Reading | undefined {
  const index = given.findIndex((code, at) => given.indexOf(code) !== at);
  const code = given[index];
  if (code === undefined) return undefined;
  const at = preferenceField(field, Math.min(index, preferenceCount(question) - 1));
  return bad(at, "option-repeated", words(question).choseTwice(optionLabel(question, code), words(question).preference(index)));
}

/** One select for each preference. */
export function rankedInput(question: Question, state: FieldState): Html {
  const field = state.prefix + question.id;
  const selects = Array.from({ length: preferenceCount(question) }, (_, index) => {
    const own = preferenceField(field, index);
    return select({
      id: own,
      name: own,
      label: { text: words(question).preference(index) },
      errorMessage: errorAt(state, own, question) ?? (index === 0 ? errorAt(state, field, question) : undefined),
      value: typed(state, own),
      items: [
        { value: "", text: index === 0 ? words(question).chooseOne : words(question).none },
        ...optionItems(question).map(({ value, text }) => ({ value, text })),
      ],
    });
  });
  return inputGroup(question, state, html`${selects}`);
}
