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
}

export interface ApiKeyRecord extends ApiKey {
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
}

const PREFIX = "gh_";
const KEY = /^gh_[\w-]{43}$/;

const addKey = statement(
  "api-key-add",
  "insert into api_keys (council, id, name, key_hash, rights, created_at) values ($1, $2, $3, $4, $5, $6)",
);
const findKey = statement(
  "api-key-find",
  "select council, id, name, rights from api_keys where council = $1 and key_hash = $2 and revoked_at is null",
);
const endKey = statement("api-key-revoke", "update api_keys set revoked_at = $3 where council = $1 and id = $2 and revoked_at is null");
const listKeys = statement(
  "api-key-list",
  `select council, id, name, rights, created_at as "createdAt", revoked_at as "revokedAt" from api_keys where council = $1 order by created_at, id`,
);

/** Makes a key. Its text is given here and never again: only its hash is kept. */
export async function createApiKey(
  { database, ids }: { database: Queries; ids: Ids },
  given: Omit<ApiKey, "id">,
  now: Date,
): Promise<{ readonly key: ApiKey; readonly text: string }> {
  const key: ApiKey = { ...given, id: ids.uuid(now) };
  // The prefix lets scanners of source code recognise a key that was left there.
  const text = PREFIX + newToken(ids);
  await database.execute(addKey, [key.council, key.id, key.name, tokenHash(text), key.rights, now]);
  return { key, text };
}

/** The key of this text, in one statement; undefined when there is none in the council, or it was revoked. */
export async function findApiKey(database: Queries, council: string, text: string): Promise<ApiKey | undefined> {
  if (!KEY.test(text)) return undefined;
  return (await database.query<ApiKey>(findKey, [council, tokenHash(text)]))[0];
}

/** False when it was revoked before, or is not the council's. */
export async function revokeApiKey(database: Queries, council: string, id: string, now: Date): Promise<boolean> {
  return (await database.execute(endKey, [council, id, now])) > 0;
}

/** All keys of a council, revoked ones too, oldest first. */
export async function apiKeysOf(database: Queries, council: string): Promise<readonly ApiKeyRecord[]> {
  return database.query<ApiKeyRecord>(listKeys, [council]);
}
