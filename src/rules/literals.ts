import { FORMS } from "./left-out.ts";
import { at, refuseForm, textOf, type Reading } from "./reading.ts";
import { isDate, parseDuration } from "./dates.ts";
import { significantDigits } from "./decimal.ts";
import { problem } from "./problem.ts";
import type { Expression } from "./syntax.ts";
import { children, type Node } from "./tree.ts";

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

export function number(reading: Reading, node: Node): Expression {
  const written = textOf(reading, node).replace(/\s+/g, "");
  if (/e/i.test(written)) return refuseForm(reading, node, FORMS.exponent);
  // Counting the digits as written also catches those that a double cannot hold.
  const digits = written
    .replace(/^[^1-9]+/, "")
    .replace(".", "")
    .replace(/0+$/, "").length;
  const value = Number(written);
  if (digits > 15 || significantDigits(value) > 15) return refuseForm(reading, node, FORMS.digits);
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
    return refuseForm(reading, node, FORMS.time);
  }
  if (only?.name !== "StringLiteral" || another !== undefined) {
    return refuseForm(reading, node, builder === "duration" ? FORMS.duration : FORMS.date);
  }
  return temporal(reading, node, builder, unquote(textOf(reading, only)));
}

function temporal(reading: Reading, node: Node, builder: "@" | "date" | "duration", written: string): Expression {
  const asDuration = builder === "duration" || (builder === "@" && /^-?P/.test(written));
  const duration = asDuration ? parseDuration(written) : null;
  if (duration !== null) return { ...at(node), kind: "literal", of: "duration", value: duration };
  if (!asDuration && isDate(written)) return { ...at(node), kind: "literal", of: "date", value: written };
  const message = `"${written}" is not a ${asDuration ? "length of time" : "date"}.`;
  reading.problems.push(problem("rule-syntax", at(node), message, asDuration ? lengthFix(written) : dateFix(written)));
  return { ...at(node), kind: "literal", of: "nothing", value: null };
}

function lengthFix(written: string): string {
  const [, sign = "", weeks] = /^(-?)P(\d{1,4})W$/.exec(written) ?? [];
  if (weeks !== undefined) return `Write "${sign}P${Number(weeks) * 7}D" for ${weeks} weeks.`;
  const [, months, days] = /^P(.*[YM])(\d+D)$/.exec(written) ?? [];
  if (months !== undefined) return `Add one after the other, as in: today + @"P${months}" + @"P${days}".`;
  if (written.includes("T")) return 'Rules know no hours: write "P1D" for 1 day.';
  return 'Write "P1Y2M" for 1 year and 2 months, or "P10D" for 10 days.';
}

/** `31/01/2026` and `31.1.2026` are days too, only written another way. */
function dateFix(written: string): string {
  const [, day = "", month = "", year] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(written.trim()) ?? [];
  const meant = year === undefined ? "" : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (isDate(meant)) return `Write date("${meant}").`;
  const [, before] = /^(\d{4}-\d{2}-\d{2})T/.exec(written) ?? [];
  return before === undefined ? "Write year, month and day, as in 2026-01-31." : `Rules know no time of day: write date("${before}").`;
}

function unquote(quoted: string): string {
  return quoted
    .slice(1, -1)
    .replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (_, hex: string | undefined, character: string | undefined) =>
      hex === undefined ? (ESCAPES[character ?? ""] ?? character ?? "") : String.fromCharCode(Number.parseInt(hex, 16)),
    );
}
