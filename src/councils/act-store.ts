import type { Queries } from "../platform/database.ts";
import { StatementFailed } from "../platform/database-error.ts";
import { statement } from "../platform/statement.ts";
import type { Act } from "./act.ts";
import { definitionHash } from "./definition-store.ts";
import type { DefinitionFile } from "./load-council.ts";
import { keepRegisters, linksOf } from "./register-store.ts";

const COLUMNS = `service, number, kind, version, cancels, at, made_at as "madeAt", by, officer, reason`;

const actsOfCouncil = statement("acts-of-council", `select ${COLUMNS} from acts where council = $1 order by service, number`);
const actsOfService = statement("acts-of-service", `select ${COLUMNS} from acts where council = $1 and service = $2 order by number`);
const countActs = statement("acts-count", "select count(*) as count from acts where council = $1");
const actByKey = statement("act-by-key", `select ${COLUMNS} from acts where council = $1 and key = $2`);
const insertAct = statement(
  "act-insert",
  `insert into acts (council, service, number, kind, version, cancels, at, made_at, by, officer, reason, key)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
);
// The version and the act that made it, or neither: a program killed half-way has done nothing.
const insertActWithVersion = statement(
  "act-insert-with-version",
  `with made as (
    insert into definitions (council, service, version, hash, source, fragments, registers, published_at)
    values ($1, $2, $5, $13, $14, $15, $16, $8) returning version
  )
  insert into acts (council, service, number, kind, version, cancels, at, made_at, by, officer, reason, key)
  select $1, $2, $3, $4, version, $6, $7, $8, $9, $10, $11, $12 from made`,
);

/** Every act about a council's services, in the order decided within each. */
export function actsOf(database: Queries, council: string): Promise<readonly Act[]> {
  return database.query<Act>(actsOfCouncil, [council]);
}

export function actsAbout(database: Queries, council: string, service: string): Promise<readonly Act[]> {
  return database.query<Act>(actsOfService, [council, service]);
}

/** How many acts there are, which is how another program's are noticed. */
export async function actCount(database: Queries, council: string): Promise<number> {
  const [row] = await database.query<{ count: number }>(countActs, [council]);
  return row?.count ?? 0;
}

/** The act that a one-time key has caused already, if it has. */
export async function actOf(database: Queries, council: string, key: string): Promise<Act | undefined> {
  const [act] = await database.query<Act>(actByKey, [council, key]);
  return act;
}

/** Keeps an act, with the text of the version that it makes, if it makes one. False when the number, the version or the key is taken: look again. */
export async function keepAct(
  database: Queries,
  council: string,
  act: Act,
  key: string | undefined,
  text?: DefinitionFile,
): Promise<boolean> {
  const { service, number, kind, version, cancels, at, madeAt, by, officer, reason } = act;
  const values = [council, service, number, kind, version, cancels, at, madeAt, by, officer, reason, key ?? null];
  try {
    if (text === undefined) await database.execute(insertAct, values);
    else await insertBoth(database, council, text, madeAt, values);
    return true;
  } catch (error) {
    if (error instanceof StatementFailed && error.sqlState === "23505") return false;
    throw error;
  }
}

/** Rows of a register that no version came to be linked to, since this program was stopped here, are kept once and found again. */
async function insertBoth(database: Queries, council: string, text: DefinitionFile, now: Date, values: readonly unknown[]): Promise<void> {
  await keepRegisters(database, council, text.registers, now);
  const links = JSON.stringify(linksOf(text.registers));
  await database.execute(insertActWithVersion, [...values, definitionHash(text), text.file.text, fragmentTexts(text), links]);
}

function fragmentTexts({ fragments }: DefinitionFile): string {
  return JSON.stringify(Object.fromEntries([...fragments].map(([name, fragment]) => [name, fragment.text])));
}
