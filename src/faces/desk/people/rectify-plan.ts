import type { Answer, Answers } from "../../../answers/answer-type.ts";
import { answerType } from "../../../answers/answer-types.ts";
import { isCorrectable } from "../../../cases/corrections/decide-correction.ts";
import type { Case } from "../../../cases/case.ts";
import { canonical } from "../../../cases/event.ts";
import type { PersonDetails } from "../../../contact/person.ts";
import type { PublishedService } from "../../../definition/service.ts";
import { dayOf } from "../../../platform/clock.ts";
import { answerFor } from "../journey/known-fields.ts";

export const PARTS = ["name", "email", "phone", "address"] as const;

export type Part = (typeof PARTS)[number];

/** What is put right in one case; nothing where it says so already, or was not asked. */
export interface RectifyPlan {
  readonly item: Case;
  readonly parts: readonly Part[];
  readonly question: string | undefined;
  readonly answers: Answers;
}

function home({ address, postcode }: PersonDetails): unknown {
  return [address, postcode];
}

/** Which parts an officer has changed of what the record says: the others are left as each case has them. */
export function changedParts(before: PersonDetails, now: PersonDetails): readonly Part[] {
  return PARTS.filter((part) => (part === "address" ? canonical(home(before)) !== canonical(home(now)) : before[part] !== now[part]));
}

/** What is to be changed in a case so that it says what is right. What a question would refuse is left as it is. Pure. */
export function planRectify(item: Case, service: PublishedService, now: PersonDetails, parts: readonly Part[]): RectifyPlan {
  const changes = parts.flatMap((part) => {
    const question = service.questions.get(service.person[part] ?? "");
    if (!isCorrectable(service, item, question) || item.answers[question.id] === null) return [];
    const wanted = answerFor(part, question, now);
    const reading =
      wanted === undefined ? undefined : answerType(question).accept(question, wanted, "", { today: dayOf(item.openedAt), files: [] });
    if (reading?.ok !== true || canonical(reading.answer) === canonical(item.answers[question.id])) return [];
    return [{ part, id: question.id, answer: reading.answer }];
  });
  const answers: readonly (readonly [string, Answer])[] = changes.map(({ id, answer }) => [id, answer]);
  return { item, parts: changes.map(({ part }) => part), question: changes[0]?.id, answers: Object.fromEntries(answers) };
}
