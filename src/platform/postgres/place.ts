import { createHash } from "node:crypto";
import { access, chmod, mkdtemp, open, readFile, realpath, rename } from "node:fs/promises";
import { join } from "node:path";
import { CodedError } from "../coded-error.ts";
import { barrier } from "./account.ts";
import type { Account } from "./account.ts";
import { sharedHome } from "./shared-home.ts";

/** Where the cluster is, or is to be made. */
export interface Place {
  readonly cluster: string;
  /** The folder that keeps the database's user out of the data folder, if the cluster is elsewhere for that reason. */
  readonly because: string | undefined;
  /** Called when the cluster is complete, so that later starts find it. */
  remember(): Promise<void>;
}

/** In the data folder: where the cluster is, when it is elsewhere. */
export const NOTE = "postgres.place";

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Writes a file so that after a crash either all of it is there or none. */
async function writeWhole(path: string, text: string): Promise<void> {
  const file = await open(`${path}.new`, "w", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
}

async function remembered(dataFolder: string, cluster: string, account: Account): Promise<Place> {
  if (!(await exists(cluster))) {
    throw new CodedError(
      "database-gone",
      `The database of ${dataFolder} was in ${cluster}, which is not there any more. Put it back from a backup, or delete ${join(dataFolder, NOTE)} to begin with an empty one`,
    );
  }
  return { cluster, because: await barrier(dataFolder, account), remember: () => Promise.resolve() };
}

async function elsewhere(dataFolder: string, account: Account, because: string, homes: readonly string[]): Promise<Place> {
  const name = createHash("sha256")
    .update(await realpath(dataFolder))
    .digest("hex")
    .slice(0, 12);
  // A new name each time: a data folder that was emptied must not find the database that it had before.
  const folder = await mkdtemp(join(await sharedHome(account, homes), `${name}-`));
  await chmod(folder, 0o755);
  const cluster = join(folder, "postgres");
  return { cluster, because, remember: () => writeWhole(join(dataFolder, NOTE), `${cluster}\n`) };
}

/** Decides where the cluster of a data folder is: in it, unless `account` cannot get there. */
export async function findPlace(dataFolder: string, account: Account, homes: readonly string[]): Promise<Place> {
  const note = await readFile(join(dataFolder, NOTE), "utf8").catch(() => undefined);
  if (note !== undefined) return remembered(dataFolder, note.trim(), account);
  const cluster = join(await realpath(dataFolder), "postgres");
  const because = await barrier(dataFolder, account);
  if (because === undefined) return { cluster, because, remember: () => Promise.resolve() };
  if (await exists(cluster)) {
    throw new CodedError(
      "database-out-of-reach",
      `The database in ${cluster} runs as ${account.name}, who may not enter ${because}. Allow it with: chmod o+x ${because}`,
    );
  }
  return elsewhere(dataFolder, account, because, homes);
}
