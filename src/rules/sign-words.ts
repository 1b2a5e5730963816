import type { ComparisonSign } from "./syntax.ts";
import type { RuleType } from "./type.ts";

export const OPPOSITE: Readonly<Record<ComparisonSign, ComparisonSign>> = {
  "=": "!=",
  "!=": "=",
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
};

const AMOUNTS: Readonly<Record<ComparisonSign, string>> = {
  "=": "is",
  "!=": "is not",
  "<": "is less than",
  "<=": "is at most",
  ">": "is more than",
  ">=": "is at least",
};

const DAYS: Readonly<Record<ComparisonSign, string>> = {
  ...AMOUNTS,
  "<": "is before",
  "<=": "is on or before",
  ">": "is after",
  ">=": "is on or after",
};

const WORDS: Readonly<Record<ComparisonSign, string>> = { ...DAYS, "<=": "is or comes before", ">=": "is or comes after" };

/** How a sign reads between two values of a type. */
export function signWords(sign: ComparisonSign, type: RuleType): string {
  if (type.kind === "date") return DAYS[sign];
  return type.kind === "text" || type.kind === "code" ? WORDS[sign] : AMOUNTS[sign];
}
