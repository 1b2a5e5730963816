import type { Answers } from "../answers/answer-type.ts";
import type { NamedPerson } from "../answers/people.ts";
import { peopleIn } from "../answers/people.ts";
import type { Service } from "../definition/service.ts";

/** Where somebody stands who must confirm a case. */
export interface Confirmation {
  readonly state: "waiting" | "confirmed" | "disputed";
  /** The number of the event that asked them last: a link that an earlier one sent opens no more. */
  readonly asked: number;
  /** When they answered; ISO instant. */
  readonly at: string | null;
}

/** Who must confirm what these answers say, in order; nobody where the question is not on the path. */
export function confirmersOf({ confirm }: Service, answers: Answers): readonly NamedPerson[] {
  return confirm === undefined ? [] : peopleIn(answers[confirm.people]);
}

/** Where they stand when the case is made; absent where nobody must confirm. */
export function firstConfirmations(service: Service, answers: Answers): readonly Confirmation[] | undefined {
  const people = confirmersOf(service, answers);
  return people.length === 0 ? undefined : people.map(() => ({ state: "waiting", asked: 1, at: null }));
}

/** The same with one of them changed; `person` counts from 1. */
export function withConfirmation(
  before: readonly Confirmation[] | null,
  person: number,
  change: Partial<Confirmation>,
): readonly Confirmation[] | null {
  return before === null ? null : before.map((one, index) => (index + 1 === person ? { ...one, ...change } : one));
}

export function allConfirmed(confirmations: readonly Confirmation[] | null): boolean {
  return confirmations !== null && confirmations.every(({ state }) => state === "confirmed");
}
