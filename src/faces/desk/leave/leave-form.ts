import type { Problem } from "../../../answers/answer-type.ts";
import { date } from "../../../answers/date.ts";
import { textOf } from "../../../answers/reading.ts";
import type { FormBody } from "../../shared/form-body.ts";
import { field } from "../../shared/form-body.ts";

const DAY = { type: "date", optional: false, personal: false, settings: {} } as const;
export const FROM = { ...DAY, id: "from", ask: "First day away", label: "the first day away" } as const;
export const TO = { ...DAY, id: "to", ask: "Last day away", label: "the last day away" } as const;

/** A year and a month: whoever is away longer has left. */
const LONGEST_DAYS = 400;

export type LeaveReading =
  | { readonly ok: true; readonly from: string; readonly to: string; readonly cover: string }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads a leave. `colleagues` are the ids of those who may cover. */
export function readLeave(body: FormBody, colleagues: readonly string[], today: string): LeaveReading {
  const context = { today, files: [] };
  const [from, to] = [date.read(FROM, body.fields, "", context), date.read(TO, body.fields, "", context)];
  const cover = field(body, "cover");
  const problems = [from, to].flatMap((reading) => (reading.ok ? [] : reading.problems));
  const [first, last] = [from, to].map((reading) => (reading.ok ? textOf(reading.answer) : ""));
  if (problems.length === 0) problems.push(...dayProblems(first ?? "", last ?? "", today));
  if (!colleagues.includes(cover)) problems.push({ field: "cover", code: "answer-missing", message: "Select who covers" });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, from: first ?? "", to: last ?? "", cover };
}

function lastDayProblem(message: string): readonly Problem[] {
  return [{ field: "to.day", code: "date-too-early", message }];
}

function dayProblems(from: string, to: string, today: string): readonly Problem[] {
  if (to < from) return lastDayProblem("The last day away must be the same as or after the first day");
  if (to < today) return lastDayProblem("The last day away must be today or in the future");
  if (Date.parse(to) - Date.parse(from) > LONGEST_DAYS * 86_400_000) return lastDayProblem(`Leave must be ${LONGEST_DAYS} days or fewer`);
  return [];
}

export const CLASHES = {
  own: {
    field: "from.day",
    code: "leave-clash",
    message: "They are away on some of these days already. Call that off first, or choose other days",
  },
  cover: {
    field: "cover",
    code: "leave-clash",
    message: "Whoever you chose to cover is away on some of these days too. Choose somebody else",
  },
} as const;
