import type { ArithmeticSign } from "./syntax.ts";
import { nameOf, type RuleType } from "./type.ts";
import type { Shape, Typed } from "./typed.ts";

type Kind = RuleType["kind"];

/** A part, or the items of one. */
type Part = Shape & { readonly kind?: Typed["kind"] };

/** What to write where two kinds of value do not compare, whichever stands first. */
const MIXES: readonly (readonly [one: Kind, other: Kind, fix: string])[] = [
  ["date", "code", 'Write dates as date("2026-01-31").'],
  ["date", "number", 'Write a day as date("2026-01-31"), or ask for an age: age(born, today) < 18.'],
  ["money", "code", "Write amounts of money without quotes."],
  ["money", "number", "Ask for both as money, or both as numbers."],
  ["boolean", "number", "Write true or false."],
  ["duration", "number", 'Write a length of time as @"P10D", or use days between(...).'],
  ["number", "code", "Write numbers without quotes."],
  ["boolean", "code", "Write true or false without quotes."],
  ["boolean", "text", "Write true or false without quotes."],
  ["text", "number", "Put a text in quotes, or ask for it as a number."],
  ["text", "date", "Ask for it as a date."],
  ["text", "money", "Ask for it as money."],
  ["text", "code", "Compare the text with what is written in it, and the choice with one of its options."],
];

/** What to write instead of comparing these two; a proposal for most pairs, none for the rest. */
export function mixFix(left: Part, right: Part): string | undefined {
  const kinds = new Set([left.type.kind, right.type.kind]);
  // `3 < rooms < 5` is what people write on paper.
  if ((left.kind === "compare" || right.kind === "compare") && kinds.has("boolean")) {
    return 'Put "and" between two whole comparisons, as in: rooms > 3 and rooms < 5, or use "between".';
  }
  const known = MIXES.find(([one, other]) => kinds.has(one) && kinds.has(other));
  if (known !== undefined) return known[2];
  if (kinds.has("list")) return 'Use list contains(...), "some ... satisfies" or count(...) for a list.';
  return kinds.has("record") ? "Compare one of its parts, with a point before its name." : undefined;
}

export function arithmeticFix(sign: ArithmeticSign, left: Part, right: Part): string | undefined {
  const kinds = new Set([left.type.kind, right.type.kind]);
  const has = (one: Kind, other: Kind): boolean => kinds.has(one) && kinds.has(other);
  if (has("date", "number")) return 'Write a length of time as @"P10D" for 10 days or @"P2M" for 2 months.';
  if (has("duration", "number")) return 'Write both as lengths of time, as in @"P10D".';
  if (kinds.has("money") && sign === "*") return "Multiply money by a number.";
  if (has("money", "number")) return "Ask for the number as money, or multiply by it.";
  if (has("number", "code") || has("money", "code")) return literalText(left, right) ? "Write numbers without quotes." : TO_TEXT;
  if (has("text", "number") || has("text", "date")) return TO_TEXT;
  if (kinds.has("list")) return "Use sum(...) or count(...) for a list.";
  if (kinds.has("boolean")) return "Write if ... then 1 else 0 to count a yes.";
  if (left.type.kind === "date" && right.type.kind === "date") return "Take one date from the other for the days between them.";
  return undefined;
}

const TO_TEXT = "Put texts together with texts: string(...) makes a text of a number or a date.";

function literalText(left: Part, right: Part): boolean {
  return [left, right].some((part) => part.literal && part.type.kind === "code");
}

/** What to write where a rule gives one type and its place needs another. */
export function placeFix(given: RuleType, wanted: RuleType): string | undefined {
  if (wanted.kind === "boolean")
    return given.kind === "list" ? "Ask something of the list, as in count(...) > 0." : "Compare it with something, as in: rooms > 3.";
  if (wanted.kind === "code" && given.kind === "text") return `Give ${nameOf(wanted)}.`;
  if ((wanted.kind === "money" || wanted.kind === "number") && given.kind === "code") return "Write numbers without quotes.";
  if (wanted.kind === "text" && given.kind === "number") return "Make a text of it with string(...).";
  return undefined;
}
