import { run } from "../../src/command-line/run.ts";

/*
 * Run as a process of its own, with little memory: checks each file that it is told, one after another, and says in one line of JSON what
 * `guildhall check` found, in how much time of the processor, and how much memory the process has taken so far.
 */
for (const file of process.argv.slice(3)) {
  const said: string[] = [];
  const complained: string[] = [];
  const before = process.cpuUsage();
  const code = await run(
    { root: process.argv[2] ?? "", say: (line) => void said.push(line), complain: (line) => void complained.push(line) },
    ["check", "--json", file],
  );
  const { user, system } = process.cpuUsage(before);
  const found: unknown = said.length === 0 ? [] : JSON.parse(said.join("\n"));
  const report = { file, code, found, complained, ms: (user + system) / 1000, mb: process.resourceUsage().maxRSS / 1024 };
  process.stdout.write(`${JSON.stringify(report)}\n`);
}
