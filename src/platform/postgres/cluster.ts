import { spawn } from "node:child_process";
import { chown, mkdtemp, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { CodedError } from "../coded-error.ts";
import type { Account } from "./account.ts";
import { MAJOR, programEnvironment, USER } from "./settings.ts";
import { endOrphans } from "./leftovers.ts";
import type { Runtime } from "./runtime.ts";

const INITDB = [
  `--username=${USER}`,
  "--encoding=UTF8",
  "--locale=C",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
  // Only the program can enter the folder of the socket, and nothing listens on a network.
  "--auth-local=trust",
  "--auth-host=reject",
];

function initdb(runtime: Runtime, account: Account, folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(join(runtime.folder, "bin", "initdb"), [...INITDB, "-D", folder], {
      ...(account.other ? { uid: account.uid, gid: account.gid } : {}),
      cwd: folder,
      env: programEnvironment(),
      stdio: ["ignore", "ignore", "pipe"],
    });
    let said = "";
    child.stderr.on("data", (part: Buffer) => (said += part.toString("utf8")));
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve();
      else
        reject(
          new CodedError("database-not-made", `A database could not be made in ${folder}: ${said.trim() || `initdb ended with ${code}`}`),
        );
    });
  });
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function make(cluster: string, runtime: Runtime, account: Account): Promise<void> {
  const parent = dirname(cluster);
  const unfinished = `${basename(cluster)}.new-`;
  // Left behind by a program that was killed while it made one.
  const old = (await readdir(parent)).filter((name) => name.startsWith(unfinished));
  for (const name of old) await rm(join(parent, name), { recursive: true, force: true, maxRetries: 5 });
  const folder = await mkdtemp(join(parent, unfinished));
  if (account.other) await chown(folder, account.uid, account.gid);
  // A server that outlived its program and its folder keeps writing its control file to this very path.
  await endOrphans(cluster);
  await initdb(runtime, account, folder);
  await rename(folder, cluster);
  await syncFolder(parent);
}

/** Makes the cluster unless it is there. It appears complete or not at all. */
export async function ensureCluster(cluster: string, runtime: Runtime, account: Account): Promise<void> {
  const version = await readFile(join(cluster, "PG_VERSION"), "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  });
  if (version === undefined) return make(cluster, runtime, account);
  if (version.trim() !== MAJOR) {
    throw new CodedError(
      "database-version",
      `The database in ${cluster} was made by PostgreSQL ${version.trim()}, and this is ${MAJOR}. Move it with pg_upgrade`,
    );
  }
}
