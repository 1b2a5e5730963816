import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { readFile } from "node:fs/promises";
import { Socket } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { CodedError } from "../coded-error.ts";
import type { Account } from "./account.ts";
import type { Runtime } from "./runtime.ts";
import type { Settings } from "./settings.ts";
import { programEnvironment, serverArguments } from "./settings.ts";

/** What is needed to start a server process, decided once for a data folder. */
export interface ServerPlan {
  readonly runtime: Runtime;
  readonly account: Account;
  readonly cluster: string;
  readonly socketFolder: string;
  readonly log: (line: string) => void;
  /** True when the server must not keep this process running. */
  readonly background: boolean;
  readonly settings: Settings;
}

/** How a process ended. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface Server {
  readonly id: number;
  readonly ended: Promise<Ending>;
  /** Ends open transactions, writes a checkpoint and waits until it is gone. */
  stop(): Promise<void>;
}

function launch({ runtime, account, cluster, socketFolder, settings }: ServerPlan): ChildProcess {
  return spawn(join(runtime.folder, "bin", "postgres"), serverArguments(cluster, socketFolder, settings), {
    ...(account.other ? { uid: account.uid, gid: account.gid } : {}),
    cwd: cluster,
    env: programEnvironment(),
    stdio: ["ignore", "ignore", "pipe"],
    // A group of its own: Ctrl-C in a terminal is for the program, which stops the database last.
    detached: true,
  });
}

/** PostgreSQL writes its state in the last line of postmaster.pid, under its own process number. */
async function isReady(cluster: string, id: number): Promise<boolean> {
  const lines = (await readFile(join(cluster, "postmaster.pid"), "utf8").catch(() => "")).split("\n");
  return Number(lines[0]) === id && lines[7]?.trim() === "ready";
}

async function untilReady(cluster: string, id: number, ended: Promise<Ending>): Promise<boolean> {
  const over = ended.then(() => true);
  for (;;) {
    if (await isReady(cluster, id)) return true;
    if (await Promise.race([over, pause(20, false)])) return false;
  }
}

// One line a connection that is turned away or cut off while the server starts or stops; the program tells that itself.
const TURNED_AWAY =
  /^FATAL: {2}(?:the database system is (?:starting up|not yet accepting|shutting down|in recovery)|terminating connection)/;

/** Passes on what the server says, and keeps the last lines for the error that says why it did not start. */
function hear(child: ChildProcess, log: (line: string) => void): readonly string[] {
  const last: string[] = [];
  if (child.stderr === null) return last;
  createInterface({ input: child.stderr }).on("line", (line) => {
    if (TURNED_AWAY.test(line)) return;
    last.push(line);
    if (last.length > 5) last.shift();
    log(line);
  });
  return last;
}

function withdraw(child: ChildProcess): void {
  child.unref();
  if (child.stderr instanceof Socket) child.stderr.unref();
}

async function stopServer(child: ChildProcess, ended: Promise<Ending>): Promise<void> {
  // Fast, then without a checkpoint, then by force.
  for (const [signal, patience] of [
    ["SIGINT", 30_000],
    ["SIGQUIT", 5000],
    ["SIGKILL", 5000],
  ] as const) {
    child.ref();
    child.kill(signal);
    const timer = new AbortController();
    const over = await Promise.race([ended.then(() => true), pause(patience, false, { signal: timer.signal })]);
    timer.abort();
    if (over) return;
  }
}

/** Starts PostgreSQL and waits until it accepts connections, however long replaying its log takes. Throws `database-not-started`. */
export async function startServer(plan: ServerPlan): Promise<Server> {
  const child = launch(plan);
  const ended = new Promise<Ending>((resolve) => {
    child.once("error", () => resolve({ code: null, signal: null }));
    child.once("exit", (code, signal) => resolve({ code, signal }));
  });
  const last = hear(child, plan.log);
  const { pid } = child;
  if (pid !== undefined && (await untilReady(plan.cluster, pid, ended))) {
    if (plan.background) withdraw(child);
    return { id: pid, ended, stop: () => stopServer(child, ended) };
  }
  throw new CodedError("database-not-started", `PostgreSQL did not start in ${plan.cluster}. ${last.join(" ")}`.trim());
}
