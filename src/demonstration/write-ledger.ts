import { caseJson, eventJson } from "../cases/case-row.ts";
import type { Queries } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";
import type { Ledger } from "./ledger.ts";

// One statement for all that a part of the ledger holds, so that the database writes it while the next part is being made.
const writePart = statement(
  "demonstration-part",
  `with made as (
    insert into cases (council, id, reference, submission, service, version, channel, stage, priority, team, officer, answers, person,
      person_search, person_email, person_postcode, tell_by, fee_pence, opened_at, due_at, nearest_at, alarm_at, clock, closed_at, updated_at,
      waiting_reply, confirmations, recorded, event_count, head)
    select $1, id, reference, submission, service, version, channel, stage, priority, team, officer, answers, person,
      person_search, person_email, person_postcode, tell_by, fee_pence, opened_at, due_at, nearest_at, alarm_at, clock, closed_at, updated_at,
      waiting_reply, confirmations, recorded, event_count, decode(head, 'hex')
    from json_to_recordset($2::json) as i(id uuid, reference text, submission uuid, service text, version integer, channel text, stage text,
      priority text, team text, officer uuid, answers jsonb, person jsonb, person_search text, person_email text, person_postcode text,
      tell_by text, fee_pence bigint, opened_at timestamptz, due_at timestamptz, nearest_at timestamptz, alarm_at timestamptz, clock jsonb, closed_at timestamptz, updated_at timestamptz,
      waiting_reply boolean, confirmations jsonb, recorded jsonb, event_count integer, head text)
  ),
  chained as (
    insert into events (council, case_id, number, kind, at, channel, officer, data, personal, salt, commitment, previous, hash, key)
    select $1, case_id, number, kind, at, channel, officer, data, personal, decode(salt, 'hex'), decode(commitment, 'hex'),
      decode(previous, 'hex'), decode(hash, 'hex'), key
    from json_to_recordset($3::json) as e(case_id uuid, number integer, kind text, at timestamptz, channel text, officer uuid, data jsonb,
      personal jsonb, salt text, commitment text, previous text, hash text, key uuid)
  ),
  drafted as (
    insert into drafts (council, id, service, version, channel, officer, answers, files, outcome, ended_at, reference, rated, days, remind, created_at, updated_at)
    select $1, id, service, version, channel, officer, answers, files, outcome, ended_at, reference, rated, days, remind, created_at, updated_at
    from json_to_recordset($4::json) as d(id uuid, service text, version integer, channel text, officer uuid, answers jsonb, files jsonb,
      outcome text, ended_at timestamptz, reference text, rated boolean, days integer, remind integer, created_at timestamptz, updated_at timestamptz)
  ),
  kept as (
    insert into files (council, id, sha256, name, type, size, draft, case_id, created_at)
    select $1, id, sha256, name, type, size, draft, "caseId", "createdAt"
    from json_to_recordset($5::json) as f(id uuid, sha256 text, name text, type text, size integer, draft uuid, "caseId" uuid,
      "createdAt" timestamptz)
  )
  insert into messages (council, id, case_id, cause, way, recipient, subject, body, state, problem, created_at, sent_at)
  select $1, id, "caseId", cause, way, recipient, subject, body, state, problem, "createdAt", "sentAt"
  from json_to_recordset($6::json) as m(id uuid, "caseId" uuid, cause text, way text, recipient text, subject text, body text, state text,
    problem text, "createdAt" timestamptz, "sentAt" timestamptz)`,
);

/** Writes a part of the ledger, all but its figures, in one statement. */
export async function writeLedger(within: Queries, council: string, ledger: Ledger): Promise<void> {
  const { cases, events, drafts, files, messages } = ledger;
  const rows = [
    cases.map(({ item, alarmAt }) => ({ ...caseJson(item), alarm_at: alarmAt })),
    events.map(eventJson),
    drafts,
    files,
    messages,
  ];
  await within.execute(writePart, [council, ...rows.map((part) => JSON.stringify(part))]);
}
