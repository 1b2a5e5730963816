import type { Clock } from "../../src/platform/clock.ts";
import type { Database } from "../../src/platform/database.ts";
import { systemIds } from "../../src/platform/ids.ts";
import type { Finish, Job, TogetherHandler } from "../../src/platform/job.ts";
import { insertJobs, JobFailed, newJob } from "../../src/platform/job.ts";
import { createJobs } from "../../src/platform/jobs.ts";
import { statement } from "../../src/platform/statement.ts";
import { testClock } from "./clock.ts";
import { testDatabase } from "./database.ts";
import { testLog } from "./log.ts";

const COUNCILS = ["north", "south"] as const;

const note = statement("test-note", "insert into secrets (council, name, value) values ($1, $2, '')");
const notes = statement("test-notes", "select name from secrets where council = $1 order by name");
const jobCount = statement("test-job-count", "select count(*) from jobs where council = $1");
const clear = statement(
  "test-clear",
  "with gone as (delete from jobs where council = any($1::text[])) delete from secrets where council = any($1::text[])",
);

export interface ProgramSetup {
  readonly clock?: Clock;
  readonly grace?: number;
  readonly database?: Database;
}

export const nothing: Finish = () => Promise.resolve();

export function nameOf(job: Job): string {
  return String(job.payload["name"]);
}

/** A finish that notes a job's name in the database: a second time would break the primary key. "bad" fails once it has. */
export function noteName(council: string, name: string): Finish {
  return async (within) => {
    await within.execute(note, [council, name]);
    if (name === "bad") throw new JobFailed("bad", "It is bad");
  };
}

/** Notes the names of its jobs, in one transaction. */
export const noting: TogetherHandler = {
  kind: "note",
  together: async (within, council, jobs) => {
    for (const job of jobs) await noteName(council, nameOf(job))(within);
  },
};

function programOver(database: Database, setup: ProgramSetup) {
  const clock = setup.clock ?? testClock();
  const [ids, log] = [systemIds(), testLog()];
  const jobs = createJobs({ database: setup.database ?? database, clock, ids, log, councils: () => COUNCILS, grace: setup.grace ?? 5000 });
  const add = (council: string, kind: string, ...names: readonly string[]): Promise<void> => {
    const made = names.map((name) => newJob(kind, { name }, clock.now(), ids));
    return insertJobs(database, council, made);
  };
  return { jobs, log, clock, ids, add };
}

/** A database with what tests of the outbox ask of it. */
export async function jobsDatabase() {
  const database = await testDatabase();
  return {
    database,
    /** One program over the database. Call it twice for two. */
    program: (setup: ProgramSetup = {}) => programOver(database, setup),
    empty: () => database.execute(clear, [COUNCILS]),
    /** How many jobs a council has, dead ones too. */
    left: async (council: string) => (await database.query<{ count: number }>(jobCount, [council]))[0]?.count,
    /** The names noted so far, sorted. */
    noted: async (council: string) => (await database.query<{ name: string }>(notes, [council])).map((row) => row.name),
  };
}
