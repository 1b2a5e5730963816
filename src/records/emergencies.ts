import type { Ids } from "../platform/ids.ts";
import type { Queries } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";

/** How long an officer sees a case that they opened in an emergency. Milliseconds. */
export const EMERGENCY_LASTS = 3_600_000;

// Whoever reviews looks is told in the same statement. The form sent again is found by its key, and tells nobody twice.
const openEmergency = statement(
  "emergency-open",
  `with opened as (
    insert into emergencies (council, id, officer, case_id, reason, at, until) values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (council, id) do nothing returning id
  )
  insert into jobs (council, id, kind, payload, run_at, created_at)
  select $1, t.job, 'mail', jsonb_build_object('emergency', o.id, 'officer', t.officer), $6, $6
  from opened o cross join unnest($8::uuid[], $9::uuid[]) as t(job, officer)`,
);
const standingEmergency = statement(
  "emergency-standing",
  "select id from emergencies where council = $1 and officer = $2 and case_id = $3 and until > $4 order by until desc limit 1",
);
const reviewers = statement(
  "emergency-reviewers",
  "select id from officers where council = $1 and roles && $2 and disabled_at is null order by id limit 50",
);
export interface Emergency {
  /** The one-time key of the form. */
  readonly id: string;
  readonly officer: string;
  readonly caseId: string;
  readonly reason: string;
  readonly at: Date;
}

/** Opens a case to an officer for an hour, and tells those who have one of the roles. Nobody who has one: the council's own address is told. */
export async function openInEmergency(
  { database, ids }: { readonly database: Queries; readonly ids: Ids },
  council: string,
  { id, officer, caseId, reason, at }: Emergency,
  roles: readonly string[],
): Promise<void> {
  const told = await database.query<{ id: string }>(reviewers, [council, roles]);
  const to = told.length === 0 ? [null] : told.map((one) => one.id);
  const jobs = to.map(() => ids.uuid(at));
  await database.execute(openEmergency, [council, id, officer, caseId, reason, at, new Date(at.getTime() + EMERGENCY_LASTS), jobs, to]);
}

/** The emergency by which an officer sees a case now; undefined where there is none. */
export async function emergencyOf(
  within: Queries,
  council: string,
  officer: string,
  caseId: string,
  now: Date,
): Promise<string | undefined> {
  return (await within.query<{ id: string }>(standingEmergency, [council, officer, caseId, now]))[0]?.id;
}
