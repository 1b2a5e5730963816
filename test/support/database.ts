import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../../src/platform/database.ts";
import type { Database } from "../../src/platform/database.ts";
import { lockFolder } from "../../src/platform/folder-lock.ts";
import { migrate } from "../../src/platform/migrate.ts";
import { clearLeftovers } from "../../src/platform/postgres/leftovers.ts";
import { startPostgres } from "../../src/platform/postgres/start-postgres.ts";
import type { RunningPostgres } from "../../src/platform/postgres/start-postgres.ts";

export interface TestDatabase extends Database {
  readonly connection: RunningPostgres["connection"];
}

interface TestServer {
  readonly postgres: RunningPostgres;
  /** Makes and drops the databases of the tests. */
  readonly keeper: Database;
}

const PREFIX = "guildhall-test-";
const MIGRATIONS = new URL("../../src/platform/migrations/", import.meta.url).pathname;
const TEMPLATE = "guildhall_template";
/** Every database is looked at once in so long: with a hundred of them a worker would be started ten times a second. */
const SELDOM = { autovacuum_naptime: "1h" };

const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });

/** A run that was killed could not tidy up: its folder's lock is free, so the next run does. */
async function clearKilledRuns(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    try {
      const lock = lockFolder(folder);
      await clearLeftovers(join(folder, "postgres"), join(folder, "postgres.socket"), () => undefined);
      lock.release();
      remove(folder);
    } catch {
      // Another run is using it.
    }
  }
}

async function startServer(): Promise<TestServer> {
  await clearKilledRuns();
  const dataFolder = mkdtempSync(join(tmpdir(), PREFIX));
  // Run by root, the server is another user's.
  chmodSync(dataFolder, 0o755);
  const postgres = await startPostgres({ dataFolder, log: () => undefined, background: true, settings: SELDOM });
  // Registered after the launcher's own, which ends the server first.
  process.once("exit", () => remove(dataFolder));
  const keeper = await openDatabase(postgres.connection, { connections: 2, background: true });
  await keeper.session((session) => session.script(`create database ${TEMPLATE}`, "make-template"));
  const template = await openDatabase({ ...postgres.connection, database: TEMPLATE }, { background: true });
  await migrate(template, MIGRATIONS);
  await template.close();
  return { postgres, keeper };
}

let server: Promise<TestServer> | undefined;
let made = 0;

async function make(kind: "test" | "empty", template: string): Promise<TestDatabase> {
  server ??= startServer();
  const { postgres, keeper } = await server;
  made += 1;
  const name = `${kind}_${made}`;
  await keeper.session((session) => session.script(`create database ${name} template ${template}`, "make-test-database"));
  const connection = { ...postgres.connection, database: name };
  return { ...(await openDatabase(connection, { connections: 4, background: true })), connection };
}

/** A database of one's own with the migrations run, on the one server of this run. It is gone when the run ends. */
export function testDatabase(): Promise<TestDatabase> {
  return make("test", TEMPLATE);
}

/** A database of one's own without even the migrations. */
export function emptyDatabase(): Promise<TestDatabase> {
  return make("empty", "template1");
}
