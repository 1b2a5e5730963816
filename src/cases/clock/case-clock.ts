import type { Case } from "../case.ts";
import type { ActedData, ClockData } from "../event.ts";

/** A time in which the clock of a case does not run, or did not. Instants are ISO. */
export interface Pause {
  readonly from: string;
  readonly until: string | null;
  /** In words to the resident: "waiting for you". */
  readonly why: string;
}

/** Which deadline: that of the whole case, or that of the stage it is at. */
export type Of = "case" | "stage";

/** For each deadline, the instant (ISO) that was due when something was last said of it. A deadline that moves is spoken of anew. */
export type Marks = Readonly<Partial<Record<Of, string>>>;

/** What is known of a case's time besides its deadline. Instants are ISO, as in events. */
export interface CaseClock {
  /** The deadline that the person was given when they sent it. It never changes. */
  readonly promised: string;
  /** The deadline of the stage; null where it has none. */
  readonly stageDue: string | null;
  readonly pauses: readonly Pause[];
  /** The day (`YYYY-MM-DD`) on which an officer last said that it will be done; null where nobody did. */
  readonly expected: string | null;
  readonly warned: Marks;
  readonly escalated: Marks;
}

/** A clock that only just began to run. */
export function startedClock(promised: string, stageDue: string | null = null): CaseClock {
  return { promised, stageDue, pauses: [], expected: null, warned: {}, escalated: {} };
}

/** Whether nothing is known but the deadline, so that nothing need be kept beside it. */
export function isPlain(clock: CaseClock, dueAt: Date): boolean {
  const { promised, stageDue, pauses, expected, warned, escalated } = clock;
  if (pauses.length > 0 || stageDue !== null || expected !== null || promised !== dueAt.toISOString()) return false;
  return [warned, escalated].every((marks) => marks.case === undefined && marks.stage === undefined);
}

/** The pause that goes on; undefined while the clock runs. */
export function openPause({ pauses }: CaseClock): Pause | undefined {
  const last = pauses.at(-1);
  return last?.until === null ? last : undefined;
}

/** Later than every deadline: where a case sorts whose clock is stopped. */
export const NO_DEADLINE = new Date("9999-12-31T00:00:00Z");

/** The nearest deadline that runs, by which open cases are sorted and are overdue. For a closed case its deadline. */
export function nearestOf({ dueAt, closedAt, clock }: Pick<Case, "dueAt" | "closedAt" | "clock">): Date {
  if (closedAt !== null) return dueAt;
  const stage = clock.stageDue === null ? NO_DEADLINE : new Date(clock.stageDue);
  if (openPause(clock) !== undefined) return stage;
  return stage < dueAt ? stage : dueAt;
}

/** What an action does to the time of a case. What it does is in its event, so that nothing has to be counted again. */
export function afterAction(before: CaseClock, data: ActedData, at: Date): CaseClock {
  const stage = data.stageDue === undefined ? {} : { stageDue: data.stageDue };
  return { ...marksOf(before, data), ...stage, pauses: pausesAfter(before.pauses, data, at.toISOString()) };
}

function pausesAfter(before: readonly Pause[], { resumed, paused }: ActedData, at: string): readonly Pause[] {
  const closed = resumed === true ? before.map((pause) => (pause.until === null ? { ...pause, until: at } : pause)) : before;
  return paused === undefined ? closed : [...closed, { from: at, until: null, why: paused }];
}

/** What was said of the deadline of a stage is over with it. */
function marksOf(before: CaseClock, { stageDue }: ActedData): CaseClock {
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
