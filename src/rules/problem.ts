import type { RuleProblem } from "./rule.ts";
import type { At } from "./syntax.ts";

export type ProblemCode =
  | "rule-syntax"
  | "rule-unknown-name"
  | "rule-type"
  | "rule-unknown-option"
  | "rule-unknown-function"
  | "rule-not-supported"
  | "table-rows";

/** What is wrong at a place of a rule, and what to do about it where that is known. */
export function problem(code: ProblemCode, at: At, message: string, fix?: string): RuleProblem {
  const found = { code, message, from: at.from, to: at.to };
  return fix === undefined ? found : { ...found, fix };
}
