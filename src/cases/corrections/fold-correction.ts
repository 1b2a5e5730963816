import type { Answer, Answers } from "../../answers/answer-type.ts";
import type { Happening, Person } from "../event.ts";

type Correction = Pick<Extract<Happening, { readonly kind: "corrected" }>, "data" | "personal">;

/** Of a case, what a corrected answer may change. */
interface Changes {
  readonly answers: Answers;
  readonly person?: Person;
  readonly priority?: string;
  readonly dueAt?: Date;
  readonly feePence?: number | null;
  readonly tellBy?: "email" | "letter" | "none";
}

/** What a corrected answer changes of its case. */
export function afterCorrection(before: Answers, { data, personal }: Correction): Changes {
  const { priority, due, feePence, tellBy } = data;
  const { person } = personal;
  return {
    answers: withChanges(before, data.changed, personal.now),
    ...(person === undefined ? {} : { person }),
    ...(priority === undefined ? {} : { priority }),
    ...(due === undefined ? {} : { dueAt: new Date(due) }),
    ...(feePence === undefined ? {} : { feePence }),
    ...(tellBy === undefined ? {} : { tellBy }),
  };
}

function withChanges(before: Answers, changed: readonly string[], now: Answers): Answers {
  const kept = Object.entries(before).filter(([id]) => !changed.includes(id));
  const given: readonly (readonly [string, Answer])[] = Object.entries(now);
  return Object.fromEntries([...kept, ...given]);
}
