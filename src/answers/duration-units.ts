import type { Question } from "./answer-type.ts";

export const UNITS = ["hours", "days", "weeks", "months", "years"] as const;
export type Unit = (typeof UNITS)[number];

/** More than anybody means. */
export const MOST_AMOUNT = 9999;

/** How many hours, days or months a unit is, where that is exact. */
const CONVERT = {
  in_days: { days: 1, weeks: 7 },
  in_hours: { hours: 1, days: 24, weeks: 168 },
  in_months: { months: 1, years: 12 },
} as const satisfies Record<string, Partial<Record<Unit, number>>>;
const TOTALS = ["in_days", "in_hours", "in_months"] as const;
type Total = (typeof TOTALS)[number];

/** The units to choose from, the shortest first. */
export function unitsOf(question: Question): readonly Unit[] {
  const wanted: readonly string[] = question.settings.units ?? [];
  return UNITS.filter((unit) => wanted.includes(unit));
}

/** What all units of the question convert to; nothing where they don't, such as days and months. */
export function totalName(question: Question): Total | undefined {
  return TOTALS.find((name) => unitsOf(question).every((unit) => size(name, unit) !== undefined));
}

export function total(name: Total, amount: number, unit: Unit): number {
  return amount * (size(name, unit) ?? 0);
}

/** An amount in the shortest unit of the question, in which its limits are; undefined where units don't convert. */
export function inShortest(question: Question, amount: number, unit: Unit): number | undefined {
  const name = totalName(question);
  const [shortest] = unitsOf(question);
  if (shortest !== undefined && unit === shortest) return amount;
  return name === undefined || shortest === undefined ? undefined : total(name, amount, unit) / total(name, 1, shortest);
}

/** The limits of the question in a unit of it, as whole amounts. */
export function limitsIn(question: Question, unit: Unit): { readonly least: number; readonly most: number } {
  const { least = 0, most = Infinity } = question.settings;
  const one = inShortest(question, 1, unit);
  if (one === undefined) return { least: 0, most: MOST_AMOUNT };
  return { least: Math.max(0, Math.ceil(least / one)), most: Math.min(MOST_AMOUNT, Math.floor(most / one)) };
}

function size(name: Total, unit: Unit): number | undefined {
  const sizes: Partial<Record<Unit, number>> = CONVERT[name];
  return sizes[unit];
}

/** "3", "1,000" or "2 weeks"; null where it is no whole number from 0 up, or its unit is none of these. */
export function readAmount(text: string, units: readonly Unit[]): { readonly amount: number; readonly unit: Unit | undefined } | null {
  const found = /^(\d{1,9}|\d{1,3}(?:,\d{3})+)(?:\.0*)? ?([a-z]+)?$/.exec(text.trim().toLowerCase());
  if (found === null) return null;
  const [, digits = "", word] = found;
  const unit = word === undefined ? undefined : units.find((one) => one === word || one === `${word}s`);
  return word !== undefined && unit === undefined ? null : { amount: Number(digits.replaceAll(",", "")), unit };
}
