import { join } from "node:path";

import { COUNCILS } from "../loaded.ts";
import { runProgram } from "../program.ts";
import type { Part, Plan, Row } from "../row.ts";
import { median } from "../row.ts";
import { withFolder } from "../server.ts";

async function once(settings: Readonly<Record<string, string>>): Promise<number> {
  const program = await runProgram(settings);
  await program.stop();
  return program.started;
}

/** Milliseconds of a first start on an empty folder, and of a start on what it left. */
function firstAndAgain(demonstration: boolean): Promise<{ first: number; again: number }> {
  return withFolder(async (folder) => {
    const settings = { GUILDHALL_DATA: join(folder, "data"), COUNCILS, GUILDHALL_DEMO: demonstration ? "1" : "0" };
    return { first: await once(settings), again: await once(settings) };
  });
}

function seconds(values: readonly number[]): string {
  return `${(median(values) / 1000).toFixed(2)} s`;
}

async function run(plan: Plan): Promise<readonly Row[]> {
  const rounds = plan.quick ? 1 : 3;
  const [plain, full]: [{ first: number; again: number }[], { first: number; again: number }[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    plan.say(`start: round ${round + 1}`);
    plain.push(await firstAndAgain(false));
    full.push(await firstAndAgain(true));
  }
  return [
    { what: "first start on an empty folder, without the demonstration", figure: seconds(plain.map(({ first }) => first)) },
    {
      what: "first start on an empty folder, with the demonstration",
      figure: seconds(full.map(({ first }) => first)),
      bar: "60 s from a clone; wanted 15 s",
    },
    { what: "start again", figure: seconds(full.map(({ again }) => again)), bar: "5 s; wanted 0.5 s" },
  ];
}

export const start: Part = {
  name: "start",
  how: "From the start of the process to its line that says it is ready, with the embedded PostgreSQL made, started or started again in that time; the shipped council with its services.",
  run,
};
