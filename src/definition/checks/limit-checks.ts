import { limitDay } from "../../answers/date-limits.ts";
import { totalName } from "../../answers/duration-units.ts";
import { isDate } from "../../rules/dates.ts";
import type { QuestionSource } from "../outline.ts";
import type { Check, Found } from "./check.ts";
import { everyQuestion, nodeOr } from "./look.ts";

/** Limits that no answer can meet. */
export const LIMIT_CHECKS: readonly Check[] = [
  {
    code: "limits-crossed",
    severity: "error",
    about: "The least is more than the most, or the earliest day or time is after the latest.",
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
    code: "limit-other-kind",
    severity: "error",
    about: "A date has a time for a limit, a time has a day, or a length of time has limits and its units do not convert.",
    example: { right: "earliest: today", wrong: "earliest: 09:30" },
    *find(outline) {
      for (const source of everyQuestion(outline)) yield* otherKind(source);
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
const COUNTED: ReadonlySet<string> = new Set(["choices", "files", "group", "people", "duration"]);

function* crossed(source: QuestionSource): Iterable<Found> {
  const { least, most, earliest, latest } = source.question.settings;
  if (least !== undefined && most !== undefined && least > most) {
    yield { at: nodeOr(source.node, "least"), message: `The least, ${least}, is more than the most, ${most}.`, fix: "Swap them." };
  }
  if (earliest === undefined || latest === undefined) return;
  if (isTime(earliest) && isTime(latest) && earliest > latest) {
    const message = `The earliest time, ${earliest}, is after the latest, ${latest}.`;
    yield { at: nodeOr(source.node, "earliest"), message, fix: "Swap them." };
  }
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
    if (limit === undefined || isTime(limit) || !/^\d/.test(limit) || limitDay(limit, ANY_DAY) !== null) continue;
    yield { at: nodeOr(source.node, key), message: `${limit} is not a day of the calendar.`, fix: "Write a day that there is." };
  }
}

function isTime(limit: string): boolean {
  return /^\d\d:\d\d$/.test(limit);
}

function* otherKind({ question, node }: QuestionSource): Iterable<Found> {
  const { type, settings } = question;
  for (const key of ["earliest", "latest"] as const) {
    const limit = settings[key];
    if (limit === undefined || isTime(limit) === (type === "time")) continue;
    const wanted = type === "time" ? "a time such as 09:30" : "a day such as 2026-04-01, or a length such as 28 days after today";
    yield { at: nodeOr(node, key), message: `${key} is ${limit}, which is no limit of a ${type}.`, fix: `Write ${wanted}.` };
  }
  if (type !== "duration" || totalName(question) !== undefined || (settings.least === undefined && settings.most === undefined)) return;
  const message = `The limits of ${question.id} count one unit, and its units do not convert into each other.`;
  yield { at: nodeOr(node, "units"), message, fix: "Offer units that convert, such as days and weeks, or take the limits out." };
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
