import type { Answer, Answers } from "../../answers/answer-type.ts";
import type { StoredEvent } from "../event.ts";
import type { CorrectedAnswers, CorrectedData } from "./correction-event.ts";

/** One change of one answer since the case was sent. `was` and `now` are undefined where there was no answer, or is none. */
export interface AnswerChange {
  readonly was: Answer | undefined;
  readonly now: Answer | undefined;
  readonly event: StoredEvent;
}

/** How the answers of a case were changed since it was sent: by question, the oldest first. Nothing of those whose values were erased. */
export function answerChanges(events: readonly StoredEvent[]): ReadonlyMap<string, readonly AnswerChange[]> {
  const changes = new Map<string, readonly AnswerChange[]>();
  for (const event of events) {
    const corrected = correctedIn(event);
    if (corrected === undefined) continue;
    const { was, now, changed } = corrected;
    for (const id of changed) changes.set(id, [...(changes.get(id) ?? []), { was: was[id], now: now[id], event }]);
  }
  return changes;
}

function correctedIn(
  event: StoredEvent,
): { readonly was: Answers; readonly now: Answers; readonly changed: readonly string[] } | undefined {
  if (event.kind !== "corrected" || event.personal === null) return undefined;
  // Safe: this is what an event of this kind keeps, as it was written.
  const { was, now } = event.personal as unknown as CorrectedAnswers;
  const { changed } = event.data as CorrectedData;
  return { was, now, changed };
}
