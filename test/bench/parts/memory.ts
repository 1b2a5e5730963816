import { setTimeout as wait } from "node:timers/promises";

import { load } from "../load/load.ts";
import { family, megabytes } from "../processes.ts";
import type { Part, Plan, Row } from "../row.ts";
import { whole } from "../row.ts";
import { withProgram } from "../server.ts";

interface Held {
  readonly program: number;
  readonly database: number;
}

function held(pid: number): Held {
  return { program: megabytes([pid]), database: megabytes(family(pid).filter((one) => one !== pid)) };
}

/** The most that is held at any look while `work` goes on. */
async function mostHeld(pid: number, work: Promise<unknown>): Promise<Held> {
  const looks = [held(pid)];
  const looking = setInterval(() => looks.push(held(pid)), 500);
  try {
    await work;
  } finally {
    clearInterval(looking);
  }
  return { program: Math.max(...looks.map(({ program }) => program)), database: Math.max(...looks.map(({ database }) => database)) };
}

async function run(plan: Plan): Promise<readonly Row[]> {
  return withProgram({}, async ({ pid, port }) => {
    plan.say("memory: idle, then under journeys");
    await wait(plan.quick ? 1000 : 10_000);
    const idle = held(pid);
    const busy = await mostHeld(pid, load({ connections: 32, warm: 1, seconds: plan.quick ? 4 : 20, work: { kind: "journeys", port } }));
    return [
      {
        what: "memory idle, program and PostgreSQL",
        figure: `${whole(idle.program + idle.database)} MB (${whole(idle.program)} + ${whole(idle.database)})`,
        bar: "500 MB; wanted 150 MB",
      },
      { what: "memory under load, program", figure: `${whole(busy.program)} MB`, bar: "300 MB; wanted 130 MB" },
      { what: "memory under load, PostgreSQL", figure: `${whole(busy.database)} MB` },
    ];
  });
}

export const memory: Part = {
  name: "memory",
  how: "The proportional set size of the process and of all PostgreSQL processes (/proc/*/smaps_rollup, so Linux only), ten seconds after the start and then the highest of two looks a second under journeys.",
  run,
};
