import { join } from "node:path";

import { fillWithLoad } from "../../src/demonstration/load.ts";
import { openGuildhall } from "../../src/guildhall.ts";
import { createOfficer } from "../../src/people/officers.ts";
import { systemClock } from "../../src/platform/clock.ts";
import { readConfig } from "../../src/platform/config.ts";
import { systemIds } from "../../src/platform/ids.ts";
import { createLog } from "../../src/platform/log.ts";
import { statement } from "../../src/platform/statement.ts";
import type { BenchServer } from "./server.ts";

export const COUNCILS = join(import.meta.dirname, "..", "..", "councils");
export const COUNCIL = "eastmere";
/** Sees the cases of every team: the longest lists there are. */
export const OFFICER = { email: "bench@eastmere.example", password: "measured with patience" } as const;

const someCases = statement(
  "bench-some-cases",
  `select reference, split_part(person_search, ' ', 1) as name from cases where council = $1 and person_search is not null
  order by md5(id::text) limit $2`,
);

export interface SomeCase {
  readonly reference: string;
  /** A last name, as it is searched for. */
  readonly name: string;
}

export interface Loaded {
  readonly some: readonly SomeCase[];
  /** Seconds that filling took. */
  readonly seconds: number;
}

/** Fills Eastmere with so many cases in an empty database, and gives some of them, in no order, to be looked for. */
export async function fillDatabase(server: BenchServer, address: string, cases: number, folder: string): Promise<Loaded> {
  const reading = readConfig({ COUNCILS, GUILDHALL_DATA: folder, GUILDHALL_DEMO: "0", DATABASE_URL: address }, folder);
  if (!reading.ok) throw new Error(reading.problems.join("\n"));
  const { config } = reading;
  const database = await server.open(address);
  const ids = systemIds();
  const guildhall = await openGuildhall({ config, log: createLog({ level: "error" }), clock: systemClock, ids, database });
  try {
    const officer = { ...OFFICER, name: "Bench Officer", roles: ["adviser"], teams: ["customer-services"] };
    await createOfficer({ database, ids }, COUNCIL, officer, new Date());
    const start = performance.now();
    await fillWithLoad(guildhall.context, { cases, seed: 1, council: COUNCIL });
    const seconds = (performance.now() - start) / 1000;
    // What the database's own cleaning does within minutes.
    await database.session((session) => session.script("vacuum analyze", "bench-vacuum"));
    return { some: await database.query<SomeCase>(someCases, [COUNCIL, 400]), seconds };
  } finally {
    await guildhall.stop();
  }
}
