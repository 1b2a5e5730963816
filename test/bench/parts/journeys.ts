import { httpCeiling } from "../ceiling.ts";
import type { Measured } from "../measure.ts";
import { measure } from "../measure.ts";
import type { Part, Plan, Row } from "../row.ts";
import { middle, milliseconds, whole } from "../row.ts";
import { withProgram, withServer } from "../server.ts";

/** Seconds. */
const WARMING = 40;

async function run(plan: Plan): Promise<readonly Row[]> {
  return withServer(async (server) =>
    withProgram({ DATABASE_URL: await server.database("journeys") }, async (program) => {
      const watched = { program: [program.pid], database: server.processes };
      const work = { kind: "journeys", port: program.port } as const;
      const [ceilings, found]: [Measured[], Measured[]] = [[], []];
      // A page of a journey takes twice as long until the compiler has seen all of it often enough, which is a minute after a start.
      if (!plan.quick) await measure(plan, work, watched, WARMING);
      for (let round = 0; round < (plan.quick ? 1 : 3); round++) {
        plan.say(`journeys: round ${round + 1}`);
        ceilings.push(await httpCeiling(plan));
        found.push(await measure(plan, work, watched));
      }
      return rowsOf(
        middle(found, ({ perSecond }) => perSecond),
        middle(ceilings, ({ perSecond }) => perSecond),
      );
    }),
  );
}

function rowsOf(found: Measured, ceiling: Measured): readonly Row[] {
  const requests = found.requests / found.seconds;
  const each = found.requests / found.done;
  return [
    {
      what: `whole ten-screen journeys a second (${whole(each)} requests, 12 commits each)`,
      figure: found.perSecond.toFixed(found.perSecond < 100 ? 1 : 0),
      ceiling: `${whole(ceiling.perSecond / each)} of a bare server's pages`,
      ratio: requests / ceiling.perSecond,
      bar: "250; wanted 600",
      cores: found.cores,
    },
    {
      what: "one such journey, from first page to reference, 32 at a time",
      figure: `p50 ${milliseconds(found.median)}, p99 ${milliseconds(found.p99)}`,
    },
    {
      what: "one such journey, processor time",
      figure: `program ${milliseconds((found.cores.program / found.perSecond) * 1000)}, PostgreSQL ${milliseconds((found.cores.database / found.perSecond) * 1000)}`,
    },
  ];
}

export const journeys: Part = {
  name: "journeys",
  how: "32 clients in one process go through `test/bench/council`'s service as a browser without scripts does, over kept-alive HTTP: start page, start, ten screens shown and answered, check, send, reference. Every step is committed with fsync before it is answered, each page's own form key is sent back, and the reference is looked for in the last page.",
  run,
};
