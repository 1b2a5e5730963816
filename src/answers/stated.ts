import { roundHalfUp } from "../rules/decimal.ts";
import type { RuleType } from "../rules/type.ts";
import type { Value } from "../rules/value.ts";
import type { Answer, Question } from "./answer-type.ts";
import { words } from "./messages.ts";
import { answerType } from "./answer-types.ts";

/** The kinds of rule that may work out a fact of each answer type that a fact may have. */
const KINDS: Readonly<Record<string, readonly RuleType["kind"][]>> = {
  text: ["text", "code"],
  number: ["number"],
  money: ["money", "number"],
  date: ["date"],
  "yes-no": ["boolean"],
  choice: ["code"],
};

/** The answer types that a fact may have. */
export const STATED_TYPES: readonly string[] = Object.keys(KINDS);

/** Whether a rule of this kind can work out a fact of the answer type. */
export function mayState(type: string, kind: RuleType["kind"]): boolean {
  return kind === "nothing" || (KINDS[type]?.includes(kind) ?? false);
}

const MOST_DECIMALS = 6;

/** What a rule came to, as the answer type of the fact keeps it; null where it came to nothing. Amounts are rounded to the penny. */
export function statedAnswer({ type, settings }: Question, value: Value): Answer {
  if (type === "money") return typeof value === "number" ? pence(roundHalfUp(value, 2)) : null;
  if (type === "number") return typeof value === "number" ? roundHalfUp(value, Math.min(settings.decimals ?? 0, MOST_DECIMALS)) : null;
  return typeof value === "string" || typeof value === "boolean" ? value : null;
}

/** Null where it is out of the reach of exact decimals. */
function pence(pounds: number | null): number | null {
  return pounds === null ? null : Math.round(pounds * 100);
}

/** The fact in one line of plain words. */
export function statedText(question: Question, answer: Answer): string {
  return answer === null ? words(question).notKnown : answerType(question).text(question, answer);
}

/** The sentence that states it, where the definition gives one. */
export function statedSentence(question: Question, answer: Answer): string | undefined {
  return question.stated?.says?.replaceAll("{value}", () => statedText(question, answer));
}
