import { searchName } from "../cases/case-row.ts";
import type { Sight } from "../councils/sight.ts";
import { seen } from "../councils/sight.ts";
import type { Queries } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";

/** The person whom cases name: by an email address, or by a name with a postcode. */
export type PersonKey = { readonly email: string } | { readonly name: string; readonly postcode: string };

/** A legal hold that was placed on a case or a person. */
export interface Hold {
  readonly id: string;
  readonly caseId: string | null;
  readonly reason: string;
  /** Null where the command line placed it. */
  readonly officer: string | null;
  readonly madeAt: Date;
  /** YYYY-MM-DD, the last day on which it stands; null until it is lifted. */
  readonly until: string | null;
  /** The reference of the case; null for a person's. */
  readonly reference: string | null;
}

/** The columns by which a person's cases are found. */
export interface PersonColumns {
  readonly email: string | null;
  readonly search: string | null;
  readonly postcode: string | null;
}

/** The holds that stand on a case, called `c` around it, on the day that a parameter gives. */
export const holdsOn = (day: string): string =>
  `select from holds h where h.council = c.council and h.lifted_at is null and (h.until is null or h.until >= ${day}::date)
    and (h.case_id = c.id or h.person_email = c.person_email or (h.person_search = c.person_search and h.person_postcode = c.person_postcode))`;

/** That a case is a person's: `$2` is an email address, `$3` a name as it is kept for search, `$4` a postcode. */
export const OF_PERSON = `((($2::text is not null and person_email = $2) or ($2::text is null and person_search = $3 and person_postcode = $4)))`;

const COLUMNS = `h.id, h.case_id as "caseId", h.reason, h.officer, h.made_at as "madeAt", h.until`;

// Whoever erases locks the case first: a hold waits for that, and is refused where the case has gone.
const lockCase = statement("hold-lock-case", "select id from cases where council = $1 and id = $2 and erased_at is null for update");
const lockPerson = statement("hold-lock-person", `select id from cases where council = $1 and ${OF_PERSON} order by id for update`);
const place = statement(
  "hold-place",
  `insert into holds (council, id, case_id, person_email, person_search, person_postcode, reason, officer, made_at, until)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (council, id) do nothing`,
);
const lift = statement(
  "hold-lift",
  `update holds set lifted_at = $3, lifted_by = $4 where council = $1 and id = $2 and lifted_at is null and ($5::text[] is null or case_id is null
    or exists (select from cases c where c.council = $1 and c.id = holds.case_id and ${seen("$5", "c.")}))`,
);
const ofCase = statement(
  "holds-of-case",
  `select ${COLUMNS}, c.reference from cases c join holds h on h.council = c.council and h.lifted_at is null and (h.until is null or h.until >= $3::date)
    and (h.case_id = c.id or h.person_email = c.person_email or (h.person_search = c.person_search and h.person_postcode = c.person_postcode))
  where c.council = $1 and c.id = $2 order by h.made_at`,
);
const standing = statement(
  "holds-standing",
  `select ${COLUMNS}, c.reference from holds h left join cases c on c.council = h.council and c.id = h.case_id
  where h.council = $1 and h.lifted_at is null and (h.until is null or h.until >= $2::date) and (h.case_id is null or ${seen("$3", "c.")})
  order by h.made_at desc limit 200`,
);

export function columnsOf(person: PersonKey): PersonColumns {
  if ("email" in person) return { email: person.email.trim().toLowerCase(), search: null, postcode: null };
  return { email: null, search: searchName(person.name), postcode: person.postcode };
}

/** What is asked: on a case or on a person, why, and until when. */
export interface HoldWish {
  readonly on: { readonly caseId: string } | { readonly person: PersonKey };
  readonly reason: string;
  readonly until: string | null;
  readonly officer: string | null;
  readonly at: Date;
  /** The one-time key of the form or call. */
  readonly key: string;
}

/** Places a hold, within a transaction. False where the case is not there, or has been erased. */
export async function placeHold(within: Queries, council: string, wish: HoldWish): Promise<boolean> {
  const { on, reason, until, officer, at, key } = wish;
  const person = "person" in on ? columnsOf(on.person) : { email: null, search: null, postcode: null };
  if ("caseId" in on) {
    if ((await within.query(lockCase, [council, on.caseId])).length === 0) return false;
  } else await within.query(lockPerson, [council, person.email, person.search, person.postcode]);
  const caseId = "caseId" in on ? on.caseId : null;
  await within.execute(place, [council, key, caseId, person.email, person.search, person.postcode, reason, officer, at, until]);
  return true;
}

/** Who lifts a hold and when. `teams` are those whose cases they may see; absent for the command line. */
export interface Lifting {
  readonly officer: string | null;
  readonly at: Date;
  readonly teams?: Sight;
}

/** Lifts a hold. False where it was lifted before, there is none, or it is on a case that they may not see. */
export async function liftHold(within: Queries, council: string, id: string, { officer, at, teams }: Lifting): Promise<boolean> {
  return (await within.execute(lift, [council, id, at, officer, teams ?? null])) > 0;
}

/** The holds that stand on a case on a day (YYYY-MM-DD), those on its person included. */
export function holdsOfCase(within: Queries, council: string, caseId: string, day: string): Promise<readonly Hold[]> {
  return within.query<Hold>(ofCase, [council, caseId, day]);
}

/** The holds that stand on a day, the newest first: those on persons, and those on the cases of some teams. */
export function holdsStanding(within: Queries, council: string, day: string, teams: Sight): Promise<readonly Hold[]> {
  return within.query<Hold>(standing, [council, day, teams]);
}
