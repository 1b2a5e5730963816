import type { Settings } from "./form.ts";

const PART = /^\s*\.\s*(>=|<=|>|<)\s*(-?\d+(?:\.\d+)?|today\(\)|date\('(\d{4}-\d{2}-\d{2})'\)|'(\d{4}-\d{2}-\d{2})')\s*$/;

/** A constraint such as `. >= 1 and . <= 10` as the limits of a number or a date; undefined where it says anything else. */
export function limitsOf(constraint: string, type: string, source: string): Settings | undefined {
  if (constraint.length > 500 || (type !== "number" && type !== "date")) return undefined;
  const limits: Record<string, string | number> = {};
  for (const part of constraint.split(/\band\b/i)) {
    const found = PART.exec(part);
    if (found === null) return undefined;
    const [, sign = "", value = "", called, quoted] = found;
    const limit = type === "number" ? numberLimit(sign, value, source === "integer") : dayLimit(sign, value, called ?? quoted);
    if (limit === undefined) return undefined;
    const key = type === "number" ? (sign.startsWith(">") ? "least" : "most") : sign.startsWith(">") ? "earliest" : "latest";
    if (key in limits) return undefined;
    limits[key] = limit;
  }
  return "least" in limits && "most" in limits && Number(limits["least"]) > Number(limits["most"]) ? undefined : limits;
}

/** More than a whole number is at least the next one. */
function numberLimit(sign: string, value: string, whole: boolean): number | undefined {
  const number = Number(value);
  if (!Number.isFinite(number) || Math.abs(number) > 1e12) return undefined;
  if (sign.length === 2) return number;
  if (!whole || !Number.isInteger(number)) return undefined;
  return sign === ">" ? number + 1 : number - 1;
}

function dayLimit(sign: string, value: string, day: string | undefined): string | undefined {
  if (day !== undefined) return sign.length === 2 && !Number.isNaN(Date.parse(day)) ? day : undefined;
  if (value !== "today()") return undefined;
  return { ">=": "today", "<=": "today", ">": "1 day after today", "<": "1 day before today" }[sign];
}
