import { DEEPEST_GROUP } from "../answers/answer-types.ts";
import type { RuleType } from "../rules/type.ts";
import type { QuestionSource } from "./outline.ts";

/** A question's answer as rules see it; undefined where its type, or one inside its group, is not one that can stand there. */
export function ruleTypeOf(source: QuestionSource): RuleType | undefined {
  return isSound(source, DEEPEST_GROUP) ? source.type?.ruleType(source.question) : undefined;
}

function isSound({ type, inner, question }: QuestionSource, deep: number): boolean {
  // Of a register that could not be read, nothing is known.
  if (type === undefined || (type.name === "register" && question.register === undefined)) return false;
  return type.name !== "group" || (deep > 0 && inner.every((source) => isSound(source, deep - 1)));
}
