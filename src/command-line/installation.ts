import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { openCouncils } from "../councils/councils.ts";
import { systemClock } from "../platform/clock.ts";
import { CodedError } from "../platform/coded-error.ts";
import type { Config } from "../platform/config.ts";
import { readConfig } from "../platform/config.ts";
import { openDatabase } from "../platform/database.ts";
import { systemIds } from "../platform/ids.ts";
import { createLog } from "../platform/log.ts";
import { migrate } from "../platform/migrate.ts";
import { runningConnection } from "../platform/postgres/running.ts";
import { startPostgres } from "../platform/postgres/start-postgres.ts";
import type { ExitCode, OperatorTools } from "./operator.ts";
import type { Desk, Verb } from "./verb.ts";

const HOUSE = join(import.meta.dirname, "..", "..");

/** Makes a verb of one that works on the installation's database: that of the running program, or one started for as long as it takes. */
export function onInstallation(
  about: string,
  use: readonly string[],
  work: (tools: OperatorTools, words: readonly string[]) => Promise<ExitCode>,
): Verb {
  return {
    about,
    use,
    async run(desk, words) {
      const reading = readConfig(process.env, desk.root);
      if (!reading.ok) return refuse(desk, reading.problems.join("\n"));
      try {
        return await withDatabase(reading.config, (tools) => work({ ...tools, ...desk, readLine }, words));
      } catch (error) {
        if (error instanceof CodedError) return refuse(desk, error.message);
        throw error;
      }
    },
  };
}

function refuse(desk: Desk, why: string): ExitCode {
  desk.complain(why);
  return 1;
}

type Opened = Pick<OperatorTools, "database" | "councils" | "clock" | "ids">;

async function withDatabase(config: Config, work: (tools: Opened) => Promise<ExitCode>): Promise<ExitCode> {
  const server = await serverOf(config);
  try {
    const database = await openDatabase(server.connection, { connections: 2 });
    try {
      await migrate(database, join(HOUSE, "src", "platform", "migrations"));
      const folders = { folder: config.councils, shelf: join(HOUSE, "services"), watch: false, publish: false };
      const councils = await openCouncils({ database, clock: systemClock, log: createLog({ level: "silent" }), ...folders });
      return await work({ database, councils, clock: systemClock, ids: systemIds() });
    } finally {
      await database.close();
    }
  } finally {
    await server.stop();
  }
}

const nothing = (): Promise<void> => Promise.resolve();

async function serverOf(config: Config) {
  if (config.databaseUrl !== undefined) return { connection: config.databaseUrl, stop: nothing };
  try {
    return await startPostgres({ dataFolder: config.data, log: () => undefined });
  } catch (error) {
    if (!(error instanceof CodedError) || error.code !== "already-running") throw error;
    return { connection: await runningConnection(config.data), stop: nothing };
  }
}

/** The first line of standard input; undefined at a terminal, where a password is made instead. */
async function readLine(): Promise<string | undefined> {
  if (process.stdin.isTTY) return undefined;
  const lines = createInterface({ input: process.stdin });
  const [line] = await Promise.race([once(lines, "line"), once(lines, "close").then(() => [undefined])]);
  lines.close();
  return typeof line === "string" && line.trim() !== "" ? line.trim() : undefined;
}
