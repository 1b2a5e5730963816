import type { CaseClock } from "../clock/case-clock.ts";
import { startedClock } from "../clock/case-clock.ts";
import type { ReopenedData } from "./reopen-event.ts";

/** What opening a case again changes of it. */
interface Changes {
  readonly stage: string;
  readonly closedAt: null;
  readonly dueAt: Date;
  readonly clock: CaseClock;
  readonly waitingReply: boolean;
}

/** It is open at its stage, with a clock that only just began to run. What went before stays on it. */
export function afterReopening(before: CaseClock, { to, due, was, closed, by, stageDue, paused }: ReopenedData, at: Date): Changes {
  const since = at.toISOString();
  const pauses = paused === undefined ? before.pauses : [...before.pauses, { from: since, until: null, why: paused }];
  const reopened = [...(before.reopened ?? []), { at: since, closed, was }];
  const clock = { ...startedClock(due, stageDue), pauses, reopened };
  // A person who opens it again says why, and waits for an officer.
  return { stage: to, closedAt: null, dueAt: new Date(due), clock, waitingReply: by === "resident" };
}
