import { at, refuse, textOf, type Convert, type Reading } from "./reading.ts";
import type { At, ComparisonSign, Expression, Test } from "./syntax.ts";
import { children, type Node } from "./tree.ts";

export const SIGNS: Readonly<Record<string, ComparisonSign>> = { "=": "=", "!=": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">=" };

/** `a = b`, `a between b and c`, `a in (...)`. */
export function comparison(reading: Reading, node: Node, convert: Convert): Expression {
  const [left, word, ...rest] = children(node);
  const value = convert(reading, left);
  if (word?.name === "between") {
    const [low, , high] = rest;
    const range = { ...span(low, high, node), kind: "range" as const, lowOpen: false, highOpen: false };
    return { ...at(node), kind: "in", value, tests: [{ ...range, low: convert(reading, low), high: convert(reading, high) }] };
  }
  if (word?.name === "in") return { ...at(node), kind: "in", value, tests: tests(reading, rest, convert) };
  const sign = word === undefined ? undefined : SIGNS[textOf(reading, word)];
  const [right] = rest;
  if (sign === undefined) return refuse(reading, word ?? node, "This way to compare is not part of the rule language.");
  if (right?.name === "SimplePositiveUnaryTest") {
    return refuse(
      reading,
      { from: word?.from ?? node.from, to: right.to },
      "Two signs to compare stand side by side.",
      signFix(reading, word, right),
    );
  }
  return { ...at(node), kind: "compare", sign, left: value, right: convert(reading, right) };
}

/** The sign that two side by side were meant for. */
function signFix(reading: Reading, word: Node | undefined, right: Node): string {
  const both = `${word === undefined ? "" : textOf(reading, word)}${textOf(reading, children(right)[0] ?? right)}`;
  const meant: Readonly<Record<string, string>> = { "=>": ">=", "=<": "<=", "<>": "!=" };
  const sign = Object.hasOwn(meant, both) ? meant[both] : undefined;
  return sign === undefined ? 'Write one "=".' : `Write "${sign}".`;
}

function tests(reading: Reading, parts: readonly Node[], convert: Convert): Test[] {
  const row = parts.find((part) => part.name === "PositiveUnaryTests");
  const written = row === undefined ? parts : children(row);
  return written.map((part) => test(reading, part, convert));
}

/** One test of those after `in`. */
export function test(reading: Reading, part: Node, convert: Convert): Test {
  const inner = unwrap(part);
  if (inner.name === "Comparison") {
    const value = refuse(reading, inner, "Two comparisons stand side by side.", "Put brackets around one of them.");
    return { ...at(inner), kind: "is", value };
  }
  if (inner.name !== "SimplePositiveUnaryTest") return { ...at(inner), kind: "is", value: convert(reading, inner) };
  const [first, second] = children(inner);
  if (first?.name === "Interval") return range(reading, first, convert);
  const sign = first === undefined ? undefined : SIGNS[textOf(reading, first)];
  if (sign === undefined) return { ...at(inner), kind: "is", value: refuse(reading, inner, "This test is not part of the rule language.") };
  return { ...at(inner), kind: "compare", sign, value: convert(reading, second) };
}

/** A test may stand in brackets of its own: `x in (> 3)`. */
function unwrap(part: Node): Node {
  const inside = part.name === "PositiveUnaryTest" ? (children(part)[0] ?? part) : part;
  const bracketed = inside.name === "ParenthesizedExpression" ? children(inside)[1] : undefined;
  return bracketed?.name === "SimplePositiveUnaryTest" ? bracketed : inside;
}

function range(reading: Reading, node: Node, convert: Convert): Test {
  const [opening, low, , high, closing] = children(node);
  return {
    ...at(node),
    kind: "range",
    low: convert(reading, low),
    high: convert(reading, high),
    // FEEL writes an open end with a round bracket or a square one turned away: ]1..5[.
    lowOpen: opening?.name !== "[",
    highOpen: closing?.name !== "]",
  };
}

function span(low: Node | undefined, high: Node | undefined, node: Node): At {
  return { from: low?.from ?? node.from, to: high?.to ?? node.to };
}
