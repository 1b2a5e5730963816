import { chmod, chown, lstat, mkdir, mkdtemp, readlink, rm, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Account } from "./account.ts";
import { PORT } from "./settings.ts";

// The kernel allows a socket's path 107 bytes on Linux and 103 on macOS.
const LONGEST = 103;

async function own(folder: string, account: Account): Promise<string> {
  await chmod(folder, 0o700);
  if (account.other) await chown(folder, account.uid, account.gid);
  return folder;
}

async function isOurs(folder: string, account: Account): Promise<boolean> {
  const found = await lstat(folder).catch(() => undefined);
  return found !== undefined && found.isDirectory() && found.uid === account.uid && (found.mode & 0o777) === 0o700;
}

/**
 * The folder of the server's socket, which only the database's user (and root) may enter; that is the whole of the access control.
 * Beside the cluster, or under /tmp when that path is too long for a socket, with a link beside the cluster that says where.
 */
export async function socketFolder(cluster: string, account: Account): Promise<string> {
  const beside = join(dirname(cluster), "postgres.socket");
  const linked = await readlink(beside).catch(() => undefined);
  if (linked !== undefined && (await isOurs(linked, account))) return linked;
  if (linked !== undefined) await rm(beside);
  if (Buffer.byteLength(join(beside, `.s.PGSQL.${PORT}`)) <= LONGEST) {
    await mkdir(beside, { recursive: true });
    return own(beside, account);
  }
  await rm(beside, { recursive: true, force: true });
  const short = await mkdtemp("/tmp/guildhall-");
  await symlink(short, beside);
  return own(short, account);
}
