import type { Answers, Question } from "../../answers/answer-type.ts";
import { answerType } from "../../answers/answer-types.ts";
import type { Action, Service } from "../../definition/service.ts";
import { holds } from "../../rules/compile-rule.ts";
import type { Facts, Value } from "../../rules/value.ts";
import type { Case } from "../case.ts";

/** Of a case, what the rules of its actions read. */
type Known = Pick<Case, "answers" | "priority" | "recorded">;

/** Whether an action is offered on a case as it stands. `today` is YYYY-MM-DD in London. */
export function isOffered(service: Service, item: Known, { when }: Action, today: string): boolean {
  return when === undefined || holds(when, factsOf(service, item, today));
}

/**
 * What the rules of actions read: the answers as they were sent and the facts stated with them, what officers recorded, and the priority.
 * The flow is not walked again: what it asks may depend on the day, and the case has its answers.
 */
function factsOf({ questions, case: { asked } }: Service, { answers, recorded, priority }: Known, today: string): Facts {
  const recordable = [...asked.values()].map(({ question }) => question);
  const facts = { ...valuesOf(recordable, recorded ?? {}), ...valuesOf(questions.values(), answers) };
  return { priority, ...facts, today };
}

function valuesOf(questions: Iterable<Question>, answers: Answers): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const question of questions) {
    const answer = answers[question.id];
    if (answer === undefined) continue;
    values[question.id] = answer === null ? null : answerType(question).value(question, answer);
  }
  return values;
}
