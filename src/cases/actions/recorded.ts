import type { Answer, Answers } from "../../answers/answer-type.ts";
import { answerType } from "../../answers/answer-types.ts";
import type { Action } from "../../definition/service.ts";
import type { Refusal } from "../decision.ts";
import { filesIn } from "../shadow.ts";

export type Recorded =
  | { readonly ok: true; readonly values: Answers; readonly files: readonly string[] }
  | { readonly ok: false; readonly refusal: Refusal };

/** What an officer filled in for an action, checked question by question; what the action does not ask is left out. Pure. */
export function recordedBy({ asks }: Action, given: Answers, today: string): Recorded {
  const values: Record<string, Answer> = {};
  // Whose files they are is seen where the form is read.
  const context = { today, files: filesIn(given) };
  for (const question of asks) {
    const reading = answerType(question).accept(question, given[question.id] ?? null, "", context);
    if (reading.ok) values[question.id] = reading.answer;
    else return { ok: false, refusal: refusalOf(reading.problems[0]?.message ?? "", question.id) };
  }
  return { ok: true, values, files: filesIn(values).map(({ id }) => id) };
}

function refusalOf(message: string, field: string): Refusal {
  return { code: "field", field, message };
}
