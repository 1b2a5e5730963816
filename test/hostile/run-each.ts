import { readFileSync } from "node:fs";
import { run } from "../../src/command-line/run.ts";
import { linesOf } from "./report.ts";

/*
 * Run as a process of its own, with little memory: runs each command that stands on a line of the standard input, one after another, and
 * says in one line of JSON what came of it, in how much time of the processor, and how much memory the process has taken so far.
 */
const commands = linesOf(await readInput()) as readonly (readonly string[])[]; // as report.ts writes them
for (const words of commands) {
  const said: string[] = [];
  const complained: string[] = [];
  const before = process.cpuUsage();
  const code = await run(
    { root: process.argv[2] ?? "", say: (line) => void said.push(line), complain: (line) => void complained.push(line) },
    words,
  );
  const { user, system } = process.cpuUsage(before);
  const report = { code, said, complained, ms: (user + system) / 1000, mb: mostMemory() };
  process.stdout.write(`${JSON.stringify(report)}\n`);
}

/** Megabytes. Linux counts in `maxRSS` also what the process that started this one had; what it notes of this program alone does not. */
function mostMemory(): number {
  if (process.platform !== "linux") return process.resourceUsage().maxRSS / 1024;
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
  return Number(kilobytes) / 1024;
}

async function readInput(): Promise<string> {
  let text = "";
  for await (const chunk of process.stdin) text += String(chunk);
  return text;
}
