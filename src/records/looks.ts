import type { Ids } from "../platform/ids.ts";
import type { Queries } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";

/** The ways in which a sensitive case is looked at, and what the log calls each. */
export const LOOKS = {
  page: "Opened the case",
  file: "Opened a file of it",
  print: "Printed a letter about it",
  paper: "Saved it as a PDF",
  export: "Saved it in a spreadsheet",
  person: "Found it among a person’s cases",
  api: "Read it by the API",
  review: "Looked at this log",
} as const;

export type LookKind = keyof typeof LOOKS;

/** How long looks are kept, in years: as long as somebody may claim for what was done with what was seen. */
export const LOOKS_KEPT_YEARS = 6;

export const LOOKS_PAGE = 50;

/** Who looks: an officer, with the emergency by which they see it where they may not otherwise, or a system with a key. */
export interface Looker {
  readonly officer: string | null;
  readonly apiKey?: string;
  readonly emergency?: string;
}

export interface LookedAt {
  readonly id: string;
  /** Who holds the case. */
  readonly officer: string | null;
}

const noteLooks = statement(
  "looks-note",
  `insert into looks (council, id, at, officer, api_key, case_id, what, assigned, emergency)
  select $1, l.id, $2, $3, $4, l.case_id, $5, l.assigned, $6 from unnest($7::uuid[], $8::uuid[], $9::boolean[]) as l(id, case_id, assigned)`,
);
const listLooks = statement(
  "looks-list",
  `select l.id, l.at, l.officer, o.name as "officerName", k.name as "keyName", c.reference, l.what, l.assigned, e.reason
  from looks l
  left join officers o on o.council = l.council and o.id = l.officer
  left join api_keys k on k.council = l.council and k.id = l.api_key
  left join cases c on c.council = l.council and c.id = l.case_id
  left join emergencies e on e.council = l.council and e.id = l.emergency
  where l.council = $1 and ($2::uuid is null or l.officer = $2) and ($3::text is null or c.reference = $3)
    and ($4::timestamptz is null or l.at >= $4) and ($5::timestamptz is null or l.at < $5) and (not $6 or not l.assigned)
    and ($7::uuid is null or l.id < $7)
  order by l.id desc limit ${LOOKS_PAGE + 1}`,
  { unprepared: true },
);
const sweepLooks = statement("looks-sweep", "delete from looks where council = $1 and at < $2");
const sweepEmergencies = statement("emergencies-sweep", "delete from emergencies where council = $1 and at < $2");

/** Notes that these cases were looked at, before they are shown: one statement, and none for no case. */
export async function noteLooked(
  { database, ids }: { readonly database: Queries; readonly ids: Ids },
  council: string,
  { officer, apiKey, emergency }: Looker,
  what: LookKind,
  items: readonly LookedAt[],
  now: Date,
): Promise<void> {
  if (items.length === 0) return;
  const rows = [
    items.map(() => ids.uuid(now)),
    items.map(({ id }) => id),
    items.map((item) => officer !== null && item.officer === officer),
  ];
  await database.execute(noteLooks, [council, now, officer, apiKey ?? null, what, emergency ?? null, ...rows]);
}

/** Notes that an officer looked at the log itself. */
export async function noteReview(
  { database, ids }: { readonly database: Queries; readonly ids: Ids },
  council: string,
  officer: string,
  now: Date,
): Promise<void> {
  await database.execute(noteLooks, [council, now, officer, null, "review", null, [ids.uuid(now)], [null], [true]]);
}

/** One look, as the log shows it. */
export interface Look {
  readonly id: string;
  readonly at: Date;
  readonly officer: string | null;
  readonly officerName: string | null;
  readonly keyName: string | null;
  /** Null where it was of the log itself. */
  readonly reference: string | null;
  readonly what: LookKind;
  readonly assigned: boolean;
  /** Why, where it was an emergency. */
  readonly reason: string | null;
}

export interface LooksQuery {
  readonly officer?: string | undefined;
  readonly reference?: string | undefined;
  /** From the first instant up to the second. */
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  /** Only by those who did not hold the case. */
  readonly strangers: boolean;
  /** The last look of the page before. */
  readonly after?: string | undefined;
}

/** The looks that fit, the newest first. */
export async function looksAt(
  within: Queries,
  council: string,
  { officer, reference, from, to, strangers, after }: LooksQuery,
): Promise<{ readonly looks: readonly Look[]; readonly more: boolean }> {
  const values = [council, officer ?? null, reference ?? null, from ?? null, to ?? null, strangers, after ?? null];
  const rows = await within.query<Look>(listLooks, values);
  return { looks: rows.slice(0, LOOKS_PAGE), more: rows.length > LOOKS_PAGE };
}

/** Forgets looks, and the reasons of emergencies, that have been kept long enough. Says how many. */
export async function forgetLooks(within: Queries, council: string, now: Date): Promise<number> {
  const before = new Date(now);
  before.setUTCFullYear(before.getUTCFullYear() - LOOKS_KEPT_YEARS);
  return (await within.execute(sweepLooks, [council, before])) + (await within.execute(sweepEmergencies, [council, before]));
}
