import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { CodedError } from "./coded-error.ts";

// SQLite's result code for a file that another process has locked.
const BUSY = 5;

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

function refusal(error: unknown, folder: string, names: string): CodedError {
  if (error instanceof Error && "errcode" in error && error.errcode === BUSY) {
    return new CodedError(
      "already-running",
      `Guildhall is already running on the folder ${folder}${holder(names)}. Stop that one first, or set GUILDHALL_DATA to another folder`,
    );
  }
  return new CodedError(
    "data-folder",
    `Guildhall cannot write to the folder ${folder}. Run it as the folder's owner, or set GUILDHALL_DATA to another`,
  );
}

function hold(folder: string, names: string): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(join(folder, "running.lock"), { timeout: 0 });
    database.exec("pragma journal_mode = memory; begin exclusive");
    return database;
  } catch (error) {
    database?.close();
    throw refusal(error, folder, names);
  }
}

/**
 * Makes this process the only one on a data folder. Throws the code `already-running` when another holds it.
 * The lock is the operating system's, on a file, through SQLite (the only holder of file locks that Node has): it ends with the
 * process however that dies, so there is no stale lock to judge and no process number to mistake.
 */
export function lockFolder(folder: string): FolderLock {
  const names = join(folder, "running.pid");
  const database = hold(folder, names);
  // Only for the message above; nothing decides by it.
  writeFileSync(names, `${process.pid}\n`);
  return { release: () => database.close() };
}
