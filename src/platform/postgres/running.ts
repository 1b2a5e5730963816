import { readFile, readlink, realpath } from "node:fs/promises";
import { dirname, join } from "node:path";

import { NOTE } from "./place.ts";
import { DATABASE, PORT, USER } from "./settings.ts";
import type { RunningPostgres } from "./start-postgres.ts";

/** How to reach the server that another program of ours runs on a data folder. Whether it answers is for the caller to see. */
export async function runningConnection(dataFolder: string): Promise<RunningPostgres["connection"]> {
  const note = await readFile(join(dataFolder, NOTE), "utf8").catch(() => undefined);
  const cluster = note?.trim() ?? join(await realpath(dataFolder), "postgres");
  const beside = join(dirname(cluster), "postgres.socket");
  const host = await readlink(beside).catch(() => beside);
  return { host, port: PORT, user: USER, database: DATABASE };
}
