import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";

import { lockFolder } from "../../src/platform/folder-lock.ts";
import { clearLeftovers } from "../../src/platform/postgres/leftovers.ts";
import { clusterName, DATABASE, PORT, USER } from "../../src/platform/postgres/settings.ts";
import { writeCouncil } from "./council.ts";

const PREFIX = "guildhall-faults-";
const MAIN = new URL("../../src/main.ts", import.meta.url).pathname;
const READY = /^Guildhall is ready at http:\/\/localhost:(\d+) \((?:PostgreSQL \d+ in (\S+?)[,)])?/;
const LONGEST_START = 60_000;

export interface ProgramOptions {
  /** The program's own entry: `src/main.ts` unless told. */
  readonly entry?: string;
  readonly words?: readonly string[];
  readonly settings?: Readonly<Record<string, string>>;
}

/** A start of the real program as a process of its own. */
export interface Running {
  readonly child: ChildProcess;
  readonly port: number;
  /** The folder of its embedded database; undefined where it uses `DATABASE_URL`. */
  readonly cluster: string | undefined;
  /** When the process was started, on this process's clock. */
  readonly startedAt: number;
}

/** A folder for one run, with what is in it while it is run: gone at the end, however that comes. */
export interface Premises {
  readonly folder: string;
  start(options?: ProgramOptions): Promise<Running>;
  /** What the programs wrote to their error output, and their warnings and errors. */
  readonly complaints: readonly string[];
  /** Kills every program that runs here, and leaves their databases. */
  killAll(): void;
  close(): Promise<void>;
}

const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });

/** The processes of an embedded database: its main process first. */
export function databaseProcesses(cluster: string): readonly number[] {
  const name = clusterName(cluster);
  const titles = readdirSync("/proc")
    .filter((entry) => /^\d+$/.test(entry))
    .map((entry) => ({ id: Number(entry), title: titleOf(entry) }))
    .filter(({ title }) => /^\S*postgres\b/.test(title) && title.includes(name));
  return titles.toSorted((a, b) => Number(a.title.startsWith("postgres:")) - Number(b.title.startsWith("postgres:"))).map(({ id }) => id);
}

function titleOf(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}

export function signal(ids: readonly number[], name: NodeJS.Signals): void {
  for (const id of ids) {
    try {
      process.kill(id, name);
    } catch {
      // It has ended already.
    }
  }
}

/** How to connect to an embedded database beside its program. */
export function connectionTo(cluster: string) {
  const host = realpathSync(join(dirname(cluster), "postgres.socket"));
  return { host, port: PORT, user: USER, database: DATABASE };
}

/** Ends what a run that was killed has left: its folder's lock is free. */
async function clearKilledRuns(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    try {
      const lock = lockFolder(folder);
      const cluster = join(folder, "data", "postgres");
      if (existsSync(cluster)) await clearLeftovers(realpathSync(cluster), join(folder, "data", "postgres.socket"), () => undefined);
      lock.release();
      remove(folder);
    } catch {
      // Another run is using it.
    }
  }
}

class Folder implements Premises {
  readonly folder: string;
  readonly complaints: string[] = [];
  readonly #children = new Set<ChildProcess>();
  readonly #clusters = new Set<string>();
  readonly #release: () => void;

  constructor(folder: string) {
    this.folder = folder;
    this.#release = lockFolder(folder).release;
    process.once("exit", this.#end);
  }

  /** Kills everything at once; without waiting, so that it can run as this process ends. */
  readonly #end = (): void => {
    for (const child of this.#children) child.kill("SIGKILL");
    for (const cluster of this.#clusters) signal(databaseProcesses(cluster), "SIGKILL");
    try {
      remove(this.folder);
    } catch {
      // A process that is just ending still writes; the next run clears the folder.
    }
  };

  async start({ entry = MAIN, words = [], settings = {} }: ProgramOptions = {}): Promise<Running> {
    const startedAt = performance.now();
    const child = spawn(process.execPath, [entry, ...words], {
      cwd: this.folder,
      env: { ...bareEnvironment(), ...this.#settings(), ...settings },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#children.add(child);
    child.once("exit", () => this.#children.delete(child));
    const { port, cluster } = await this.#ready(child);
    if (cluster !== undefined) this.#clusters.add(cluster);
    return { child, port, cluster, startedAt };
  }

  #settings(): Record<string, string> {
    const [councils, data] = [join(this.folder, "councils"), join(this.folder, "data")];
    return { COUNCILS: councils, GUILDHALL_DATA: data, GUILDHALL_DEMO: "0", PORT: "0", LOG_LEVEL: "error" };
  }

  #ready(child: ChildProcess): Promise<{ port: number; cluster: string | undefined }> {
    return new Promise((resolve, reject) => {
      const last: string[] = [];
      const hear = (line: string): void => {
        const [, port, cluster] = READY.exec(line) ?? [];
        if (port !== undefined) return resolve({ port: Number(port), cluster });
        last.push(line);
        // That it was away and said so is what these tests are about.
        if (!/"status":503/.test(line)) this.complaints.push(line);
        return undefined;
      };
      if (child.stdout !== null) createInterface({ input: child.stdout }).on("line", hear);
      if (child.stderr !== null) createInterface({ input: child.stderr }).on("line", hear);
      const late = setTimeout(() => reject(new Error("The program was not ready in time")), LONGEST_START);
      child.once("close", () => {
        clearTimeout(late);
        // Nothing happens where it was ready before it ended.
        reject(new NotStarted(last.join("\n"), child.exitCode));
      });
      late.unref();
    });
  }

  killAll(): void {
    for (const child of this.#children) child.kill("SIGKILL");
  }

  async close(): Promise<void> {
    const ending = [...this.#children].map((child) => once(child, "exit"));
    this.killAll();
    await Promise.all(ending);
    for (const cluster of this.#clusters) {
      for (let rounds = 0; rounds < 100 && databaseProcesses(cluster).length > 0; rounds++) {
        signal(databaseProcesses(cluster), "SIGKILL");
        await pause(20);
      }
    }
    this.#release();
    remove(this.folder);
    process.off("exit", this.#end);
  }
}

/** The program ended before it was ready. */
export class NotStarted extends Error {
  readonly exitCode: number | null;
  constructor(words: string, exitCode: number | null) {
    super(words);
    this.exitCode = exitCode;
  }
}

function bareEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, LANG } = process.env;
  return { PATH, HOME, TMPDIR, LANG };
}

/** Makes a folder with the fault rounds' council in it. Close it in the test's own `after`. */
export async function premises(): Promise<Premises> {
  await clearKilledRuns();
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  // Run by root, the database is another user's.
  chmodSync(folder, 0o755);
  writeCouncil(join(folder, "councils"));
  return new Folder(folder);
}

/** Ends a program by a signal and waits until it is gone. Gives its exit code. */
export async function end({ child }: Running, name: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const exit = once(child, "exit");
  child.kill(name);
  await exit;
  return child.exitCode;
}
