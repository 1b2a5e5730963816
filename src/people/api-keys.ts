import type { Queries } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";
import { statement } from "../platform/statement.ts";
import { newToken, tokenHash } from "../platform/token.ts";

/** What a key may be allowed to do. Reading the list of services and their questions needs no key. */
export const API_RIGHTS = {
  "cases.submit": "Submit cases",
  "cases.read": "See where a case stands, by its reference",
  "cases.answers": "See the answers of a case too",
} as const;

export type ApiRight = keyof typeof API_RIGHTS;

export function isApiRight(name: string): name is ApiRight {
  return Object.hasOwn(API_RIGHTS, name);
}

/** A system that calls the API. Holds no key. */
export interface ApiKey {
  readonly council: string;
  readonly id: string;
  readonly name: string;
  readonly rights: readonly ApiRight[];
  /** The services that it is good for; null or absent for all. */
  readonly services?: readonly string[] | null;
}

/** Whether a key is good for a service. */
export function isGoodFor({ services }: ApiKey, service: string): boolean {
  return services === undefined || services === null || services.includes(service);
}

export interface ApiKeyRecord extends ApiKey {
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
  /** When it last opened something, to the minute; null where it never has, or not since that is noted. */
  readonly usedAt: Date | null;
}

const PREFIX = "gh_";
const KEY = /^gh_[\w-]{43}$/;

const addKey = statement(
  "api-key-add",
  `insert into api_keys (council, id, name, key_hash, rights, services, created_at) values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (council, id) do nothing`,
);
const findKey = statement(
  "api-key-find",
  `with used as (
    update api_keys set used_at = $3 where council = $1 and key_hash = $2 and revoked_at is null
      and $3::timestamptz is not null and (used_at is null or used_at < $3::timestamptz - interval '1 minute')
  )
  select council, id, name, rights, services from api_keys where council = $1 and key_hash = $2 and revoked_at is null`,
);
const endKey = statement("api-key-revoke", "update api_keys set revoked_at = $3 where council = $1 and id = $2 and revoked_at is null");
const listKeys = statement(
  "api-key-list",
  `select council, id, name, rights, services, created_at as "createdAt", revoked_at as "revokedAt", used_at as "usedAt" from api_keys where council = $1 order by created_at, id`,
);

/** Makes a key. Its text is given here and never again: only its hash is kept. `isNew` is false where a key of that id was made before, by the same form: its text is lost. */
export async function createApiKey(
  { database, ids }: { database: Queries; ids: Ids },
  given: Omit<ApiKey, "id"> & { readonly id?: string },
  now: Date,
): Promise<{ readonly key: ApiKey; readonly text: string; readonly isNew: boolean }> {
  const key: ApiKey = { services: null, ...given, id: given.id ?? ids.uuid(now) };
  // The prefix lets scanners of source code recognise a key that was left there.
  const text = PREFIX + newToken(ids);
  const values = [key.council, key.id, key.name, tokenHash(text), key.rights, key.services ?? null, now];
  return { key, text, isNew: (await database.execute(addKey, values)) > 0 };
}

/** The key of this text, in one statement that notes its use at `now`; undefined when there is none in the council, or it was revoked. */
export async function findApiKey(database: Queries, council: string, text: string, now?: Date): Promise<ApiKey | undefined> {
  if (!KEY.test(text)) return undefined;
  return (await database.query<ApiKey>(findKey, [council, tokenHash(text), now ?? null]))[0];
}

/** False when it was revoked before, or is not the council's. */
export async function revokeApiKey(database: Queries, council: string, id: string, now: Date): Promise<boolean> {
  return (await database.execute(endKey, [council, id, now])) > 0;
}

/** All keys of a council, revoked ones too, oldest first. */
export async function apiKeysOf(database: Queries, council: string): Promise<readonly ApiKeyRecord[]> {
  return database.query<ApiKeyRecord>(listKeys, [council]);
}
