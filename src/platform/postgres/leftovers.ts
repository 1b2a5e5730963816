import { execFile } from "node:child_process";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { CodedError } from "../coded-error.ts";
import { clusterName } from "./settings.ts";

interface Process {
  readonly id: number;
  readonly title: string;
}

async function fromProc(): Promise<readonly Process[]> {
  const ids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const titles = await Promise.all(ids.map((id) => readFile(`/proc/${id}/cmdline`, "utf8").catch(() => "")));
  return ids.map((id, index) => ({ id: Number(id), title: (titles[index] ?? "").replaceAll("\0", " ") }));
}

async function fromPs(): Promise<readonly Process[]> {
  const { stdout } = await promisify(execFile)("ps", ["-axwwo", "pid=,command="], { maxBuffer: 2 ** 26 });
  const lines = stdout.split("\n").map((line) => /^\s*(\d+) (.*)$/.exec(line));
  return lines.flatMap((found) => (found === null ? [] : [{ id: Number(found[1]), title: found[2] ?? "" }]));
}

/** The processes of a cluster, found by the name in their titles: unlike a process number in a file, it is never another's. */
async function processesOf(cluster: string): Promise<readonly Process[]> {
  const name = clusterName(cluster);
  const all = await (process.platform === "linux" ? fromProc() : fromPs());
  return all.filter(({ title }) => /^\S*postgres\b/.test(title) && title.includes(name));
}

function signal(processes: readonly Process[], name: NodeJS.Signals): void {
  for (const { id } of processes) {
    try {
      process.kill(id, name);
    } catch {
      // It ended meanwhile.
    }
  }
}

async function gone(cluster: string, milliseconds: number): Promise<boolean> {
  for (let waited = 0; waited < milliseconds; waited += 25) {
    if ((await processesOf(cluster)).length === 0) return true;
    await pause(25);
  }
  return false;
}

const SHUTDOWN_CHECKPOINT = 10_000;

/** Ends processes at once: those of a cluster that is deleted have nothing to save, and would write over the one that takes its place. */
export async function endOrphans(cluster: string): Promise<void> {
  signal(await processesOf(cluster), "SIGKILL");
  if (!(await gone(cluster, 5000)))
    throw new CodedError("database-stuck", `The database that was left running in ${cluster} cannot be ended`);
}

/**
 * Ends what still runs of a cluster whose program or main process was killed: cleanly where the main process lives, since a
 * shutdown takes less time than replaying the log. Then no process can own the lock files, whatever number they hold.
 * Call it only while holding the lock of the data folder.
 */
export async function clearLeftovers(cluster: string, socketFolder: string, log: (line: string) => void): Promise<void> {
  const left = await processesOf(cluster);
  if (left.length > 0) {
    log(`Ending the database that was left running by a program that was killed (${left.length} processes)`);
    const main = left.filter(({ title }) => !title.startsWith("postgres: "));
    if (main.length > 0) signal(main, "SIGINT");
    else signal(left, "SIGQUIT");
    if (!(await gone(cluster, main.length > 0 ? SHUTDOWN_CHECKPOINT : 1000))) await endOrphans(cluster);
  }
  const stale = [join(cluster, "postmaster.pid"), ...[".s.PGSQL.5432", ".s.PGSQL.5432.lock"].map((name) => join(socketFolder, name))];
  for (const file of stale) await rm(file, { force: true });
}
