import { enableCompileCache } from "node:module";
import { join } from "node:path";

enableCompileCache(join(import.meta.dirname, "..", "..", "node_modules", ".cache", "guildhall"));
const { run } = await import("./run.ts");
const { inputLines } = await import("./input-lines.ts");
const lines = inputLines(process.stdin);

process.exitCode = await run(
  {
    root: process.cwd(),
    say: (line) => process.stdout.write(`${line}\n`),
    complain: (line) => process.stderr.write(`${line}\n`),
    nextLine: () => lines.next(),
  },
  process.argv.slice(2),
);
lines.close();
