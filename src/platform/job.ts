import { CodedError } from "./coded-error.ts";
import type { Queries } from "./database.ts";
import type { Ids } from "./ids.ts";
import { statement } from "./statement.ts";

/** Work to be done after a commit, as it is written with its cause. The payload holds ids, never personal data. */
export interface NewJob {
  readonly id: string;
  readonly kind: string;
  readonly payload: object;
  readonly runAt: Date;
  readonly createdAt: Date;
}

/** A job as its handler gets it. */
export interface Job {
  readonly id: string;
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** How often it has been tried, this time included where it is leased. */
  readonly attempts: number;
  readonly createdAt: Date;
}

/** Writes what a job did, in the transaction that deletes the job. */
export type Finish = (within: Queries) => Promise<void>;

/** Work that lies in the database alone: claimed, done and deleted in one transaction, so exactly once. */
export interface TogetherHandler {
  readonly kind: string;
  /** Jobs in one transaction at most. 500 unless told. */
  readonly batch?: number;
  /** Milliseconds to wait for more after the first wakes it. 10 unless told. */
  readonly delay?: number;
  /** Must send its statements one after another through `within`. */
  together(within: Queries, council: string, jobs: readonly Job[]): Promise<void>;
}

/**
 * Work with an effect outside: leased, done, then finished. The effect may happen twice when the program is killed between it
 * and its finish, so it must be one that the outside recognises when it comes again.
 */
export interface EachHandler {
  readonly kind: string;
  /** How many at once. 8 unless told. */
  readonly atOnce?: number;
  readonly delay?: number;
  each(council: string, job: Job): Promise<Finish>;
}

export type JobHandler = TogetherHandler | EachHandler;

/** A handler throws it to say why in words for officers. `permanent` goes to the dead-letter list at once. */
export class JobFailed extends CodedError {
  readonly permanent: boolean;
  constructor(code: string, message: string, options: { readonly permanent?: boolean } = {}) {
    super(code, message);
    this.name = "JobFailed";
    this.permanent = options.permanent ?? false;
  }
}

const insert = statement(
  "jobs-insert",
  `insert into jobs (council, id, kind, payload, run_at, created_at)
   select $1, j.id, j.kind, j.payload, j."runAt", j."createdAt"
   from jsonb_to_recordset($2::jsonb) as j(id uuid, kind text, payload jsonb, "runAt" timestamptz, "createdAt" timestamptz)`,
);

/** A job that is ready at once. */
export function newJob(kind: string, payload: object, now: Date, ids: Ids): NewJob {
  return { id: ids.uuid(now), kind, payload, runAt: now, createdAt: now };
}

/** Writes jobs in the caller's transaction. Call `wake` once it has committed. */
export async function insertJobs(within: Queries, council: string, jobs: readonly NewJob[]): Promise<void> {
  if (jobs.length > 0) await within.execute(insert, [council, JSON.stringify(jobs)]);
}
