import { caseJson } from "../cases/case-row.ts";
import type { CaseEvent } from "../cases/event.ts";
import type { Queries } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";
import type { LoadCase, LoadPart } from "./load-cases.ts";
import type { Pattern } from "./load-patterns.ts";

// The answers come once a pattern and not once a case: reading them again and again would take the database most of its time.
const writePart = statement(
  "load-part",
  `with patterns as materialized (
    select * from json_to_recordset($2::json) as p(pattern integer, service text, version integer, priority text, team text, data jsonb, answers jsonb,
      person jsonb, person_search text, person_email text, person_postcode text, tell_by text, fee_pence bigint, salt text, commitment text,
      reason jsonb, reason_salt text, reason_commitment text)
  ),
  input as materialized (
    select * from json_to_recordset($3::json) as i(pattern integer, id uuid, reference text, submission uuid, stage text, officer uuid,
      opened_at timestamptz, due text, alarm_at timestamptz, closed_at timestamptz, updated_at timestamptz, event_count integer, first text, head text)
  ),
  made as (
    insert into cases (council, id, reference, submission, service, version, channel, stage, priority, team, officer, answers, person,
      person_search, person_email, person_postcode, tell_by, fee_pence, opened_at, due_at, nearest_at, alarm_at, closed_at, updated_at,
      waiting_reply, confirmations, event_count, head)
    select $1, id, reference, submission, service, version, 'web', stage, priority, team, officer, answers, person, person_search, person_email,
      person_postcode, tell_by, fee_pence, opened_at, due::timestamptz, due::timestamptz, alarm_at, closed_at, updated_at, false, data -> 'confirmations', event_count, decode(head, 'hex')
    from input join patterns using (pattern)
  ),
  submitted as (
    insert into events (council, case_id, number, kind, at, channel, officer, data, personal, salt, commitment, previous, hash, key)
    select $1, id, 1, 'submitted', opened_at, 'web', null, data || jsonb_build_object('due', due),
      jsonb_build_object('answers', answers, 'person', person), decode(salt, 'hex'), decode(commitment, 'hex'), decode(repeat('00', 32), 'hex'),
      decode(first, 'hex'), submission
    from input join patterns using (pattern)
  )
  insert into events (council, case_id, number, kind, at, channel, officer, data, personal, salt, commitment, previous, hash, key)
  select $1, case_id, 2, kind, at, 'desk', e.officer, e.data, case when kind = 'acted' then reason end,
    decode(coalesce(e.salt, reason_salt), 'hex'), decode(coalesce(e.commitment, reason_commitment), 'hex'), decode(input.first, 'hex'),
    decode(e.hash, 'hex'), key
  from json_to_recordset($4::json) as e(case_id uuid, kind text, at timestamptz, officer uuid, data jsonb, salt text, commitment text, hash text,
    key uuid)
  join input on input.id = e.case_id join patterns using (pattern)`,
);

/** Writes a part of a load in one statement. */
export async function writeLoad(within: Queries, council: string, part: LoadPart): Promise<void> {
  const { patterns, cases } = part;
  const seconds = cases.flatMap(({ second }) => (second === undefined ? [] : [secondJson(second)]));
  const rows = [patterns.map((pattern, index) => patternJson(pattern, index, part)), cases.map(slimJson), seconds];
  await within.execute(writePart, [council, ...rows.map((list) => JSON.stringify(list))]);
}

function patternJson(
  { prepared, sealed, reasoned, reason }: Pattern,
  pattern: number,
  { cases }: LoadPart,
): Readonly<Record<string, unknown>> {
  const { data, answers, person } = prepared;
  const some = cases.find((made) => made.pattern === pattern)?.item;
  // What is kept for searching is worked out as for any case.
  const kept = some === undefined ? {} : caseJson(some);
  return {
    ...kept,
    pattern,
    data,
    answers,
    person,
    reason,
    version: data.version,
    priority: data.priority,
    salt: sealed.salt.toString("hex"),
    commitment: sealed.commitment.toString("hex"),
    reason_salt: reasoned.salt.toString("hex"),
    reason_commitment: reasoned.commitment.toString("hex"),
  };
}

function slimJson({ pattern, item, alarmAt, first }: LoadCase): Readonly<Record<string, unknown>> {
  const { id, reference, submission, stage, officer } = item;
  const times = { opened_at: item.openedAt, due: item.dueAt, alarm_at: alarmAt, closed_at: item.closedAt, updated_at: item.updatedAt };
  const hashes = { first: first.hash.toString("hex"), head: item.head.toString("hex") };
  return { pattern, id, reference, submission, stage, officer, event_count: item.eventCount, ...times, ...hashes };
}

function secondJson(event: CaseEvent): Readonly<Record<string, unknown>> {
  const { caseId: case_id, kind, at, officer, data, hash, key } = event;
  const same = { case_id, kind, at, officer, data, key, hash: hash.toString("hex") };
  // The seal of a reason is its pattern's.
  return kind === "acted" ? same : { ...same, salt: event.salt.toString("hex"), commitment: event.commitment.toString("hex") };
}
