import type { Queries } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";
import { caseJson, eventJson } from "./case-row.ts";
import type { Case } from "./case.ts";
import type { CaseEvent } from "./event.ts";
import type { Outbox } from "./outbox.ts";

/** The next event of a case, with the case after it and what follows from it. */
export interface Appended extends Outbox {
  readonly after: Case;
  readonly event: CaseEvent;
  /** When the clock of the case is looked at next. */
  readonly alarmAt: Date | null;
}

// $6 names the cases a second time because the planner takes a JSON list for a hundred rows, and would read every case of a small council.
const append = statement(
  "append-events",
  `with chained as (
    insert into events (council, case_id, number, kind, at, channel, officer, data, personal, salt, commitment, previous, hash, key)
    select $1, case_id, number, kind, at, e.channel, e.officer, data, personal, decode(salt, 'hex'), decode(commitment, 'hex'),
      decode(previous, 'hex'), decode(hash, 'hex'), key
    from json_to_recordset($2::json) as e(case_id uuid, number integer, kind text, at timestamptz, channel text, officer uuid, data jsonb,
      personal jsonb, salt text, commitment text, previous text, hash text, key uuid)
  ),
  told as (
    insert into messages (council, id, case_id, cause, way, recipient, subject, body, state, created_at, sent_at)
    select $1, m.id, m.case_id, cause, way, recipient, subject, body, state, at, case state when 'sent' then at end
    from json_to_recordset($3::json) as m(id uuid, case_id uuid, cause text, way text, recipient text, subject text, body text, state text, at timestamptz)
  ),
  queued as (
    insert into jobs (council, id, kind, payload, run_at, created_at)
    select $1, j.id, j.kind, j.payload, j.at, j.at
    from json_to_recordset($4::json) as j(id uuid, kind text, payload jsonb, at timestamptz)
  )
  update cases set stage = n.stage, officer = n.officer, closed_at = n.closed_at, updated_at = n.updated_at, waiting_reply = n.waiting_reply,
    event_count = n.event_count, head = decode(n.head, 'hex'), priority = n.priority, due_at = n.due_at, nearest_at = n.nearest_at, clock = n.clock,
    confirmations = n.confirmations, requests = n.requests, ties = n.ties, recorded = n.recorded, alarm_at = n.alarm_at
  from json_to_recordset($5::json) as n(id uuid, stage text, officer uuid, closed_at timestamptz, updated_at timestamptz, waiting_reply boolean,
    event_count integer, head text, priority text, due_at timestamptz, nearest_at timestamptz, clock jsonb, confirmations jsonb, requests jsonb,
    ties jsonb, recorded jsonb, alarm_at timestamptz)
  where cases.council = $1 and cases.id = any($6::uuid[]) and cases.id = n.id`,
);

/** Writes events, each of a case of its own, what follows from them, and the cases after them: one statement. The caller holds the cases' rows. */
export async function appendEvents(within: Queries, council: string, appended: readonly Appended[]): Promise<void> {
  const parts = [
    appended.map(({ event }) => eventJson(event)),
    appended.flatMap(({ messages }) => messages),
    appended.flatMap(({ jobs }) => jobs),
    // The one event that changes the answers writes them itself (corrections/write-correction.ts): they are most of a row.
    appended.map(({ after, alarmAt }) => ({ ...caseJson(after), answers: undefined, person: undefined, alarm_at: alarmAt })),
  ];
  await within.execute(append, [council, ...parts.map((part) => JSON.stringify(part)), appended.map(({ after }) => after.id)]);
}
