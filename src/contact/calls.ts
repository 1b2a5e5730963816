import type { Sight } from "../councils/sight.ts";
import { seen } from "../councils/sight.ts";
import { dayOf } from "../platform/clock.ts";
import type { Queries } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";
import { NO_SERVICE } from "../cases/consequences.ts";
import { FAMILY } from "./person-sheet.ts";

const begin = statement(
  "call-begin",
  `insert into calls (council, id, officer, person, channel, started_at) values ($1, $2, $3, $4, $5, $6) on conflict (council, id) do nothing`,
);
// The end and what is counted of it are one statement: a double press, and a wrap-up in two tabs, count once.
const end = statement(
  "call-end",
  `with ended as (
    update calls set ended_at = $4, reason = $5, failure = $6, service = $7, case_id = $8, note = $9, person = coalesce($10, calls.person)
    where council = $1 and id = $2 and officer = $3 and ended_at is null
    returning channel, greatest(0, floor(extract(epoch from $4::timestamptz - started_at) + 0.5))::bigint as seconds
  )
  insert into jobs (council, id, kind, payload, run_at, created_at)
  select $1, $11, 'measure', jsonb_build_object('service', coalesce($7, '${NO_SERVICE}'), 'day', $12::text, 'channel', channel, 'add',
    jsonb_build_object('contacted', seconds) || case when $6 then '{"failure_demand": 0}'::jsonb else '{}'::jsonb end), $4, $4
  from ended`,
);
const openCall = statement(
  "call-open",
  `select k.id, k.channel, k.started_at as "startedAt", k.person, k.ended_at as "endedAt" from calls k where k.council = $1 and k.id = $2 and k.officer = $3`,
);
const callsOf = statement(
  "calls-of-person",
  `with recursive ${FAMILY}
  select k.id, k.channel, k.started_at as "startedAt", k.ended_at as "endedAt", k.reason, k.service, k.note, k.officer, c.reference
  from family join calls k on k.council = family.council and k.person = family.id left join cases c on c.council = k.council and c.id = k.case_id
  where k.council = $1 and k.ended_at is not null and (k.service is null or k.service = any($4)) and (k.case_id is null or (${seen("$3", "c.")}))
  order by k.started_at desc, k.id limit 20`,
);
const journeysOf = statement(
  "call-journeys",
  `select d.service, d.reference from person_journeys j join drafts d on d.council = j.council and d.id = j.submission
  where j.council = $1 and j.call = $2 order by j.at desc limit 10`,
);
const sweepNotes = statement(
  "calls-forget",
  "update calls set person = null, note = null where council = $1 and ended_at < $2 and (person is not null or note is not null)",
);
const sweepOpen = statement("calls-drop-open", "delete from calls where council = $1 and ended_at is null and started_at < $2");

/** A call or a visit that an officer has begun. */
export interface OpenCall {
  readonly id: string;
  readonly channel: string;
  readonly startedAt: Date;
  readonly person: string | null;
  readonly endedAt: Date | null;
}

/** A call as the page of its person shows it. */
export interface PastCall {
  readonly id: string;
  readonly channel: string;
  readonly startedAt: Date;
  readonly endedAt: Date;
  readonly reason: string | null;
  readonly service: string | null;
  readonly note: string | null;
  readonly officer: string;
  readonly reference: string | null;
}

export async function beginCall(
  within: Queries,
  council: string,
  call: { readonly id: string; readonly officer: string; readonly person: string | null; readonly channel: string; readonly at: Date },
): Promise<void> {
  await within.execute(begin, [council, call.id, call.officer, call.person, call.channel, call.at]);
}

/** What an officer says of a call when it is over. */
export interface WrapUp {
  readonly id: string;
  readonly officer: string;
  readonly at: Date;
  readonly reason: string | null;
  readonly failure: boolean;
  readonly service: string | null;
  readonly caseId: string | null;
  readonly note: string | null;
  readonly person: string | null;
  /** The id of the job that counts it. */
  readonly job: string;
}

/** Ends a call and counts it, once. False where it had ended, or is another officer's. */
export async function endCall(within: Queries, council: string, wrapUp: WrapUp): Promise<boolean> {
  const { id, officer, at, reason, failure, service, caseId, note, person, job } = wrapUp;
  const values = [council, id, officer, at, reason, failure, service, caseId, note, person, job, dayOf(at)];
  return (await within.execute(end, values)) === 1;
}

/** An officer's own call. */
export async function callById(within: Queries, council: string, id: string, officer: string): Promise<OpenCall | undefined> {
  return (await within.query<OpenCall>(openCall, [council, id, officer]))[0];
}

/** A person's calls that are over, of what the officer may see, the newest first. */
export function callsOfRecord(
  within: Queries,
  council: string,
  person: string,
  sight: Sight,
  services: readonly string[],
): Promise<readonly PastCall[]> {
  return within.query<PastCall>(callsOf, [council, person, sight, services]);
}

/** The journeys begun or gone on with in a call, the newest first: what the call was about, most likely. */
export function journeysOfCall(
  within: Queries,
  council: string,
  call: string,
): Promise<readonly { readonly service: string; readonly reference: string | null }[]> {
  return within.query(journeysOf, [council, call]);
}

const DAY = 86_400_000;
/** How long a call says whose it was and what was noted. Days. */
export const NOTES_KEPT = 365;

/** Forgets what is personal in calls of long ago, and calls that nobody wrapped up: those cannot be counted. */
export async function sweepCalls(within: Queries, council: string, now: Date): Promise<number> {
  const dropped = await within.execute(sweepOpen, [council, new Date(now.getTime() - DAY)]);
  return dropped + (await within.execute(sweepNotes, [council, new Date(now.getTime() - NOTES_KEPT * DAY)]));
}
