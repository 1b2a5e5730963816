import { didYouMean } from "./closest.ts";
import { problem } from "./problem.ts";
import type { RuleProblem } from "./rule.ts";
import { code, list, MONEY, nameOf, type RuleType, TEXT } from "./type.ts";
import type { Shape, Typed } from "./typed.ts";

const NOTHING: Shape = { type: { kind: "nothing" }, literal: true };

/** The type that two parts have in common, or undefined. A number literal gives way to money, a text literal to text. */
export function common(left: Shape, right: Shape): RuleType | undefined {
  const a = left.type;
  const b = right.type;
  if (a.kind === "nothing") return b;
  if (b.kind === "nothing") return a;
  if (a.kind === "code" && b.kind === "code") return code([...new Set([...a.values, ...b.values])]);
  if (a.kind === "list" && b.kind === "list") return commonList(a.of, left.literal, b.of, right.literal);
  if (a.kind === "record" && b.kind === "record") return sameFields(a.fields, b.fields) ? a : undefined;
  if (a.kind === b.kind) return a;
  return givesWay(left, right) ?? givesWay(right, left);
}

/** The common type of all, starting from nothing. */
export function commonOfAll(parts: readonly Shape[]): RuleType | undefined {
  let soFar = NOTHING;
  for (const part of parts) {
    const type = common(soFar, part);
    if (type === undefined) return undefined;
    soFar = { type, literal: soFar.literal && part.literal };
  }
  return soFar.type;
}

/** The parts of a list as shapes: what is literal about a list is literal about its items. */
export function itemOf(part: Shape): Shape | undefined {
  return part.type.kind === "list" ? { type: part.type.of, literal: part.literal } : undefined;
}

/** How a part is named to a service designer; a literal is named by what it is. */
export function describe(part: Shape): string {
  if (part.literal && part.type.kind === "code") return nameOf(TEXT);
  if (part.literal && part.type.kind === "list" && part.type.of.kind === "code") return nameOf(list(TEXT));
  return nameOf(part.type);
}

/** Text literals that meet a choice must be among its options. Problems are at the literal. */
export function optionProblems(part: Typed, wanted: RuleType): RuleProblem[] {
  if (!part.literal) return [];
  if (part.kind === "list") return part.items.flatMap((item) => optionProblems(item, wanted.kind === "list" ? wanted.of : wanted));
  if (part.kind === "if") return [...optionProblems(part.yes, wanted), ...optionProblems(part.no, wanted)];
  if (part.kind !== "literal" || typeof part.value !== "string" || part.type.kind !== "code" || wanted.kind !== "code") return [];
  if (wanted.values.includes(part.value)) return [];
  const message = `"${part.value}" is not one of the options.`;
  const fix = didYouMean(part.value, wanted.values, '"') ?? `The options are ${someOf(wanted.values)}.`;
  return [problem("rule-unknown-option", part, message, fix)];
}

/** Whether a value of one type may be given where another is wanted; a choice is also a text. */
export function gives(part: Shape, wanted: RuleType): boolean {
  if (part.type.kind === "nothing") return true;
  if (part.type.kind === "code" && wanted.kind === "text") return true;
  if (part.type.kind === "code" && wanted.kind === "code" && !part.literal)
    return part.type.values.every((value) => wanted.values.includes(value));
  if (part.type.kind === "list" && wanted.kind === "list") return gives({ type: part.type.of, literal: part.literal }, wanted.of);
  return common(part, { type: wanted, literal: false })?.kind === wanted.kind;
}

function commonList(a: RuleType, aLiteral: boolean, b: RuleType, bLiteral: boolean): RuleType | undefined {
  const of = common({ type: a, literal: aLiteral }, { type: b, literal: bLiteral });
  return of === undefined ? undefined : list(of);
}

function sameFields(a: Readonly<Record<string, RuleType>>, b: Readonly<Record<string, RuleType>>): boolean {
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every((name) => {
    const one = a[name];
    const other = Object.hasOwn(b, name) ? b[name] : undefined;
    return one !== undefined && other !== undefined && common({ type: one, literal: false }, { type: other, literal: false }) !== undefined;
  });
}

function givesWay(literal: Shape, other: Shape): RuleType | undefined {
  if (!literal.literal) return undefined;
  if (literal.type.kind === "number" && other.type.kind === "money") return MONEY;
  return literal.type.kind === "code" && other.type.kind === "text" ? TEXT : undefined;
}

function someOf(values: readonly string[]): string {
  const shown = values.slice(0, 12).map((value) => `"${value}"`);
  return values.length > 12 ? `${shown.join(", ")} and ${values.length - 12} more` : shown.join(", ");
}
