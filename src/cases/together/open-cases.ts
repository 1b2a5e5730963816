import type { Queries } from "../../platform/database.ts";
import { statement } from "../../platform/statement.ts";
import type { Appended } from "../append-events.ts";
import { caseJson, eventJson } from "../case-row.ts";

// As submissions are written, but of no draft: the case, its first event, what is told of it and its jobs are all there or none.
const openAll = statement(
  "open-cases-beside",
  `with made as (
    insert into cases (council, id, reference, submission, service, version, channel, stage, priority, team, answers, person, person_search,
      person_email, person_postcode, tell_by, fee_pence, opened_at, due_at, nearest_at, alarm_at, clock, updated_at, ties, event_count, head)
    select $1, id, reference, submission, service, version, channel, stage, priority, team, answers, person, person_search,
      person_email, person_postcode, tell_by, fee_pence, opened_at, due_at, nearest_at, alarm_at, clock, updated_at, ties, event_count, decode(head, 'hex')
    from json_to_recordset($2::json) as i(id uuid, reference text, submission uuid, service text, version integer, channel text, stage text,
      priority text, team text, answers jsonb, person jsonb, person_search text, person_email text, person_postcode text, tell_by text,
      fee_pence bigint, opened_at timestamptz, due_at timestamptz, nearest_at timestamptz, alarm_at timestamptz, clock jsonb,
      updated_at timestamptz, ties jsonb, event_count integer, head text)
  ),
  chained as (
    insert into events (council, case_id, number, kind, at, channel, officer, data, personal, salt, commitment, previous, hash, key)
    select $1, case_id, number, kind, at, e.channel, e.officer, data, personal, decode(salt, 'hex'), decode(commitment, 'hex'),
      decode(previous, 'hex'), decode(hash, 'hex'), key
    from json_to_recordset($3::json) as e(case_id uuid, number integer, kind text, at timestamptz, channel text, officer uuid, data jsonb,
      personal jsonb, salt text, commitment text, previous text, hash text, key uuid)
  ),
  told as (
    insert into messages (council, id, case_id, cause, way, recipient, subject, body, state, created_at, sent_at)
    select $1, m.id, m.case_id, cause, way, recipient, subject, body, state, at, case state when 'sent' then at end
    from json_to_recordset($4::json) as m(id uuid, case_id uuid, cause text, way text, recipient text, subject text, body text, state text, at timestamptz)
  )
  insert into jobs (council, id, kind, payload, run_at, created_at)
  select $1, j.id, j.kind, j.payload, j.at, j.at
  from json_to_recordset($5::json) as j(id uuid, kind text, payload jsonb, at timestamptz)`,
);

/** Writes cases that are made beside others, inside the transaction that changes those: one statement. */
export async function openCases(within: Queries, council: string, made: readonly Appended[]): Promise<void> {
  const parts = [
    made.map(({ after, alarmAt }) => ({ ...caseJson(after), alarm_at: alarmAt })),
    made.map(({ event }) => eventJson(event)),
    made.flatMap(({ messages }) => messages),
    made.flatMap(({ jobs }) => jobs),
  ];
  await within.execute(openAll, [council, ...parts.map((part) => JSON.stringify(part))]);
}
