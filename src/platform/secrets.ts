import { CodedError } from "./coded-error.ts";
import type { Queries } from "./database.ts";
import type { Ids } from "./ids.ts";
import { statement } from "./statement.ts";

/** Each council's own secret, made once by the installation and kept in its database. */
export interface Secrets {
  /** 32 bytes, the same at every call and in every program on this database. Throws `CodedError`. */
  of(council: string): Promise<Buffer>;
}

const SEALING = "sealing";
const LENGTH = 32;

const makeSecret = statement(
  "secret-make",
  "insert into secrets (council, name, value) values ($1, $2, $3) on conflict (council, name) do nothing",
);
const readSecret = statement("secret-read", "select value from secrets where council = $1 and name = $2");

async function readOrMake(database: Queries, ids: Ids, council: string): Promise<Buffer> {
  const read = async (): Promise<Buffer | undefined> => (await database.query<{ value: Buffer }>(readSecret, [council, SEALING]))[0]?.value;
  const kept = await read();
  if (kept !== undefined) return kept;
  // Of two programs that start at once, one writes; both read what was written.
  await database.execute(makeSecret, [council, SEALING, ids.bytes(LENGTH)]);
  const made = await read();
  if (made === undefined) throw new CodedError("secret-missing", "The council's secret could not be kept in the database. Start again");
  return made;
}

/** Reads each council's secret once and remembers it. `ids` must be the system's: a seeded one would make secrets that can be guessed. */
export function openSecrets({ database, ids }: { database: Queries; ids: Ids }): Secrets {
  const known = new Map<string, Promise<Buffer>>();
  return {
    of(council) {
      const found = known.get(council) ?? readOrMake(database, ids, council);
      known.set(council, found);
      // A failure is not remembered, so that the next request tries again.
      found.catch(() => known.delete(council));
      return found;
    },
  };
}
