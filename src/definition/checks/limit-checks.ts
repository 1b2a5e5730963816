import { limitDay } from "../../answers/date-limits.ts";
import { isDate } from "../../rules/dates.ts";
import type { QuestionSource } from "../outline.ts";
import type { Check, Found } from "./check.ts";
import { everyQuestion, nodeOr } from "./look.ts";

/** Limits that no answer can meet. */
export const LIMIT_CHECKS: readonly Check[] = [
  {
    code: "limits-crossed",
    severity: "error",
    about: "The least is more than the most, or the earliest day is after the latest.",
    example: { right: "earliest: today, latest: 28 days after today", wrong: "earliest: 5 weeks after today, latest: 28 days after today" },
    *find(outline) {
      for (const source of everyQuestion(outline)) yield* crossed(source);
    },
  },
  {
    code: "limit-not-a-day",
    severity: "error",
    about: "The earliest or the latest day is not in the calendar.",
    example: { right: "earliest: today", wrong: "earliest: 2026-02-30" },
    *find(outline) {
      for (const source of everyQuestion(outline)) yield* unreal(source);
    },
  },
  {
    code: "limit-not-whole",
    severity: "error",
    about: "A length, a number of things or of decimals is not a whole number from 0 up.",
    example: { right: "longest: 20", wrong: "longest: 20.5" },
    *find(outline) {
      for (const source of everyQuestion(outline)) yield* notWhole(source);
    },
  },
];

/** Stands in for today where only the order of two limits matters. */
const ANY_DAY = "2025-01-15";
const COUNTED: ReadonlySet<string> = new Set(["choices", "files", "group"]);

function* crossed(source: QuestionSource): Iterable<Found> {
  const { least, most, earliest, latest } = source.question.settings;
  if (least !== undefined && most !== undefined && least > most) {
    yield { at: nodeOr(source.node, "least"), message: `The least, ${least}, is more than the most, ${most}.`, fix: "Swap them." };
  }
  if (earliest === undefined || latest === undefined) return;
  // A fixed day and one counted from today change places as time goes by, so only limits of one kind compare.
  if (isDate(earliest) !== isDate(latest)) return;
  const [from, to] = [limitDay(earliest, ANY_DAY), limitDay(latest, ANY_DAY)];
  if (from === null || to === null || from <= to) return;
  const message = `The earliest day, ${earliest}, is after the latest, ${latest}.`;
  yield { at: nodeOr(source.node, "earliest"), message, fix: "Swap them." };
}

function* unreal(source: QuestionSource): Iterable<Found> {
  for (const key of ["earliest", "latest"] as const) {
    const limit = source.question.settings[key];
    if (limit === undefined || !/^\d/.test(limit) || limitDay(limit, ANY_DAY) !== null) continue;
    yield { at: nodeOr(source.node, key), message: `${limit} is not a day of the calendar.`, fix: "Write a day that there is." };
  }
}

function* notWhole(source: QuestionSource): Iterable<Found> {
  const { least, most, longest, decimals } = source.question.settings;
  const counts = COUNTED.has(source.question.type) ? { least, most } : {};
  for (const [key, value] of Object.entries({ ...counts, longest, decimals })) {
    if (value === undefined || (Number.isInteger(value) && value >= 0)) continue;
    yield {
      at: nodeOr(source.node, key),
      message: `${key} is ${value}, which is not a whole number from 0 up.`,
      fix: "Write a whole number.",
    };
  }
}
