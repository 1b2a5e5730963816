import type { Clock } from "../platform/clock.ts";
import { dayOf } from "../platform/clock.ts";
import type { Queries } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";
import { statement } from "../platform/statement.ts";
import type { Covered, Officer } from "./officer.ts";
import { newToken, tokenHash } from "../platform/token.ts";

/** A session ends after this long without a request, and after `SESSION_LONGEST` in any case. Milliseconds. */
export const SESSION_IDLE = 30 * 60_000;
export const SESSION_LONGEST = 12 * 3_600_000;
const SEEN_EVERY = 60_000;

const addSession = statement(
  "session-add",
  "insert into sessions (council, token_hash, officer, created_at, seen_at, expires_at) values ($1, $2, $3, $4, $4, $5)",
);
const findSessionStatement = statement(
  "session-find",
  `select o.council, o.id, o.email, o.name, o.roles, o.teams, o.areas, s.seen_at as "seenAt", (
     select json_agg(json_build_object('id', a.id, 'name', a.name, 'until', l.to_day) order by a.name) from leaves l
     join officers a on a.council = l.council and a.id = l.officer
     where l.council = $1 and l.cover = o.id and l.ended_at is null and $5::date between l.from_day and l.to_day
   ) as covering
   from sessions s join officers o on o.council = s.council and o.id = s.officer
   where s.council = $1 and s.token_hash = $2 and s.revoked_at is null and s.expires_at > $3 and s.seen_at > $4 and o.disabled_at is null`,
);
const touchSession = statement("session-touch", "update sessions set seen_at = $3 where council = $1 and token_hash = $2 and seen_at < $3");
const endSession = statement(
  "session-end",
  "update sessions set revoked_at = $3 where council = $1 and token_hash = $2 and revoked_at is null",
);
const endSessions = statement(
  "session-end-all",
  "update sessions set revoked_at = $3 where council = $1 and officer = $2 and revoked_at is null",
);
const deleteEnded = statement("session-delete-ended", "delete from sessions where council = $1 and expires_at < $2");

/** What sessions need: where they are kept, and what the time is. */
export interface SessionTools {
  readonly database: Queries;
  readonly clock: Clock;
}

/** Starts a session and gives its token, for a cookie. It is never given again. */
export async function startSession(
  { database, clock, ids }: SessionTools & { ids: Ids },
  officer: Pick<Officer, "council" | "id">,
): Promise<string> {
  const token = newToken(ids);
  const now = clock.now();
  const expires = new Date(now.getTime() + SESSION_LONGEST);
  await database.execute(addSession, [officer.council, tokenHash(token), officer.id, now, expires]);
  return token;
}

type SessionRow = Omit<Officer, "covering"> & { readonly seenAt: Date; readonly covering: readonly Covered[] | null };

/** The officer of a session that holds, in one statement, and once a minute a second one that notes that they were seen. */
export async function findSession({ database, clock }: SessionTools, council: string, token: string): Promise<Officer | undefined> {
  const now = clock.now();
  const hash = tokenHash(token);
  const idle = new Date(now.getTime() - SESSION_IDLE);
  const [found] = await database.query<SessionRow>(findSessionStatement, [council, hash, now, idle, dayOf(now)]);
  if (found === undefined) return undefined;
  const { seenAt, covering, ...officer } = found;
  if (now.getTime() - seenAt.getTime() >= SEEN_EVERY) await database.execute(touchSession, [council, hash, now]);
  return covering === null ? officer : { ...officer, covering };
}

/** Ends one session: signing out. */
export async function revokeSession({ database, clock }: SessionTools, council: string, token: string): Promise<void> {
  await database.execute(endSession, [council, tokenHash(token), clock.now()]);
}

/** Ends every session of an officer. Says how many. */
export async function revokeSessions({ database, clock }: SessionTools, officer: Pick<Officer, "council" | "id">): Promise<number> {
  return database.execute(endSessions, [officer.council, officer.id, clock.now()]);
}

/** Deletes sessions that ended by their age. Says how many. */
export async function sweepSessions({ database, clock }: SessionTools, council: string): Promise<number> {
  return database.execute(deleteEnded, [council, clock.now()]);
}
