import type { Sight } from "../councils/sight.ts";
import type { Rule } from "../rules/rule.ts";

/** What an officer asks a worklist for. `teams` are those whose cases they may see, or some of them. */
export interface WorklistQuery {
  readonly teams: Sight;
  readonly state: "open" | "closed";
  readonly holder: "anyone" | "me" | "nobody";
  readonly officer: string;
  /** Those whose cases count as the officer's own for now. */
  readonly covering?: readonly string[];
  readonly service?: string;
  readonly stage?: string;
  readonly priority?: string;
  /** Deadlines after the first instant and up to the second; what is overdue has one up to now. */
  readonly dueAfter?: Date;
  readonly dueBy?: Date;
  /** The person waits for an answer. */
  readonly waiting?: true;
  /** The officer is mentioned on it and has not looked. */
  readonly mentioned?: true;
  /** The clock is stopped: the person is waited for. */
  readonly paused?: true;
  /** Rules over the answers of one service, all of which hold. */
  readonly answers?: AnswerConditions;
  readonly sort: Sort;
  /** The last row of the page before: what it sorts by, and its id. */
  readonly after?: Place;
}

export interface AnswerConditions {
  readonly rules: readonly Rule[];
  /** Questions whose answers rules see in another form than cases keep. */
  readonly shaped: ReadonlySet<string>;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

export interface Place {
  readonly at: Date;
  readonly id: string;
}

/** Closed cases are in the order they were closed, the last first, unless by age. */
export type Sort = "due" | "newest" | "oldest" | "updated";

export const PAGE_SIZE = 25;

/** Beyond this nobody counts. */
export const COUNTED_TO = 1000;

export const SORTS: readonly Sort[] = ["due", "newest", "oldest", "updated"];

/** Counted up to a thousand; `many` says there are more. */
export interface Counted {
  readonly count: number;
  readonly many: boolean;
}

/** Cut off at the thousand. */
export function counted(count: number): Counted {
  return { count: Math.min(count, COUNTED_TO), many: count > COUNTED_TO };
}
