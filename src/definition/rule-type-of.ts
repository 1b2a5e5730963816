import { SINGLE_TYPES } from "../answers/answer-types.ts";
import type { Question } from "../answers/answer-type.ts";
import type { RuleType } from "../rules/type.ts";
import type { QuestionSource } from "./outline.ts";

/** A question's answer as rules see it; undefined where its type, or one inside its group, is not one that can stand there. */
export function ruleTypeOf({ type, question, inner }: QuestionSource): RuleType | undefined {
  return isKnown(question) && inner.every((source) => isKnown(source.question) && SINGLE_TYPES.has(source.question.type))
    ? type?.ruleType(question)
    : undefined;
}

/** Of a register that could not be read, nothing is known. */
function isKnown({ type, register }: Question): boolean {
  return type !== "register" || register !== undefined;
}
