import type { Question } from "./answer-type.ts";

const SMALL_WORDS = /^(Your|The|A|An|If|Whether|Where|When|Why|What|Which|How|Their|Its|Any|Anything)\b/;
const NOUN = { Enter: "an answer", Select: "an answer", Upload: "a file", Add: "an answer" } as const;

/** What a question is called inside a sentence ("your name"), or nothing where the definition gives no label. */
export function labelOf(question: Question): string | undefined {
  return question.label?.replace(SMALL_WORDS, (word) => word.toLowerCase());
}

/** The same at the start of a sentence ("Your name"). */
export function subject(question: Question): string {
  return capital(labelOf(question) ?? "your answer");
}

/**
 * What is said when nothing was given: "Enter your name". Without a label, an ask that is no question is itself the instruction
 * ("Upload your insurance certificate"); a question is quoted, so that a list of problems says which one is meant.
 */
export function missing(question: Question, verb: keyof typeof NOUN): string {
  const label = labelOf(question);
  if (label !== undefined) return `${verb} ${label}`;
  return question.ask.endsWith("?") ? `${verb} ${NOUN[verb]} to ‘${question.ask}’` : question.ask.replace(/\.$/, "");
}

/** "name" -> "Name". */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** ["a", "b", "c"] -> "a, b or c" */
export function inWords(words: readonly string[], last: "and" | "or"): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

/** 1234567.5 -> "1,234,567.5" */
export function grouped(number: string): string {
  const [whole = "", part] = number.split(".");
  const commas = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return part === undefined ? commas : `${commas}.${part}`;
}
