import { setTimeout as pause } from "node:timers/promises";
import type { Queries } from "../platform/database.ts";
import type { Clock } from "../platform/clock.ts";
import { statement } from "../platform/statement.ts";
import type { Officer } from "./officer.ts";
import { officerEmail } from "./officers.ts";
import { passwordIs } from "./password.ts";
import { PASSWORD_LONGEST } from "./password-rule.ts";

/** Wrong passwords before the officer is locked out, each time. */
export const TRIES = 5;
const FIRST_LOCK_MINUTES = 15;
const LONGEST_LOCK_MINUTES = 240;

/** A refused sign-in is answered no sooner than this, so that the time tells nothing of why. Milliseconds. */
const REFUSED_AFTER = 750;

const find = statement(
  "sign-in-find",
  `select council, id, email, name, roles, teams, password from officers
   where council = $1 and email = $2 and disabled_at is null and (locked_until is null or locked_until <= $3)`,
);

// Tries while locked out don't count, or a stranger could keep an officer out for ever.
const countFailure = statement(
  "sign-in-failure",
  `update officers set failures = failures + 1,
     locked_until = case when (failures + 1) % ${TRIES} = 0
       then $3::timestamptz + least(${LONGEST_LOCK_MINUTES}, ${FIRST_LOCK_MINUTES} * power(2, least(20, (failures + 1) / ${TRIES} - 1))) * interval '1 minute'
       else null end
   where council = $1 and email = $2 and disabled_at is null and (locked_until is null or locked_until <= $3)`,
);

// Of many guesses sent at once, the right one must not pass after the others have locked the officer out.
const succeed = statement(
  "sign-in-success",
  `update officers set failures = 0, locked_until = null
   where council = $1 and id = $2 and password = $3 and disabled_at is null and (locked_until is null or locked_until <= $4)`,
);

type Found = Officer & { readonly password: string };

async function check(database: Queries, council: string, email: string, password: string, now: Date): Promise<Officer | undefined> {
  const [found] = await database.query<Found>(find, [council, email, now]);
  const right = await passwordIs(password.slice(0, PASSWORD_LONGEST * 4), found?.password);
  if (found !== undefined && right) {
    const { password: kept, ...officer } = found;
    if ((await database.execute(succeed, [council, officer.id, kept, now])) > 0) return officer;
  }
  await database.execute(countFailure, [council, email, now]);
  return undefined;
}

export interface SignInTools {
  readonly database: Queries;
  readonly clock: Clock;
  /** Milliseconds before which a refusal is not answered; `REFUSED_AFTER` unless told. */
  readonly refusedAfter?: number;
}

/**
 * The officer whose email and password these are. Undefined otherwise: an unknown email, a wrong password, a disabled officer and a locked
 * one get the same answer after the same work and time. Throws `CodedError` "password-busy".
 */
export async function signIn(tools: SignInTools, council: string, email: string, password: string): Promise<Officer | undefined> {
  const answered = new AbortController();
  const soonest = pause(tools.refusedAfter ?? REFUSED_AFTER, undefined, { signal: answered.signal }).catch(() => undefined);
  try {
    const officer = await check(tools.database, council, officerEmail(email), password, tools.clock.now());
    if (officer === undefined) await soonest;
    return officer;
  } finally {
    answered.abort();
  }
}
