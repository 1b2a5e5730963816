import type { Asked } from "./form.ts";

/** All that a question says, line by line, for the report. */
export function askedText({ ask, hint, label, options, settings, must, questions }: Asked): string {
  const declare = typeof settings["declare"] === "string" ? settings["declare"] : undefined;
  return [
    ask,
    ...[hint, label, declare, must?.say].filter((text) => text !== undefined && text !== ask),
    ...(options ?? []).map(({ value, text, hint }) => `- ${value}: ${text}${hint === undefined ? "" : ` (${hint})`}`),
    ...(questions ?? []).map((each) => askedText(each)),
  ].join("\n");
}

export function allText(questions: readonly Asked[]): string {
  return questions.map(askedText).join("\n\n");
}
