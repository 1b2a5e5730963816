import type { Typed, TypedTest } from "./typed.ts";

/**
 * A part of a rule as it would be written on one line, without needless brackets: parts that read the same are the same, wherever they
 * stand and whichever decision table they come from.
 */
export function partText(typed: Typed): string {
  switch (typed.kind) {
    case "literal":
      return literalText(typed);
    case "fact":
    case "table":
      return typed.name;
    case "local":
      return `item ${typed.slot}`;
    case "field":
      return `${partText(typed.target)}.${typed.name}`;
    case "call":
      return `${typed.function.name}(${all(typed.arguments)})`;
    case "list":
      return `[${all(typed.items)}]`;
    case "filter":
      return `${partText(typed.list)}[item ${typed.slot}: ${partText(typed.condition)}]`;
    case "some":
    case "every":
    case "for":
      return `${typed.kind} item ${typed.slot} in ${partText(typed.list)}: ${partText(typed.body)}`;
    default:
      return operatorText(typed);
  }
}

type Operator = Extract<Typed, { kind: "compare" | "in" | "arithmetic" | "negate" | "not" | "and" | "or" | "if" }>;

function operatorText(typed: Operator): string {
  switch (typed.kind) {
    case "compare":
    case "arithmetic":
      return `${within(typed.left)} ${typed.sign} ${within(typed.right)}`;
    case "in":
      return `${within(typed.value)} in (${typed.tests.map(testText).join(", ")})`;
    case "negate":
      return `-${within(typed.of)}`;
    case "not":
      return `not(${partText(typed.of)})`;
    case "if":
      return `if ${within(typed.condition)} then ${within(typed.yes)} else ${within(typed.no)}`;
    default:
      return typed.terms.map(within).join(` ${typed.kind} `);
  }
}

const BARE: ReadonlySet<Typed["kind"]> = new Set(["literal", "fact", "table", "local", "field", "call", "list", "not"]);

function within(typed: Typed): string {
  return BARE.has(typed.kind) ? partText(typed) : `(${partText(typed)})`;
}

function all(parts: readonly Typed[]): string {
  return parts.map(partText).join(", ");
}

function literalText({ value, type }: Extract<Typed, { kind: "literal" }>): string {
  if (type.kind === "date") return `date("${typeof value === "string" ? value : ""}")`;
  if (typeof value === "object" && value !== null) return `duration("P${value.amount}${value.unit === "months" ? "M" : "D"}")`;
  return typeof value === "string" ? `"${value}"` : String(value);
}

function testText(test: TypedTest): string {
  switch (test.kind) {
    case "is":
      return partText(test.value);
    case "member":
      return partText(test.list);
    case "compare":
      return `${test.sign} ${partText(test.value)}`;
    default:
      return `${test.lowOpen ? "(" : "["}${partText(test.low)}..${partText(test.high)}${test.highOpen ? ")" : "]"}`;
  }
}
