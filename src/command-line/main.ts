import { enableCompileCache } from "node:module";
import { join } from "node:path";

enableCompileCache(join(import.meta.dirname, "..", "..", "node_modules", ".cache", "guildhall"));
const { run } = await import("./run.ts");
const { inputLines } = await import("./input-lines.ts");
// A reader that has seen enough (`| head`) closes the pipe: the verb still ends as it should, and the database with it.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

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
