import { createApiKey } from "../../../src/people/api-keys.ts";
import type { Database } from "../../../src/platform/database.ts";
import { systemIds } from "../../../src/platform/ids.ts";
import { statement } from "../../../src/platform/statement.ts";
import type { Work } from "../load/client.ts";
import { BARE_TABLE } from "../load/insert.ts";
import type { Measured } from "../measure.ts";
import { measure } from "../measure.ts";
import type { Part, Plan, Row } from "../row.ts";
import { middle, milliseconds, whole } from "../row.ts";
import type { BenchServer } from "../server.ts";
import { withProgram, withServer } from "../server.ts";

const bytesWritten = statement(
  "bench-bytes-written",
  `select (select avg(pg_column_size(c.*)) from cases c where council = $1)::float8 + (select avg(pg_column_size(e.*)) from events e where council = $1)::float8
    + (select 2 * coalesce(avg(pg_column_size(j.*)), 150) from jobs j where council = $1)::float8 as bytes`,
);
const COUNCIL = "bench";
/** Systems that call, each with a key; four stay under the rate limit of a key. */
const SYSTEMS = 4;
/** Seconds, after which the compiler has seen all that a submission needs. */
const WARMING = 20;

/** A row of which a submission is worth: the bytes of its case, its event and its two jobs, as the database keeps them. */
async function submissionBytes(database: Database): Promise<number> {
  const [row] = await database.query<{ bytes: number | null }>(bytesWritten, [COUNCIL]);
  return Math.round(row?.bytes ?? 2000);
}

async function makeKeys(database: Database): Promise<readonly string[]> {
  const tools = { database, ids: systemIds() };
  const given = { council: COUNCIL, name: "Bench", rights: ["cases.submit"] } as const;
  const made = await Promise.all(Array.from({ length: SYSTEMS }, () => createApiKey(tools, given, new Date())));
  return made.map(({ text }) => text);
}

interface Rounds {
  readonly api: Measured[];
  readonly driver: Measured[];
  readonly wire: Measured[];
}

async function rounds(plan: Plan, server: BenchServer, address: string, port: number, pid: number): Promise<Rounds> {
  const database = await server.open(address);
  const watched = { program: [pid], database: server.processes };
  const nobody = { program: [], database: server.processes };
  const api: Work = { kind: "api", port, keys: await makeKeys(database) };
  const found: Rounds = { api: [], driver: [], wire: [] };
  await database.session((session) => session.script(BARE_TABLE, "make-bare-table"));
  await measure({ ...plan, quick: true }, api, watched, plan.quick ? 1 : WARMING);
  const bytes = await submissionBytes(database);
  await database.close();
  for (let round = 0; round < (plan.quick ? 1 : 3); round++) {
    plan.say(`api: round ${round + 1}, beside bare inserts of ${bytes} bytes`);
    found.driver.push(await measure(plan, { kind: "insert", by: "driver", address, bytes }, nobody));
    found.api.push(await measure(plan, api, watched));
    found.wire.push(await measure(plan, { kind: "insert", by: "wire", address, bytes }, nobody));
  }
  return found;
}

async function run(plan: Plan): Promise<readonly Row[]> {
  return withServer(async (server) => {
    const address = await server.database("api");
    return withProgram({ DATABASE_URL: address }, async ({ port, pid }) => rowsOf(await rounds(plan, server, address, port, pid)));
  });
}

function rowsOf(found: Rounds): readonly Row[] {
  const of = (all: readonly Measured[]): Measured => middle(all, ({ perSecond }) => perSecond);
  const [api, driver, wire] = [of(found.api), of(found.driver), of(found.wire)];
  const beside = (what: string, bare: Measured, bar: string): Row => ({
    what: `API submissions a second, beside ${what}`,
    figure: whole(api.perSecond),
    ceiling: `${whole(bare.perSecond)} inserts`,
    ratio: api.perSecond / bare.perSecond,
    bar,
    cores: api.cores,
  });
  return [
    beside("bare inserts through the same driver", driver, "ratio 0.5"),
    beside("bare inserts by a loop over the socket, like pgbench", wire, "ratio 0.25; wanted 0.75"),
    { what: "one API submission, 32 at a time", figure: `p50 ${milliseconds(api.median)}, p99 ${milliseconds(api.p99)}` },
  ];
}

export const api: Part = {
  name: "api",
  how: "32 connections post whole applications, each under an idempotency key of its own; in the same run 32 clients insert single rows of the same bytes, each committed alone, into a table with one primary key: once through the program's driver and once by a loop that speaks the protocol itself and does nothing else.",
  run,
};
