import type { Reopened } from "../actions/reopen-event.ts";

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
  /** The deadline that the person was given when they sent it, or when it was opened again. It never changes otherwise. */
  readonly promised: string;
  /** The deadline of the stage; null where it has none. */
  readonly stageDue: string | null;
  readonly pauses: readonly Pause[];
  /** The day (`YYYY-MM-DD`) on which an officer last said that it will be done; null where nobody did. */
  readonly expected: string | null;
  readonly warned: Marks;
  readonly escalated: Marks;
  /** Each time that the case was opened again; absent where it never was. */
  readonly reopened?: readonly Reopened[];
}

/** A clock that only just began to run. */
export function startedClock(promised: string, stageDue: string | null = null): CaseClock {
  return { promised, stageDue, pauses: [], expected: null, warned: {}, escalated: {} };
}

/** Whether nothing is known but the deadline, so that nothing need be kept beside it. */
export function isPlain(clock: CaseClock, dueAt: Date): boolean {
  const { promised, stageDue, pauses, expected, warned, escalated } = clock;
  if (pauses.length > 0 || clock.reopened !== undefined || stageDue !== null || expected !== null || promised !== dueAt.toISOString())
    return false;
  return [warned, escalated].every((marks) => marks.case === undefined && marks.stage === undefined);
}

/** The pause that goes on; undefined while the clock runs. */
export function openPause({ pauses }: CaseClock): Pause | undefined {
  const last = pauses.at(-1);
  return last?.until === null ? last : undefined;
}

/** Since when the deadline of a case counts: since it was opened, or opened again. */
export function runsFrom({ openedAt, clock }: { readonly openedAt: Date; readonly clock: CaseClock }): Date {
  const last = clock.reopened?.at(-1);
  return last === undefined ? openedAt : new Date(last.at);
}

/** Later than every deadline: where a case sorts whose clock is stopped. */
export const NO_DEADLINE = new Date("9999-12-31T00:00:00Z");

/** Of a case, what says how it stands in time. */
export interface Timed {
  readonly dueAt: Date;
  readonly closedAt: Date | null;
  readonly clock: CaseClock;
}

/** The nearest deadline that runs, by which open cases are sorted and are overdue. For a closed case its deadline. */
export function nearestOf({ dueAt, closedAt, clock }: Timed): Date {
  if (closedAt !== null) return dueAt;
  const stage = clock.stageDue === null ? NO_DEADLINE : new Date(clock.stageDue);
  if (openPause(clock) !== undefined) return stage;
  return stage < dueAt ? stage : dueAt;
}
