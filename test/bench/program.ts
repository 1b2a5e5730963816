import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..", "..");
export const BENCH_COUNCILS = join(import.meta.dirname, "council");

export interface RunningProgram {
  readonly pid: number;
  readonly port: number;
  /** Milliseconds from the start of the process to its line that says it is ready. */
  readonly started: number;
  stop(): Promise<void>;
}

/** Runs Guildhall as people run it, in a process of its own, on a free port. Resolves once it says that it is ready. */
export async function runProgram(settings: Readonly<Record<string, string>>): Promise<RunningProgram> {
  const start = performance.now();
  // GUILDHALL_BENCH_NODE gives options of node, such as --cpu-prof, to look closer at what a row measures.
  const options = (process.env["GUILDHALL_BENCH_NODE"] ?? "").split(" ").filter(Boolean);
  const environment = {
    PATH: process.env["PATH"],
    PORT: "0",
    LOG_LEVEL: "warn",
    GUILDHALL_DEMO: "0",
    COUNCILS: BENCH_COUNCILS,
    ...settings,
  };
  const child = spawn(process.execPath, [...options, join(ROOT, "src", "main.ts")], {
    env: environment,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const port = await readyPort(child);
  const started = performance.now() - start;
  return {
    pid: child.pid ?? 0,
    port,
    started,
    async stop() {
      if (child.exitCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    },
  };
}

function readyPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      const port = /ready at http:\/\/[^\s:]+:(\d+)/.exec(said)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
    child.once("exit", (code) => reject(new Error(`Guildhall ended with ${code} before it was ready. It said: ${said}`)));
  });
}
