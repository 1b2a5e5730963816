import { chmod, lstat, mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CodedError } from "../coded-error.ts";
import { barrier } from "./account.ts";
import type { Account } from "./account.ts";

async function usable(folder: string, account: Account): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true });
    const found = await lstat(folder);
    // In a folder that everybody may write to, somebody else could have made it first.
    if (!found.isDirectory() || found.uid !== process.geteuid?.()) return false;
    await chmod(folder, 0o755);
    return (await barrier(folder, account)) === undefined;
  } catch {
    return false;
  }
}

/** Where what the database's user cannot reach is put instead, the first that it can. */
export const SHARED_HOMES: readonly string[] = ["/var/lib/guildhall", join(tmpdir(), "guildhall"), "/tmp/guildhall"];

/** The first of `places` that can be made ours and that the database's user can reach. Throws `database-no-place`. */
export async function sharedHome(account: Account, places: readonly string[]): Promise<string> {
  for (const place of places) if (await usable(place, account)) return place;
  throw new CodedError(
    "database-no-place",
    `PostgreSQL runs as ${account.name}, who can reach none of ${places.join(", ")}. Run Guildhall as another user`,
  );
}
