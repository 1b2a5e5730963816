import type { Queries } from "../database.ts";
import { stillNamedOf } from "./file-rows.ts";
import type { FileStore } from "./file-store.ts";

/** Removes bytes that no row names any more: two people may have sent the same picture. */
export async function forgetBytes(database: Queries, files: FileStore, council: string, hashes: readonly string[]): Promise<void> {
  if (hashes.length === 0) return;
  const named = await stillNamedOf(database, council, hashes);
  for (const hash of hashes) if (!named.has(hash)) await files.remove(council, hash);
}
