import { StatementFailed } from "../platform/database-error.ts";
import type { Queries } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";
import { statement } from "../platform/statement.ts";
import type { Officer } from "./officer.ts";
import { hashPassword } from "./password.ts";
import type { PasswordCost } from "./password.ts";

/** An officer as an administrator sees them. */
export interface OfficerRecord extends Officer {
  readonly disabled: boolean;
  readonly createdAt: Date;
}

export interface NewOfficer {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly roles: readonly string[];
  readonly teams: readonly string[];
  readonly areas?: readonly string[];
}

/** `ids` must be the system's: passwords are salted from it. `passwordCost` is for tests and the demonstration only. */
export interface OfficerTools {
  readonly database: Queries;
  readonly ids: Ids;
  readonly passwordCost?: PasswordCost;
}

const COLUMNS = `council, id, email, name, roles, teams, areas, disabled_at is not null as disabled, created_at as "createdAt"`;

const addOfficer = statement(
  "officer-add",
  "insert into officers (council, id, email, name, password, roles, teams, areas, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
);
const listOfficers = statement("officer-list", `select ${COLUMNS} from officers where council = $1 order by name, id`);
const officerById = statement("officer-by-id", `select ${COLUMNS} from officers where council = $1 and id = $2`);
const officerByEmail = statement("officer-by-email", `select ${COLUMNS} from officers where council = $1 and email = $2`);
const setDuties = statement(
  "officer-set-duties",
  "update officers set name = $3, roles = $4, teams = $5, areas = $8 where council = $1 and id = $2 and ($6::text[] is null or (roles = $6 and teams = $7))",
);
// A session is of an officer who may sign in; what ends that ends the sessions in the same statement.
const setPassword = statement(
  "officer-set-password",
  `with ended as (update sessions set revoked_at = $4 where council = $1 and officer = $2 and revoked_at is null)
   update officers set password = $3, failures = 0, locked_until = null where council = $1 and id = $2`,
);
const disableOfficer = statement(
  "officer-disable",
  `with ended as (update sessions set revoked_at = $3 where council = $1 and officer = $2 and revoked_at is null)
   update officers set disabled_at = coalesce(disabled_at, $3) where council = $1 and id = $2`,
);
const enableOfficer = statement(
  "officer-enable",
  "update officers set disabled_at = null, failures = 0, locked_until = null where council = $1 and id = $2",
);

const inRole = statement(
  "officers-in-role",
  "select id from officers where council = $1 and $2 = any(teams) and $3 = any(roles) and disabled_at is null order by id",
);

/** The ids of the officers who have a role in a team and may sign in. */
export async function officersInRole(within: Queries, council: string, team: string, role: string): Promise<readonly string[]> {
  return (await within.query<{ id: string }>(inRole, [council, team, role])).map(({ id }) => id);
}

const UNIQUE = "23505";

/** An email address as officers are found by it. */
export function officerEmail(typed: string): string {
  return typed.trim().normalize("NFKC").toLowerCase();
}

/** Adds an officer. `taken` when another of the council has the email. The password has been checked with `passwordProblem`. */
export async function createOfficer(
  { database, ids, passwordCost }: OfficerTools,
  council: string,
  { password, ...given }: NewOfficer,
  now: Date,
): Promise<{ ok: true; officer: Officer } | { ok: false; why: "taken" }> {
  const officer: Officer = { council, id: ids.uuid(now), ...given, email: officerEmail(given.email) };
  const kept = await hashPassword(password, ids, passwordCost);
  try {
    await database.execute(addOfficer, [
      council,
      officer.id,
      officer.email,
      officer.name,
      kept,
      officer.roles,
      officer.teams,
      officer.areas ?? [],
      now,
    ]);
    return { ok: true, officer };
  } catch (error) {
    if (error instanceof StatementFailed && error.sqlState === UNIQUE) return { ok: false, why: "taken" };
    throw error;
  }
}

/** All officers of a council, disabled ones too, by name. */
export async function officersOf(database: Queries, council: string): Promise<readonly OfficerRecord[]> {
  return database.query<OfficerRecord>(listOfficers, [council]);
}

export async function findOfficer(database: Queries, council: string, id: string): Promise<OfficerRecord | undefined> {
  return (await database.query<OfficerRecord>(officerById, [council, id]))[0];
}

export async function findOfficerByEmail(database: Queries, council: string, email: string): Promise<OfficerRecord | undefined> {
  return (await database.query<OfficerRecord>(officerByEmail, [council, officerEmail(email)]))[0];
}

/** Changes name, roles and teams. False when there is no such officer, or they have no longer the roles and teams of `before`. */
export async function changeOfficer(
  database: Queries,
  { council, id, name, roles, teams, areas = [] }: Officer,
  before?: Pick<Officer, "roles" | "teams">,
): Promise<boolean> {
  return (await database.execute(setDuties, [council, id, name, roles, teams, before?.roles ?? null, before?.teams ?? null, areas])) > 0;
}

/** Sets a new password, ends the lock-out and every session of the officer. */
export async function changePassword(
  { database, ids, passwordCost }: OfficerTools,
  { council, id }: Pick<Officer, "council" | "id">,
  password: string,
  now: Date,
): Promise<boolean> {
  return (await database.execute(setPassword, [council, id, await hashPassword(password, ids, passwordCost), now])) > 0;
}

/** Stops an officer from signing in and ends every session. What they did stays theirs. */
export async function disable(database: Queries, { council, id }: Pick<Officer, "council" | "id">, now: Date): Promise<boolean> {
  return (await database.execute(disableOfficer, [council, id, now])) > 0;
}

export async function enable(database: Queries, { council, id }: Pick<Officer, "council" | "id">): Promise<boolean> {
  return (await database.execute(enableOfficer, [council, id])) > 0;
}
