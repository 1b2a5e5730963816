import type { CaseRow } from "../cases/case-row.ts";
import { caseFrom, eventJson } from "../cases/case-row.ts";
import { CASE_COLUMNS } from "../cases/case-store.ts";
import type { Case } from "../cases/case.ts";
import { NOBODY } from "../cases/case.ts";
import type { CaseEvent, ErasedData, EventChannel } from "../cases/event.ts";
import { chain } from "../cases/event.ts";
import { dayOf } from "../platform/clock.ts";
import type { Clock } from "../platform/clock.ts";
import type { Database, Queries } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";
import { derivedUuid } from "../platform/ids.ts";
import { statement } from "../platform/statement.ts";
import { holdsOn } from "./holds.ts";

/** How many cases are erased in one transaction. */
export const ERASED_AT_ONCE = 100;

// In one order, so that two programs wait for each other and never in a ring.
const lockCases = statement(
  "erase-lock",
  `select ${CASE_COLUMNS} from cases where council = $1 and id = any($2::uuid[]) order by id for update`,
);
// After the lock, which whoever places a hold takes too: a hold is either seen here, or waits and finds the case erased.
const heldCases = statement(
  "erase-held",
  `select c.id from cases c where c.council = $1 and c.id = any($2::uuid[]) and exists (${holdsOn("$3")})`,
);
const partsOfCases = statement(
  "erase-parts",
  `select (t ->> 'case')::uuid as id from cases c cross join lateral jsonb_array_elements(c.ties) as t
  where c.council = $1 and c.id = any($2::uuid[]) and c.ties is not null and t ->> 'kind' = 'sub-case'`,
);
// All of it or nothing. The events of before lose their values; the new one is not among them, because one statement sees the rows as they were.
const eraseCases = statement(
  "erase-cases",
  `with input as (
    select * from json_to_recordset($2::json) as e(case_id uuid, submission uuid, number integer, kind text, at timestamptz, channel text, officer uuid,
      data jsonb, personal jsonb, salt text, commitment text, previous text, hash text, key uuid)
  ),
  chained as (
    insert into events (council, case_id, number, kind, at, channel, officer, data, personal, salt, commitment, previous, hash, key)
    select $1, case_id, number, kind, at, channel, officer, data, personal, decode(salt, 'hex'), decode(commitment, 'hex'),
      decode(previous, 'hex'), decode(hash, 'hex'), key
    from input
  ),
  emptied as (update events set personal = null, salt = null from input i where events.council = $1 and events.case_id = i.case_id),
  told as (
    update messages set recipient = '', subject = '', body = '', problem = null, state = 'erased'
    from input i where messages.council = $1 and messages.case_id = i.case_id
  ),
  loose as (delete from files where council = $1 and case_id in (select case_id from input) returning sha256),
  linked as (delete from case_links where council = $1 and case_id in (select case_id from input)),
  parted as (delete from person_journeys where council = $1 and submission in (select submission from input)),
  noted as (
    update calls set person = null, note = null from input i where calls.council = $1 and calls.case_id = i.case_id
  ),
  resumed as (delete from resume_links where council = $1 and draft in (select submission from input)),
  called as (delete from api_calls where council = $1 and submission in (select submission from input)),
  drafted as (
    update drafts set answers = '{}', files = '[]', remind_email = null
    from input i where drafts.council = $1 and drafts.id = i.submission
  ),
  queued as (
    insert into jobs (council, id, kind, payload, run_at, created_at)
    select $1, $3, 'forget-files', jsonb_build_object('hashes', l.hashes), $4, $4
    from (select jsonb_agg(distinct sha256) as hashes from loose) as l where l.hashes is not null
  )
  update cases set answers = '{}', recorded = null, person = $5::jsonb, person_search = null, person_email = null, person_postcode = null, tell_by = 'none',
    call_hash = null, waiting_reply = false, alarm_at = null, erased_at = i.at, updated_at = i.at, event_count = i.number, head = decode(i.hash, 'hex')
  from input i where cases.council = $1 and cases.id = i.case_id`,
);

