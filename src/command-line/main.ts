import { run } from "./run.ts";

process.exitCode = await run(
  {
    root: process.cwd(),
    say: (line) => process.stdout.write(`${line}\n`),
    complain: (line) => process.stderr.write(`${line}\n`),
  },
  process.argv.slice(2),
);
