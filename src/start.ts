import type { Guildhall } from "./guildhall.ts";
import { openGuildhall } from "./guildhall.ts";
import { systemClock } from "./platform/clock.ts";
import { CodedError } from "./platform/coded-error.ts";
import type { Config } from "./platform/config.ts";
import { readConfig } from "./platform/config.ts";
import type { Database } from "./platform/database.ts";
import { openDatabase } from "./platform/database.ts";
import { systemIds } from "./platform/ids.ts";
import type { Log } from "./platform/log.ts";
import { createLog } from "./platform/log.ts";
import type { RunningPostgres } from "./platform/postgres/start-postgres.ts";
import { startPostgres } from "./platform/postgres/start-postgres.ts";

/** How long requests in flight may take once the program is told to stop. Milliseconds. */
const LAST_REQUESTS = 10_000;
/** How long the whole of a stop may take. Milliseconds. */
const LONGEST_STOP = 30_000;

/**
 * Runs Guildhall as a program: prints one line with its address once it is ready, and stops in order when told to. `open` wires it over
 * its parts; one who runs it as a program of their own may give it others.
 */
export async function startGuildhall(program: NodeJS.Process, open = openGuildhall): Promise<void> {
  const reading = readConfig(program.env, program.cwd());
  if (!reading.ok) return fail(program, reading.problems.join("\n"));
  try {
    await run(program, reading.config, open);
  } catch (error) {
    if (isAddressInUse(error)) return fail(program, `Port ${reading.config.port} is taken. Set PORT to another, or stop what uses it`);
    if (!(error instanceof CodedError)) throw error;
    fail(program, error.message);
  }
}

function fail(program: NodeJS.Process, words: string): void {
  program.stderr.write(`Guildhall cannot start. ${words}\n`);
  program.exitCode = 1;
}

function isAddressInUse(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EADDRINUSE";
}

async function run(program: NodeJS.Process, config: Config, open: typeof openGuildhall): Promise<void> {
  const log = createLog({ level: config.logLevel });
  const postgres =
    config.databaseUrl === undefined ? await startPostgres({ dataFolder: config.data, log: () => log.debug("database says") }) : undefined;
  let guildhall: Guildhall;
  try {
    guildhall = await openOver(config, log, postgres, open);
    await guildhall.app.listen({ port: config.port, host: config.host });
  } catch (error) {
    await postgres?.stop();
    throw error;
  }
  stopOnSignal(program, guildhall, postgres);
  program.stdout.write(`Guildhall is ready at ${addressOf(config, guildhall)} (${postgres?.where ?? "the database of DATABASE_URL"})\n`);
}

async function openOver(config: Config, log: Log, postgres: RunningPostgres | undefined, open: typeof openGuildhall): Promise<Guildhall> {
  const connection = postgres?.connection ?? config.databaseUrl;
  if (connection === undefined) throw new Error("There is neither an embedded database nor the address of one");
  const database = await openDatabase(connection);
  try {
    if (config.demo) await writePast(database, config);
    const guildhall = await open({ config, log, clock: systemClock, ids: systemIds(), database });
    if (config.demo) await demonstrate(guildhall);
    return guildhall;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function writePast(database: Database, config: Config): Promise<void> {
  const { writeEarlierVersions } = await import("./demonstration/earlier-versions.ts");
  await writeEarlierVersions(database, config, systemClock.now());
}

/** A council's own installation never loads the demonstration. */
async function demonstrate({ context }: Guildhall): Promise<void> {
  const { fillWithDemonstration } = await import("./demonstration/fill.ts");
  await fillWithDemonstration(context);
}

function addressOf(config: Config, { app }: Guildhall): string {
  const at = app.server.address();
  const port = typeof at === "object" ? at?.port : undefined;
  return config.publicUrl ?? `http://localhost:${port ?? config.port}`;
}

function stopOnSignal(program: NodeJS.Process, guildhall: Guildhall, postgres: RunningPostgres | undefined): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    // Who has not finished asking by then is cut off, so that the rest of the stop is in order.
    setTimeout(() => guildhall.app.server.closeAllConnections(), LAST_REQUESTS).unref();
    // Whatever hangs past this is not worth waiting for; everything acknowledged is in the database.
    setTimeout(() => program.exit(1), LONGEST_STOP).unref();
    await guildhall.stop();
    await postgres?.stop();
  };
  program.on("SIGTERM", () => void stop());
  program.on("SIGINT", () => void stop());
}
