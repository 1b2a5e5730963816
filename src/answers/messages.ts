import { ANSWER_WORDS, type AnswerWords } from "../language/answer-words.ts";
import type { Question } from "./answer-type.ts";

const SMALL_WORDS = /^(Your|The|A|An|If|Whether|Where|When|Why|What|Which|How|Their|Its|Any|Anything)\b/;
const WELSH_SMALL_WORDS = /^(Eich|Y|Yr|Pam|Ble|Pryd|Pwy|Beth|Sut|Faint|Pa|Os|A|Ei|Eu|Unrhyw)(?![\p{L}])/u;

export type Verb = "enter" | "select" | "upload" | "add";

/** Our own words, in the language of the question. */
export function words(question: Pick<Question, "language">): AnswerWords {
  return ANSWER_WORDS[question.language ?? "en"];
}

/** What a question is called inside a sentence ("your name"), or nothing where the definition gives no label. */
export function labelOf(question: Question): string | undefined {
  return question.label?.replace(question.language === "cy" ? WELSH_SMALL_WORDS : SMALL_WORDS, (word) => word.toLowerCase());
}

/** The same where messages take it: at the start of an English sentence ("Your name"), inside a Welsh one ("eich enw"). */
export function subject(question: Question): string {
  return placed(question, labelOf(question) ?? words(question).answer);
}

/** A subject as messages take it. */
export function placed(question: Question, text: string): string {
  return question.language === "cy" ? text : capital(text);
}

/**
 * What is said when nothing was given: "Enter your name". Without a label, an ask that is no question is itself the instruction
 * ("Upload your insurance certificate"); a question is quoted, so that a list of problems says which one is meant.
 */
export function missing(question: Question, verb: Verb): string {
  const label = labelOf(question);
  const say = words(question);
  if (label !== undefined) return say[verb](label);
  return question.ask.endsWith("?") ? say[`${verb}To`](question.ask) : question.ask.replace(/\.$/, "");
}

/** "name" -> "Name". */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** ["a", "b", "c"] -> "a, b or c" */
export function inWords(parts: readonly string[], last: string): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} ${last} ${parts.at(-1)}`;
}

/** 1234567.5 -> "1,234,567.5" */
export function grouped(number: string): string {
  const [whole = "", part] = number.split(".");
  const commas = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return part === undefined ? commas : `${commas}.${part}`;
}
