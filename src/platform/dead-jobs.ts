import type { Queries } from "./database.ts";
import { statement } from "./statement.ts";

/** A job that failed too often, for the dead-letter list. */
export interface DeadJob {
  readonly id: string;
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly attempts: number;
  readonly createdAt: Date;
  readonly deadAt: Date;
  /** A stable code and words for officers. */
  readonly code: string;
  readonly problem: string;
}

export interface DeadPage {
  readonly jobs: readonly DeadJob[];
  readonly more: boolean;
}

/** What waits, for the health page: jobs that are not dead, when the one that is longest overdue became ready, and the dead. */
export interface Waiting {
  /** At most 10,000: beyond that the number no longer matters. */
  readonly count: number;
  readonly oldest: Date | null;
  readonly dead: number;
}

export const DEAD_PAGE = 50;

const deadJobs = statement(
  "jobs-dead",
  `select id, kind, payload, attempts, created_at as "createdAt", dead_at as "deadAt", problem
   from jobs where council = $1 and dead_at is not null order by dead_at desc, id limit $2 offset $3`,
);
const revive = statement(
  "jobs-replay",
  "update jobs set dead_at = null, problem = null, attempts = 0, run_at = $3, leased_until = null where council = $1 and id = $2 and dead_at is not null",
);
const reviveKind = statement(
  "jobs-replay-kind",
  "update jobs set dead_at = null, problem = null, attempts = 0, run_at = $3, leased_until = null where council = $1 and kind = $2 and dead_at is not null",
);
const waitingJobs = statement(
  "jobs-waiting",
  `select (select count(*) from (select from jobs where council = any($1::text[]) and dead_at is null limit 10000) live) as "count",
     (select count(*) from (select from jobs where council = any($1::text[]) and dead_at is not null limit 10000) gone) as "dead",
     (select min(first.run_at) from unnest($1::text[]) c(council) cross join unnest($2::text[]) k(kind) cross join lateral (
        select run_at from jobs j where j.council = c.council and j.kind = k.kind and j.dead_at is null order by run_at limit 1) first) as "oldest"`,
);

interface DeadRow extends Omit<DeadJob, "code"> {}

function readProblem(row: DeadRow): DeadJob {
  const [, code, problem] = /^([a-z0-9-]+): (.*)$/s.exec(row.problem) ?? [];
  return { ...row, code: code ?? "unexpected", problem: problem ?? row.problem };
}

/** The dead-letter list of a council, newest first. `page` counts from 1. */
export async function listDead(within: Queries, council: string, page: number): Promise<DeadPage> {
  const rows = await within.query<DeadRow>(deadJobs, [council, DEAD_PAGE + 1, (page - 1) * DEAD_PAGE]);
  return { jobs: rows.slice(0, DEAD_PAGE).map(readProblem), more: rows.length > DEAD_PAGE };
}

/** Tries a dead job again, from its first attempt. False where there is none. */
export async function replayDead(within: Queries, council: string, id: string, now: Date): Promise<boolean> {
  return (await within.execute(revive, [council, id, now])) === 1;
}

/** Tries all dead jobs of a kind again; gives how many. */
export function replayDeadKind(within: Queries, council: string, kind: string, now: Date): Promise<number> {
  return within.execute(reviveKind, [council, kind, now]);
}

export async function countWaiting(within: Queries, councils: readonly string[], kinds: readonly string[]): Promise<Waiting> {
  const [row] = await within.query<Waiting>(waitingJobs, [councils, kinds]);
  return row ?? { count: 0, oldest: null, dead: 0 };
}
