import type { Question } from "./answer-type.ts";
import { textOf } from "./reading.ts";

/** The codes of a choice in the order shown. */
export function codes(question: Question): readonly string[] {
  return Object.keys(question.settings.options ?? {});
}

/** Own properties only: "constructor" is no option. */
export function isOption(question: Question, given: string): boolean {
  return Object.hasOwn(question.settings.options ?? {}, given);
}

/** The words of an option; its code where a later version of the service no longer has it. */
export function optionLabel(question: Question, answer: unknown): string {
  const code = textOf(answer);
  return isOption(question, code) ? (question.settings.options?.[code] ?? code) : code;
}

/** For radios, checkboxes and selects. */
export function optionItems(question: Question): { value: string; text: string; hint?: { text: string } }[] {
  return codes(question).map((code) => {
    const hint = question.settings.option_hints?.[code];
    return { value: code, text: optionLabel(question, code), ...(hint !== undefined && { hint: { text: hint } }) };
  });
}

/** For the API's description: "`pet`: As a pet; `work`: For work". */
export function optionsInWords(question: Question): string {
  return codes(question)
    .map((code) => `\`${code}\`: ${optionLabel(question, code)}`)
    .join("; ");
}
