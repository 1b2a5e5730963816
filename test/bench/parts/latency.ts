import { Connection, get, post } from "../load/connection.ts";
import { cookieIn, FORM, keyIn } from "../load/journey.ts";
import { COUNCILS, fillDatabase, OFFICER } from "../loaded.ts";
import type { SomeCase } from "../loaded.ts";
import type { Part, Plan, Row } from "../row.ts";
import { milliseconds, whole } from "../row.ts";
import type { BenchServer } from "../server.ts";
import { withFolder, withProgram, withServer } from "../server.ts";

/** One way of looking at cases: the request for one of them, made before the clock starts. */
interface Look {
  readonly what: string;
  readonly status: number;
  readonly ask: (one: SomeCase) => Promise<string>;
}

async function signIn(connection: Connection): Promise<string> {
  const page = await connection.send(get("/desk/sign-in"));
  const fields = new URLSearchParams({ key: keyIn(page), email: OFFICER.email, password: OFFICER.password, to: "/desk" });
  const entered = await connection.send(post("/desk/sign-in", fields.toString(), FORM));
  if (entered.status !== 303) throw new Error(`Signing in gave ${entered.status}`);
  return cookieIn(entered);
}

function looks(connection: Connection, session: string): readonly Look[] {
  const cookie = `Cookie: ${session}\r\n`;
  const search = async (words: string): Promise<string> => {
    const searched = await connection.send(post("/desk/search", new URLSearchParams({ search: words }).toString(), FORM + cookie));
    return get("/desk/search", `Cookie: ${session}; ${cookieIn(searched)}\r\n`);
  };
  return [
    { what: "worklist, first page of all teams", status: 200, ask: async () => get("/desk", cookie) },
    { what: "worklist, overdue, newest first", status: 200, ask: async () => get("/desk?overdue=yes&sort=newest", cookie) },
    { what: "case page", status: 200, ask: async ({ reference }) => get(`/desk/cases/${reference}`, cookie) },
    { what: "reference look-up", status: 303, ask: ({ reference }) => search(reference) },
    { what: "name search", status: 200, ask: ({ name }) => search(name) },
  ];
}

interface Times {
  readonly what: string;
  readonly median: number;
  readonly p99: number;
}

async function time(connection: Connection, look: Look, some: readonly SomeCase[]): Promise<Times> {
  const times: number[] = [];
  for (const [index, one] of some.entries()) {
    const request = await look.ask(one);
    const start = performance.now();
    const { status, head } = await connection.send(request);
    const took = performance.now() - start;
    if (status !== look.status) throw new Error(`${look.what} gave ${status}\n${head}`);
    // The first ones find the program's and the database's statements unprepared.
    if (index >= 40) times.push(took);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { what: look.what, median: at(0.5), p99: at(0.99) };
}

async function timesWith(plan: Plan, server: BenchServer, cases: number): Promise<readonly Times[]> {
  plan.say(`latency: filling in ${whole(cases)} cases`);
  const address = await server.database(`cases_${cases}`);
  const { some, seconds } = await withFolder((folder) => fillDatabase(server, address, cases, folder));
  plan.say(`latency: filled in ${whole(seconds)} s (${whole(cases / seconds)} cases a second); looking`);
  return withProgram({ DATABASE_URL: address, COUNCILS }, async ({ port }) => {
    const connection = await Connection.open(port);
    const found: Times[] = [];
    for (const look of looks(connection, await signIn(connection))) found.push(await time(connection, look, some));
    connection.close();
    return found;
  });
}

async function run(plan: Plan): Promise<readonly Row[]> {
  return withServer(async (server) => {
    const few = await timesWith(plan, server, 10_000);
    if (plan.quick) return few.map((times) => rowOf("10 thousand", times));
    const many = await timesWith(plan, server, 1_000_000);
    return few.flatMap((times, index) => {
      const other = many[index];
      return other === undefined ? [] : [rowOf("10 thousand", times), rowOf("1 million", other, times)];
    });
  });
}

function rowOf(cases: string, { what, median, p99 }: Times, few?: Times): Row {
  const row = { what: `${what}, ${cases} cases`, figure: `p50 ${milliseconds(median)}, p99 ${milliseconds(p99)}` };
  if (few === undefined) return row;
  return {
    ...row,
    ceiling: `p50 ${milliseconds(few.median)} at 10 thousand`,
    ratio: median / few.median,
    bar: "p99 50 ms; wanted 10 ms, 1.5×",
  };
}

export const latency: Part = {
  name: "latency",
  how: "A council is filled with so many cases of two years and the database vacuumed; then one signed-in officer who sees every team asks for 400 pages of each kind one after another over HTTP, for other cases each time. The ratio is that of the medians at 1 million and at 10 thousand cases.",
  run,
};