/** Who erases, why and by which one-time key; the key of each case's event follows from it. */
export interface Erasing {
  readonly channel: EventChannel;
  readonly officer: string | null;
  readonly key: string;
  readonly data: ErasedData;
}

/** What became of one case: gone now, gone already, open still, or held. */
export type Erased = "erased" | "already" | "open" | "held";

export interface EraseHouse {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
}

/**
 * Erases cases, a hundred in one transaction, and gives what became of each by its id: one that is open or held stays as it is. Whatever stops it,
 * each case is whole or erased, and the same call does the rest. The bytes of files go by a job.
 */
export async function eraseCasesOf(
  house: EraseHouse,
  council: string,
  ids: readonly string[],
  erasing: Erasing,
): Promise<ReadonlyMap<string, Erased>> {
  const results = await eraseEach(house, council, ids, erasing);
  // What was split off a case is about its person too.
  const gone = ids.filter((id) => results.get(id) === "erased");
  const parts = gone.length === 0 ? [] : await house.database.query<{ id: string }>(partsOfCases, [council, gone]);
  await eraseEach(
    house,
    council,
    parts.map(({ id }) => id),
    erasing,
  );
  return results;
}

async function eraseEach(house: EraseHouse, council: string, ids: readonly string[], erasing: Erasing): Promise<Map<string, Erased>> {
  const results = new Map<string, Erased>();
  const sorted = ids.toSorted();
  for (let from = 0; from < sorted.length; from += ERASED_AT_ONCE) {
    const batch = sorted.slice(from, from + ERASED_AT_ONCE);
    for (const [id, result] of await house.database.transaction((within) => eraseBatch(within, house, council, batch, erasing)))
      results.set(id, result);
  }
  return results;
}

/** Those of the cases that a hold keeps on a day (YYYY-MM-DD). */
export async function heldAmong(within: Queries, council: string, ids: readonly string[], day: string): Promise<ReadonlySet<string>> {
  const rows = await within.query<{ id: string }>(heldCases, [council, ids, day]);
  return new Set(rows.map(({ id }) => id));
}

async function eraseBatch(within: Queries, house: EraseHouse, council: string, ids: readonly string[], erasing: Erasing) {
  const now = house.clock.now();
  const cases = (await within.query<CaseRow>(lockCases, [council, ids])).map(caseFrom);
  const held = await heldAmong(within, council, ids, dayOf(now));
  const results = cases.map((item): readonly [Case, Erased] => [item, standing(item, held.has(item.id))]);
  const going = results.flatMap(([item, result]) => (result === "erased" ? [item] : []));
  if (going.length > 0) await write(within, house, council, going, erasing, now);
  return results.map(([{ id }, result]) => [id, result] as const);
}

function standing({ erasedAt, closedAt }: Case, held: boolean): Erased {
  if (erasedAt !== null) return "already";
  if (closedAt === null) return "open";
  return held ? "held" : "erased";
}

async function write(within: Queries, house: EraseHouse, council: string, going: readonly Case[], erasing: Erasing, at: Date) {
  const events = going.map((item) => ({ ...eventJson(eventOf(house, item, erasing, at)), submission: item.submission }));
  await within.execute(eraseCases, [council, JSON.stringify(events), house.ids.uuid(at), at, JSON.stringify(NOBODY)]);
}

function eventOf({ ids }: EraseHouse, item: Case, { channel, officer, key, data }: Erasing, at: Date): CaseEvent {
  const place = { caseId: item.id, number: item.eventCount + 1, previous: item.head };
  const circumstance = { at, channel, officer, key: derivedUuid("erase", key, item.id) };
  return chain(item.council, place, { kind: "erased", data, personal: null }, circumstance, ids.bytes(16));
}
