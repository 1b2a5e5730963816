import { apiCall } from "./api-call.ts";
import { Connection, get } from "./connection.ts";
import { insertByDriver, insertByWire } from "./insert.ts";
import { journey, startJourney } from "./journey.ts";

/** What a client process is told to do. */
export interface Load {
  /** How many at the same time, each on a connection of its own. */
  readonly connections: number;
  /** Seconds before counting starts, and seconds counted. */
  readonly warm: number;
  readonly seconds: number;
  readonly work: Work;
}

export type Work =
  | { readonly kind: "journeys"; readonly port: number }
  /** One page again and again; a path that starts with `journey/` is of a journey that each connection starts itself. */
  | { readonly kind: "page"; readonly port: number; readonly path: string }
  /** Submissions through the API, from as many systems as there are keys. */
  | { readonly kind: "api"; readonly port: number; readonly keys: readonly string[] }
  /** Bare inserts of one row each, by the program's own driver or by a loop over the socket that does nothing else. */
  | { readonly kind: "insert"; readonly by: "driver" | "wire"; readonly address: string; readonly bytes: number };

/** What it counted: whole pieces of work, the requests they took, milliseconds each, and its own processor time. */
export interface Counted {
  readonly done: number;
  readonly requests: number;
  readonly seconds: number;
  /** Seconds of the load's own processor time while it counted. */
  readonly processor: number;
  readonly median: number;
  readonly p99: number;
}

/** One piece of work; gives how many requests it took. */
export type Turn = () => Promise<number>;

async function pageTurn(port: number, path: string): Promise<Turn> {
  const connection = await Connection.open(port);
  const own = path.startsWith("journey/") ? await startJourney(connection) : undefined;
  const request = get(own === undefined ? path : `/services/ten-questions/${path}`, own?.cookie);
  return async () => {
    const { status, body } = await connection.send(request);
    if (status !== 200 || body.length < 100) throw new Error(`${path} gave ${status}`);
    return 1;
  };
}

async function prepare(work: Work, index: number): Promise<Turn> {
  if (work.kind === "page") return pageTurn(work.port, work.path);
  if (work.kind === "insert")
    return work.by === "driver" ? insertByDriver(work.address, work.bytes) : insertByWire(work.address, work.bytes);
  const connection = await Connection.open(work.port);
  if (work.kind === "api") return apiCall(connection, work.keys[index % work.keys.length] ?? "");
  return () => journey(connection);
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Puts the load on and counts what was finished within the counted time. Stops by itself. */
async function run(load: Load): Promise<Counted> {
  const turns = await Promise.all(Array.from({ length: load.connections }, (_, index) => prepare(load.work, index)));
  const from = performance.now() + load.warm * 1000;
  const until = from + load.seconds * 1000;
  let requests = 0;
  const times: number[] = [];
  let before = process.cpuUsage();
  setTimeout(() => (before = process.cpuUsage()), load.warm * 1000);
  const drive = async (turn: Turn): Promise<void> => {
    for (let start = performance.now(), end = start; start < until; start = end) {
      const took = await turn();
      end = performance.now();
      if (end < from || end >= until) continue;
      requests += took;
      times.push(end - start);
    }
  };
  await Promise.all(turns.map(drive));
  const { user, system } = process.cpuUsage(before);
  const sorted = times.toSorted((a, b) => a - b);
  return {
    done: times.length,
    requests,
    seconds: load.seconds,
    processor: (user + system) / 1e6,
    median: at(sorted, 0.5),
    p99: at(sorted, 0.99),
  };
}

process.once("message", (load: Load) => {
  run(load).then(
    (counted) => process.send?.(counted, () => process.exit(0)),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
