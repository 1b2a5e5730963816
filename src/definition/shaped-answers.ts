import type { Question } from "../answers/answer-type.ts";
import type { Service } from "./service.ts";

/** Answer types that rules see in another form than cases keep; money, pence for pounds, is known to every rule in SQL. */
const SHAPED = new Set(["duration", "month-and-year"]);

/** Questions of a service whose answers SQL cannot read as its rules do. */
export function shapedAnswers({ questions }: Pick<Service, "questions">): ReadonlySet<string> {
  return new Set([...questions.values()].filter(isShaped).map(({ id }) => id));
}

function isShaped({ type, settings }: Question): boolean {
  return SHAPED.has(type) || (settings.questions ?? []).some(isShaped);
}
