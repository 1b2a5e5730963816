import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { openDatabase } from "../../src/platform/database.ts";
import type { Database } from "../../src/platform/database.ts";
import { startPostgres } from "../../src/platform/postgres/start-postgres.ts";
import type { RunningPostgres } from "../../src/platform/postgres/start-postgres.ts";
import { family } from "./processes.ts";
import type { RunningProgram } from "./program.ts";
import { runProgram } from "./program.ts";

/** One embedded PostgreSQL for the databases of a part, in a folder of its own. */
export interface BenchServer {
  readonly postgres: RunningPostgres;
  /** The folder of the socket: what a client without pg connects to. */
  readonly socket: string;
  /** Makes an empty database and gives its address. */
  database(name: string): Promise<string>;
  open(address: string): Promise<Database>;
  processes(): readonly number[];
  stop(): Promise<void>;
}

/** A folder that is gone when `work` is done. */
export async function withFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "guildhall-bench-"));
  // Run by root, the database is another user's.
  chmodSync(folder, 0o755);
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

async function startServer(folder: string): Promise<BenchServer> {
  const postgres = await startPostgres({ dataFolder: folder, log: () => undefined, background: true });
  const { host, port, user } = postgres.connection;
  const addressOf = (name: string): string => `postgres://${user}@${encodeURIComponent(host)}:${port}/${name}`;
  const keeper = await openDatabase(postgres.connection, { connections: 1, background: true });
  return {
    postgres,
    socket: join(host, `.s.PGSQL.${port}`),
    async database(name) {
      await keeper.session((session) => session.script(`create database ${name}`, "make-bench-database"));
      return addressOf(name);
    },
    open: (address) => openDatabase(address, { background: true, statementTimeout: 600_000 }),
    processes: () => family(postgres.id()),
    async stop() {
      await keeper.close();
      await postgres.stop();
    },
  };
}

/** Runs `work` beside a fresh PostgreSQL and clears everything away, also when it fails. */
export function withServer<Result>(work: (server: BenchServer) => Promise<Result>): Promise<Result> {
  return withFolder(async (folder) => {
    const server = await startServer(folder);
    try {
      return await work(server);
    } finally {
      await server.stop();
    }
  });
}

/** Runs the program over a database of the server, or with its own where no address is given. */
export function withProgram<Result>(
  settings: Readonly<Record<string, string>>,
  work: (program: RunningProgram) => Promise<Result>,
): Promise<Result> {
  return withFolder(async (folder) => {
    const program = await runProgram({ GUILDHALL_DATA: folder, ...settings });
    try {
      return await work(program);
    } finally {
      await program.stop();
    }
  });
}
