import type { ActedData, ClockData } from "../event.ts";
import type { CaseClock, Marks, Pause } from "./case-clock.ts";

/** Of an event that moves a case, what the clock reads. */
type Moved = Pick<ActedData, "stageDue" | "paused" | "resumed">;

/** What an action does to the time of a case. What it does is in its event, so that nothing has to be counted again. */
export function afterAction(before: CaseClock, data: Moved, at: Date): CaseClock {
  const stage = data.stageDue === undefined ? {} : { stageDue: data.stageDue };
  return { ...marksOf(before, data), ...stage, pauses: pausesAfter(before.pauses, data, at.toISOString()) };
}

function pausesAfter(before: readonly Pause[], { resumed, paused }: Moved, at: string): readonly Pause[] {
  const closed = resumed === true ? before.map((pause) => (pause.until === null ? { ...pause, until: at } : pause)) : before;
  return paused === undefined ? closed : [...closed, { from: at, until: null, why: paused }];
}

/** What was said of the deadline of a stage is over with it. */
function marksOf(before: CaseClock, { stageDue }: Moved): CaseClock {
  if (stageDue === undefined) return before;
  return { ...before, warned: caseOnly(before.warned), escalated: caseOnly(before.escalated) };
}

function caseOnly({ case: of }: Marks): Marks {
  return of === undefined ? {} : { case: of };
}

/** The clock once officers were warned of a deadline, or a missed one was told. */
export function afterAlarm(before: CaseClock, kind: "warned" | "escalated", { of, due }: ClockData): CaseClock {
  return { ...before, [kind]: { ...before[kind], [of]: due } };
}
