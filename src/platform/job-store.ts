import type { Queries } from "./database.ts";
import type { Job } from "./job.ts";
import { statement } from "./statement.ts";

interface JobRow {
  readonly id: string;
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly attempts: number;
  readonly created_at: Date;
}

// A lease moves run_at to its end, so that leased jobs leave the front of the index and an expired lease is simply ready again.
const READY = `select id from jobs where council = $1 and kind = $2 and run_at <= $3 and dead_at is null
   order by run_at, id limit $4 for update skip locked`;

const take = statement(
  "jobs-take",
  `delete from jobs where council = $1 and id = any(array(${READY})) returning id, kind, payload, attempts, created_at`,
);
const takeThese = statement(
  "jobs-take-these",
  `delete from jobs where council = $1 and id = any(array(
     select id from jobs where council = $1 and id = any($2::uuid[]) and dead_at is null for update skip locked
   )) returning id, kind, payload, attempts, created_at`,
);
const lease = statement(
  "jobs-lease",
  `update jobs set run_at = $5, leased_until = $5, attempts = attempts + 1
   where council = $1 and id = any(array(${READY})) returning id, kind, payload, attempts, created_at`,
);
// The number of attempts is the lease's token: whoever leases the job after us raises it, and then this is no longer ours.
const finish = statement(
  "jobs-finish",
  `delete from jobs using unnest($2::uuid[], $3::integer[]) as done(id, attempts)
   where council = $1 and jobs.id = done.id and jobs.attempts = done.attempts`,
);
const handBack = statement(
  "jobs-hand-back",
  "update jobs set run_at = $3, leased_until = null where council = $1 and id = any($2::uuid[]) and dead_at is null and leased_until is not null",
);
const postpone = statement(
  "jobs-postpone",
  `update jobs set run_at = $4, leased_until = null, attempts = $5, problem = $6, dead_at = $7
   where council = $1 and id = $2 and attempts = $3 and dead_at is null`,
);
const ready = statement(
  "jobs-ready",
  // A lateral limit: one probe for each pair. Written as "exists" it is planned as a join that reads every job.
  `select c.council, k.kind from unnest($1::text[]) as c(council) cross join unnest($2::text[]) as k(kind) cross join lateral (
     select from jobs j where j.council = c.council and j.kind = k.kind and j.run_at <= $3 and j.dead_at is null limit 1) as first`,
);

// "Returning" gives rows in no order; ids made by one program sort by time.
function inOrder(rows: readonly JobRow[]): readonly Job[] {
  return rows
    .map(({ created_at: createdAt, ...row }) => ({ ...row, createdAt }))
    .toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1));
}

/** Deletes up to `most` ready jobs and gives them. They are back should the transaction roll back. */
export async function takeReady(within: Queries, council: string, kind: string, now: Date, most: number): Promise<readonly Job[]> {
  return inOrder(await within.query<JobRow>(take, [council, kind, now, most]));
}

export async function takeJobs(within: Queries, council: string, ids: readonly string[]): Promise<readonly Job[]> {
  return inOrder(await within.query<JobRow>(takeThese, [council, ids]));
}

/** Leases up to `most` ready jobs until an instant; each counts as one more attempt. */
export async function leaseReady(
  within: Queries,
  council: string,
  kind: string,
  span: { readonly now: Date; readonly until: Date },
  most: number,
): Promise<readonly Job[]> {
  return inOrder(await within.query<JobRow>(lease, [council, kind, span.now, most, span.until]));
}

/** Deletes jobs that we hold. Gives how many; one that somebody else has leased since is not among them. */
export function finishJobs(within: Queries, council: string, jobs: readonly Job[]): Promise<number> {
  return within.execute(finish, [council, jobs.map((job) => job.id), jobs.map((job) => job.attempts)]);
}

/** Ends leases early, so that another program may go on at once. */
export async function handBackJobs(within: Queries, council: string, ids: readonly string[], now: Date): Promise<void> {
  await within.execute(handBack, [council, ids, now]);
}

/** What becomes of a job that failed: when it is tried again, or that it is dead. */
export interface Postponement {
  readonly attempts: number;
  readonly runAt: Date;
  readonly deadAt: Date | null;
  /** `code: words`, without personal data. */
  readonly problem: string;
}

export async function postponeJob(within: Queries, council: string, job: Job, to: Postponement): Promise<void> {
  await within.execute(postpone, [council, job.id, job.attempts, to.runAt, to.attempts, to.problem, to.deadAt]);
}

/** Which councils have ready jobs of which kinds: one probe of the index for each pair, however many jobs there are. */
export async function readyKinds(
  within: Queries,
  councils: readonly string[],
  kinds: readonly string[],
  now: Date,
): Promise<readonly { readonly council: string; readonly kind: string }[]> {
  return within.query(ready, [councils, kinds, now]);
}
