import { readFile, realpath, stat } from "node:fs/promises";
import { userInfo } from "node:os";
import { dirname } from "node:path";
import { CodedError } from "../coded-error.ts";

/** Who runs PostgreSQL, which refuses to run as root. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  /** True when it is another user than the one that runs Guildhall. */
  readonly other: boolean;
}

interface Entry {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

async function accounts(): Promise<readonly Entry[]> {
  const lines = (await readFile("/etc/passwd", "utf8").catch(() => "")).split("\n");
  return lines.map((line) => line.split(":")).map(([name = "", , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}

function myself(): Account {
  const { uid, gid } = userInfo();
  return { name: userInfo().username, uid, gid, other: false };
}

function isRoot(): boolean {
  return process.geteuid?.() === 0;
}

/** The user that is to run a new cluster: `nobody` for root, oneself otherwise. */
export async function newAccount(): Promise<Account> {
  if (!isRoot()) return myself();
  const nobody = (await accounts()).find(({ name }) => name === "nobody");
  if (nobody === undefined) {
    throw new CodedError(
      "database-user",
      "PostgreSQL does not run as root, and this machine has no user nobody. Run Guildhall as another user",
    );
  }
  return { ...nobody, other: true };
}

/** The user that must run the cluster in `folder`: the one that owns it, which may have been made by another user than today's. */
export async function ownerOf(folder: string): Promise<Account> {
  const { uid, gid } = await stat(folder);
  const here = process.geteuid?.();
  if (uid === here && !isRoot()) return myself();
  const name = (await accounts()).find((entry) => entry.uid === uid)?.name ?? `user ${uid}`;
  if (isRoot() && uid !== 0) return { name, uid, gid, other: true };
  throw new CodedError("database-owner", `The database in ${folder} belongs to ${name}. Run Guildhall as that user, or as root`);
}

async function shutOut(folder: string, { uid, gid }: Account, wanted: number): Promise<boolean> {
  const found = await stat(folder);
  let shift = 0;
  if (found.uid === uid) shift = 6;
  else if (found.gid === gid) shift = 3;
  return ((found.mode >> shift) & wanted) !== wanted;
}

const ENTER = 1;
const READ = 4;

/** The first folder on the way to `path` that `account` may not enter, or `path` itself if it may not read it; nothing if it may. */
export async function barrier(path: string, account: Account): Promise<string | undefined> {
  const real = await realpath(path);
  const way: string[] = [];
  for (let folder = dirname(real); !way.includes(folder); folder = dirname(folder)) way.unshift(folder);
  for (const folder of way) if (await shutOut(folder, account, ENTER)) return folder;
  return (await shutOut(real, account, READ)) ? real : undefined;
}
