import { WARN_FORM } from "./keys-case.ts";
import { LAW_CLOCKS } from "./law-clocks.ts";
import { LENGTH_FORM } from "./lengths.ts";
import type { CasePlan, DeadlineLength } from "./service.ts";

const UNITS: Readonly<Record<string, DeadlineLength["unit"]>> = {
  hour: "hours",
  "working hour": "working hours",
  day: "days",
  "working day": "working days",
  week: "weeks",
  month: "months",
};

/** A length, or that of a law, as a definition writes it. */
export function lengthOf(text: string): DeadlineLength {
  const law = LAW_CLOCKS[text];
  if (law !== undefined) return law.length;
  const [, amount, unit] = LENGTH_FORM.exec(text) ?? [];
  return lengthFrom(amount, unit);
}

export function lengthFrom(amount: string | undefined, unit: string | undefined): DeadlineLength {
  return { amount: Number(amount), unit: UNITS[unit ?? ""] ?? "working days" };
}

export function warnOf(text: string | undefined): CasePlan["warn"] {
  const [, amount, unit] = WARN_FORM.exec(text ?? "") ?? [];
  if (text === "never") return "never";
  return amount === undefined ? undefined : lengthFrom(amount, unit);
}
