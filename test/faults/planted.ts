import { setTimeout as pause } from "node:timers/promises";

import { openGuildhall } from "../../src/guildhall.ts";
import { systemIds } from "../../src/platform/ids.ts";
import { insertJobs, newJob } from "../../src/platform/job.ts";
import type { Database } from "../../src/platform/database.ts";
import type { Statement } from "../../src/platform/statement.ts";
import { startGuildhall } from "../../src/start.ts";

// The program with a bug planted in it, to see that the check finds it: `node planted.ts answer-before-commit|job-outside`. The bug is in the
// database that the program is opened over; nothing in the program knows of it.

/** Milliseconds for which the bug's window stands open. In life it is shorter, and rounds are more. */
const WINDOW = 60;

type Query = Database["query"];
type Row = Readonly<Record<string, unknown>>;

function isSubmit({ name }: Statement): boolean {
  return name === "submit-cases" || name === "submit-cases-with-files";
}

function listed(value: unknown): readonly Row[] {
  // Safe: the statement's parameters are lists of rows as JSON.
  return JSON.parse(String(value)) as readonly Row[];
}

/** Says that the cases are made, and makes them a moment later. */
function answerBeforeCommit(query: Query): Query {
  return <Found>(statement: Statement, values: readonly unknown[] = []): Promise<Found[]> => {
    if (!isSubmit(statement)) return query<Found>(statement, values);
    void pause(WINDOW)
      .then(() => query(statement, values))
      .catch(() => undefined);
    // Safe: what the statement would give back stands in its own parameters.
    return Promise.resolve(listed(values[1]).map(({ id, reference, submission }) => ({ id, reference, submission })) as Found[]);
  };
}

/** Makes the cases, and writes their jobs in a statement of their own a moment later. */
function jobOutside(query: Query, database: Database): Query {
  const ids = systemIds();
  return async <Found>(statement: Statement, values: readonly unknown[] = []): Promise<Found[]> => {
    if (!isSubmit(statement)) return query<Found>(statement, values);
    const [council, items, jobs, ...others] = values;
    const made = await query<Found & { id: string }>(statement, [council, items, "[]", ...others]);
    await pause(WINDOW);
    const now = new Date();
    const own = listed(jobs).filter((job) => made.some(({ id }) => id === job["case_id"]));
    const fresh = own.map((job) => newJob(String(job["kind"]), job["payload"] ?? {}, now, ids));
    await insertJobs(database, String(council), fresh);
    return made;
  };
}

const BUGS: Readonly<Record<string, (query: Query, database: Database) => Query>> = {
  "answer-before-commit": answerBeforeCommit,
  "job-outside": jobOutside,
};

const plant = BUGS[process.argv[2] ?? ""];
if (plant === undefined) throw new Error(`Say which bug: ${Object.keys(BUGS).join(" or ")}`);
await startGuildhall(process, (parts) => {
  const { database } = parts;
  return openGuildhall({ ...parts, database: { ...database, query: plant(database.query, database) } });
});
