import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { CodedError } from "./coded-error.ts";

export interface FolderLock {
  release(): void;
}

function holder(file: string): string {
  try {
    return ` (process ${Number.parseInt(readFileSync(file, "utf8"), 10)})`;
  } catch {
    return "";
  }
}

/**
 * Makes this process the only one on a data folder. Throws the code `already-running` when another holds it.
 * The lock is the operating system's, on a file, through SQLite (the only holder of file locks that Node has): it ends with the
 * process however that dies, so there is no stale lock to judge and no process number to mistake.
 */
export function lockFolder(folder: string): FolderLock {
  const database = new DatabaseSync(join(folder, "running.lock"), { timeout: 0 });
  const names = join(folder, "running.pid");
  try {
    database.exec("pragma journal_mode = off; begin exclusive");
  } catch {
    database.close();
    throw new CodedError(
      "already-running",
      `Guildhall is already running on the folder ${folder}${holder(names)}. Stop that one first, or set GUILDHALL_DATA to another folder`,
    );
  }
  // Only for the message above; nothing decides by it.
  writeFileSync(names, `${process.pid}\n`);
  return { release: () => database.close() };
}
