import { httpCeiling } from "../ceiling.ts";
import type { Measured } from "../measure.ts";
import { measure } from "../measure.ts";
import type { Part, Plan, Row } from "../row.ts";
import { middle, whole } from "../row.ts";
import { withProgram, withServer } from "../server.ts";

const PAGES = {
  "front page": "/",
  "start page of a service": "/services/ten-questions",
  "question page": "journey/goods",
} as const;

async function run(plan: Plan): Promise<readonly Row[]> {
  return withServer(async (server) =>
    withProgram({ DATABASE_URL: await server.database("pages") }, async (program) => {
      const watched = { program: [program.pid], database: server.processes };
      const ceilings: Measured[] = [];
      const found = Object.keys(PAGES).map((name) => ({ name, rounds: [] as Measured[] }));
      for (let round = 0; round < (plan.quick ? 1 : 3); round++) {
        ceilings.push(await httpCeiling(plan));
        for (const [index, path] of Object.values(PAGES).entries()) {
          plan.say(`pages: ${path}, round ${round + 1}`);
          found[index]?.rounds.push(await measure(plan, { kind: "page", port: program.port, path }, watched));
        }
      }
      const ceiling = middle(ceilings, ({ perSecond }) => perSecond);
      return found.flatMap(({ name, rounds }) =>
        rowsOf(
          name,
          middle(rounds, ({ perSecond }) => perSecond),
          ceiling,
        ),
      );
    }),
  );
}

function microseconds({ cores, perSecond }: Measured, whose: "program" | "database"): number {
  return (cores[whose] / perSecond) * 1e6;
}

function rowsOf(name: string, found: Measured, ceiling: Measured): readonly Row[] {
  const [own, bare] = [microseconds(found, "program"), microseconds(ceiling, "program")];
  return [
    {
      what: `${name}, a second`,
      figure: whole(found.perSecond),
      ceiling: `${whole(ceiling.perSecond)} of a bare server`,
      ratio: found.perSecond / ceiling.perSecond,
      cores: found.cores,
    },
    {
      what: `${name}, processor time of the program`,
      figure: `${whole(own)} µs (+ ${whole(microseconds(found, "database"))} µs of PostgreSQL)`,
      ceiling: `${whole(bare)} µs of a bare server`,
      ratio: own / bare,
    },
  ];
}

export const pages: Part = {
  name: "pages",
  how: "32 kept-alive connections ask for one page again and again, beside Node's own HTTP server that answers 5 KB and looks at nothing. Processor time is what the kernel counts for the process, divided by the pages.",
  run,
};
