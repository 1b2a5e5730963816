import { parseArgs } from "node:util";

import { api } from "./parts/api.ts";
import { code } from "./parts/code.ts";
import { journeys } from "./parts/journeys.ts";
import { latency } from "./parts/latency.ts";
import { memory } from "./parts/memory.ts";
import { pages } from "./parts/pages.ts";
import { registers } from "./parts/registers.ts";
import { rules } from "./parts/rules.ts";
import { start } from "./parts/start.ts";
import type { Part, Row } from "./row.ts";
import { keep, print } from "./table.ts";

const PARTS: readonly Part[] = [journeys, pages, api, latency, start, memory, rules, registers, code];

const HELP = `npm run bench -- [--quick] [${PARTS.map(({ name }) => name).join("] [")}]

Measures all parts, or those that are named, and prints one table. A whole run of all parts is kept in docs/bench.md.
--quick  shorter loads and fewer rows, to see that everything runs; its figures are not kept`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { quick: { type: "boolean", default: false }, help: { type: "boolean", default: false } },
    allowPositionals: true,
  });
  const unknown = positionals.filter((name) => !PARTS.some((part) => part.name === name));
  if (values.help || unknown.length > 0) {
    console.log(unknown.length > 0 ? `There is no part called ${unknown.join(", ")}.\n\n${HELP}` : HELP);
    return unknown.length > 0 ? 1 : 0;
  }
  const chosen = positionals.length === 0 ? PARTS : PARTS.filter(({ name }) => positionals.includes(name));
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const measured: { part: Part; rows: readonly Row[] }[] = [];
  for (const part of chosen) measured.push({ part, rows: await part.run({ quick: values.quick, say }) });
  print(measured);
  if (!values.quick && chosen.length === PARTS.length) keep(measured);
  return 0;
}

process.exitCode = await main();
