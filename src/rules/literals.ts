import { at, refuse, textOf, type Reading } from "./reading.ts";
import { isDate, parseDuration } from "./dates.ts";
import { significantDigits } from "./decimal.ts";
import { problem } from "./problem.ts";
import type { Expression } from "./syntax.ts";
import { children, type Node } from "./tree.ts";

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

export function number(reading: Reading, node: Node): Expression {
  const written = textOf(reading, node).replace(/\s+/g, "");
  if (/e/i.test(written)) return refuse(reading, node, "Numbers are written out.", "Write 1000 for 1e3.");
  // Counting the digits as written also catches those that a double cannot hold.
  const digits = written
    .replace(/^[^1-9]+/, "")
    .replace(".", "")
    .replace(/0+$/, "").length;
  const value = Number(written);
  if (digits > 15 || significantDigits(value) > 15) return refuse(reading, node, "A number has up to 15 digits.");
  return { ...at(node), kind: "literal", of: "number", value: value === 0 ? 0 : value };
}

export function text(reading: Reading, node: Node): Expression {
  return { ...at(node), kind: "literal", of: "text", value: unquote(textOf(reading, node)) };
}

/** `date("2026-01-01")`, `duration("P1Y")`, `@"2026-01-01"`, `@"P10D"`. */
export function dateTime(reading: Reading, node: Node): Expression {
  const parts = children(node);
  const given = parts.flatMap((part) => (part.name === "AtLiteral" || part.name === "PositionalParameters" ? children(part) : []));
  const [only, another] = given;
  const builder = parts[0]?.name === "AtLiteral" ? "@" : textOf(reading, parts[0] ?? node).replace(/\s+/g, " ");
  if (builder !== "@" && builder !== "date" && builder !== "duration") {
    return refuse(reading, node, "Times of day are not part of the rule language; dates are.");
  }
  if (only?.name !== "StringLiteral" || another !== undefined) {
    return refuse(
      reading,
      node,
      `${builder} takes one text in quotes.`,
      builder === "duration" ? 'duration("P10D")' : 'date("2026-01-31")',
    );
  }
  return temporal(reading, node, builder, unquote(textOf(reading, only)));
}

function temporal(reading: Reading, node: Node, builder: "@" | "date" | "duration", written: string): Expression {
  const asDuration = builder === "duration" || (builder === "@" && /^-?P/.test(written));
  const duration = asDuration ? parseDuration(written) : null;
  if (duration !== null) return { ...at(node), kind: "literal", of: "duration", value: duration };
  if (!asDuration && isDate(written)) return { ...at(node), kind: "literal", of: "date", value: written };
  const fix = asDuration ? 'Write "P1Y2M" for 1 year and 2 months, or "P10D" for 10 days.' : "Write year, month and day, as in 2026-01-31.";
  reading.problems.push(problem("rule-syntax", at(node), `"${written}" is not a ${asDuration ? "duration" : "date"}.`, fix));
  return { ...at(node), kind: "literal", of: "nothing", value: null };
}

function unquote(quoted: string): string {
  return quoted
    .slice(1, -1)
    .replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (_, hex: string | undefined, character: string | undefined) =>
      hex === undefined ? (ESCAPES[character ?? ""] ?? character ?? "") : String.fromCharCode(Number.parseInt(hex, 16)),
    );
}
