import { parseArgs } from "node:util";

import type { RoundReport } from "./run.ts";
import { faultRounds } from "./run.ts";
import { summary } from "./summary.ts";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "20" }, seed: { type: "string" } } });
const rounds = Number(values.rounds);
// A new seed each time finds new things; the one that is printed finds the same again.
const seed = values.seed === undefined ? Math.floor(Date.now() / 1000) % 1_000_000 : Number(values.seed);
if (!Number.isSafeInteger(rounds) || rounds < 1 || !Number.isSafeInteger(seed)) {
  process.stderr.write("npm run faults -- [--rounds N] [--seed S]: whole numbers, at least one round\n");
  process.exit(1);
}

function line({ seed: own, recoveries, people, sent, cases, settled, wrong }: RoundReport): string {
  const faults = recoveries.map(({ kind, took }) => `${kind} ${took} ms`).join(", ");
  return `${own}  ${people} journeys, ${sent} sent, ${cases} cases in all, settled ${settled} ms  ${faults}  ${wrong.length === 0 ? "ok" : "WRONG"}`;
}

process.stdout.write(`${rounds} rounds from seed ${seed}\n`);
const onRound = (report: RoundReport): void => {
  process.stdout.write(`${[line(report), ...report.wrong.slice(0, 20).map((words) => `  ${words}`)].join("\n")}\n`);
};
const run = await faultRounds({ rounds, seed, onRound });
process.stdout.write(`\n${summary(run.rounds)}\n`);
for (const words of new Set(run.complaints)) process.stderr.write(`${words}\n`);
process.exitCode = run.rounds.some(({ wrong }) => wrong.length > 0) ? 1 : 0;
