import { addDuration } from "../../rules/dates.ts";
import type { Area, End, Ordered, Stretch } from "../../rules/area.ts";
import type { Typed } from "../../rules/typed.ts";
import type { Outline } from "../outline.ts";

/** Functions that give whole numbers only. */
const WHOLE = new Set([
  "count",
  "string length",
  "age",
  "days between",
  "years between",
  "working days between",
  "day of year",
  "week of year",
  "year",
  "month",
  "day",
  "weekday",
  "years",
  "months",
  "days",
]);

/** How many digits after the point the values of a part have at most; undefined where that is not known. */
export function digitsOf(key: string, part: Typed | undefined, { questions }: Outline): number | undefined {
  if (part?.type.kind === "money" && part.kind === "fact") return 2;
  const question = questions.get(key)?.question;
  if (question !== undefined) return question.type === "number" ? (question.settings.decimals ?? 0) : undefined;
  return part?.kind === "call" && WHOLE.has(part.function.name) ? 0 : undefined;
}

/** An area without what lies between values that there can be; undefined where none is left. */
export function onSteps(area: Area, digits: number | undefined): Area | undefined {
  if (area.kind !== "stretches") return area;
  const stretches = area.stretches.flatMap((stretch) => stepped(stretch, digits) ?? []);
  return stretches.length === 0 && !area.nulls ? undefined : { ...area, stretches };
}

/** A stretch from the first to the last value in it. */
function stepped({ low, high }: Stretch, digits: number | undefined): Stretch | undefined {
  const first = low && nearest(low, digits, 1);
  const last = high && nearest(high, digits, -1);
  if (first !== undefined && last !== undefined && first.at > last.at) return undefined;
  return { ...(first !== undefined && { low: first }), ...(last !== undefined && { high: last }) };
}

/** The first value at or beyond an end, in its direction. */
function nearest(end: End, digits: number | undefined, direction: 1 | -1): End {
  const at =
    typeof end.at === "string"
      ? dayBeside(end, direction)
      : digits === undefined
        ? undefined
        : numberBeside(end.at, end, digits, direction);
  return at === undefined ? end : { at, included: true };
}

function dayBeside({ at, included }: End, direction: 1 | -1): Ordered | undefined {
  if (included || typeof at !== "string") return at;
  return addDuration(at, { unit: "days", amount: direction }) ?? undefined;
}

function numberBeside(at: number, { included }: End, digits: number, direction: 1 | -1): number {
  const scale = 10 ** digits;
  // Rounding first takes away what a product of binary fractions leaves over.
  const steps = Number((at * scale).toFixed(6));
  const whole = direction === 1 ? Math.ceil(steps) : Math.floor(steps);
  return (whole === steps && !included ? whole + direction : whole) / scale;
}
