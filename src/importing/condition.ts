/**
 * A condition over answers, either true or false whatever was answered. Each dialect has its own idea of what comparing with an empty answer
 * gives; its reader says it with these, so that nothing after it need know the dialect.
 */
export type Condition =
  | { readonly kind: "constant"; readonly value: boolean }
  | { readonly kind: "all" | "any"; readonly of: readonly Condition[] }
  | { readonly kind: "not"; readonly of: Condition }
  /** Whether the page of a question was on the way, whether or not the question was answered. */
  | { readonly kind: "asked"; readonly field: string }
  | TestCondition;

/** A test of one answer, false of every empty answer, also where it tests for a difference. */
export interface TestCondition {
  readonly kind: "test";
  /** The question's name in the source. */
  readonly field: string;
  readonly test: Test;
}

export type Comparison = "=" | "!=" | "<" | "<=" | ">" | ">=";

export type Test =
  | { readonly op: "answered" }
  /** Several may be chosen, and this is one of them. */
  | { readonly op: "has"; readonly option: string }
  | { readonly op: Comparison; readonly value: Operand }
  /** The number of characters of a text, or of things chosen. */
  | { readonly op: "length" | "count"; readonly is: Comparison; readonly number: number };

export type Operand =
  | { readonly text: string }
  | { readonly number: number }
  | { readonly yes: boolean }
  | { readonly day: string }
  /** A day counted from today; negative lies in the past. */
  | { readonly fromToday: number; readonly unit: "days" | "months" }
  /** The answer to another question. */
  | { readonly field: string };

export const ALWAYS: Condition = { kind: "constant", value: true };
export const NEVER: Condition = { kind: "constant", value: false };

export function all(of: readonly Condition[]): Condition {
  return joined("all", of, false);
}

export function any(of: readonly Condition[]): Condition {
  return joined("any", of, true);
}

/** `decisive` is the constant that decides the whole. */
function joined(kind: "all" | "any", of: readonly Condition[], decisive: boolean): Condition {
  const parts = of.flatMap((part) => (part.kind === kind ? part.of : [part]));
  if (parts.some((part) => part.kind === "constant" && part.value === decisive)) return decisive ? ALWAYS : NEVER;
  const open = parts.filter((part) => part.kind !== "constant");
  const distinct = [...new Map(open.map((part) => [JSON.stringify(part), part])).values()];
  if (distinct.length === 0) return decisive ? NEVER : ALWAYS;
  return distinct.length === 1 && distinct[0] !== undefined ? distinct[0] : { kind, of: distinct };
}

export function not(of: Condition): Condition {
  if (of.kind === "constant") return of.value ? NEVER : ALWAYS;
  return of.kind === "not" ? of.of : { kind: "not", of };
}

export function test(field: string, test: Test): Condition {
  return { kind: "test", field, test };
}

/** The questions that a condition reads, or whose being asked it reads, by their names in the source. */
export function fieldsIn(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case "constant":
      return [];
    case "asked":
      return [condition.field];
    case "not":
      return fieldsIn(condition.of);
    case "all":
    case "any":
      return [...new Set(condition.of.flatMap(fieldsIn))];
    case "test": {
      const { field, test } = condition;
      return "value" in test && "field" in test.value ? [field, test.value.field] : [field];
    }
  }
}

const OPPOSITES: Readonly<Record<Comparison, Comparison>> = { "=": "!=", "!=": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">" };

/** The comparison that holds of an answered question exactly when this does not. */
export function opposite(comparison: Comparison): Comparison {
  return OPPOSITES[comparison];
}

export function compare(left: number, comparison: Comparison, right: number): boolean {
  if (comparison === "=") return left === right;
  if (comparison === "!=") return left !== right;
  if (comparison === "<") return left < right;
  if (comparison === "<=") return left <= right;
  return comparison === ">" ? left > right : left >= right;
}
