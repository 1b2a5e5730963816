import type { Channel } from "../councils/council.ts";
import type { PublishedService } from "../definition/service.ts";
import type { Clock } from "../platform/clock.ts";
import { CodedError } from "../platform/coded-error.ts";
import { StatementFailed } from "../platform/database-error.ts";
import type { Database } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";
import { laneOfEach } from "../platform/lane.ts";
import { statement } from "../platform/statement.ts";
import { newCaseJson } from "./case-row.ts";
import type { Case } from "./case.ts";
import { opened } from "./case.ts";
import { nextAlarm } from "./clock/alarms.ts";
import type { CalendarOf } from "./clock/work-calendar.ts";
import type { CaseEvent } from "./event.ts";
import { CHAIN_START, chain } from "./event.ts";
import type { Outbox, Tell, WorkRow } from "./outbox.ts";
import { outboxOf } from "./outbox.ts";
import type { Prepared } from "./prepare.ts";
import { makeReference } from "./reference.ts";
import { filesIn } from "./shadow.ts";

/** A journey about to become a case. `submission` is its one-time key: a draft's id, or made from an API call's idempotency key. */
export interface Submission {
  readonly council: string;
  readonly submission: string;
  readonly service: PublishedService;
  readonly prepared: Prepared;
  readonly channel: Channel;
  readonly officer: string | null;
  /** The journey had ended at an outcome, and its person went back and changed an answer: it counts as finished once. */
  readonly afterOutcome?: boolean;
  /** The journey began in another channel: the figures say so, or journeys would end in a channel where none began. */
  readonly handedOver?: boolean;
  /** Files uploaded to the journey, which now belong to the case. */
  readonly hasFiles: boolean;
  /** How often the draft had been saved when its answers were read. Absent where they come from no draft. */
  readonly saves?: number;
  /** SHA-256 of what an API call asks, to be kept beside the case: the same key with other words is refused later. */
  readonly callHash?: Buffer;
}

/** The case that a submission has: its own, or the one that was there already under the same one-time key. */
export interface Accepted {
  readonly id: string;
  readonly reference: string;
  readonly already: boolean;
}

/** An answer was kept after the draft was read: it must be read again, or the case would be without what a person was told is kept. */
export class DraftChanged extends CodedError {
  constructor() {
    super("draft-changed", "The answers were changed while they were being sent. Send them again");
    this.name = "DraftChanged";
  }
}

interface Entry extends Outbox {
  readonly saves: number | null;
  readonly call: string | null;
  readonly item: Case;
  readonly event: CaseEvent;
  /** When the clock of the case is first looked at. */
  readonly alarmAt: Date | null;
  /** Ids of the files that the answers name. */
  readonly files: readonly string[];
}

const COLUMNS = `id uuid, reference text, submission uuid, service text, version integer, channel text, stage text, priority text, team text,
  person_search text, person_email text, person_postcode text, tell_by text, fee_pence bigint, at timestamptz, due_at timestamptz,
  nearest_at timestamptz, alarm_at timestamptz, clock jsonb,
  number integer, kind text, officer uuid, data jsonb, personal jsonb, salt text, commitment text, previous text, hash text,
  saves integer, call text`;

// One statement writes cases, their first events, what is told of them and their jobs, and empties their drafts: all of it is there or none. A draft is emptied
// first, and only as it was read: whoever saves at the same time either waits and finds it sent, or was first and there is no case yet.
// $5 names the drafts a second time because the planner takes a JSON list for a hundred rows, and would read every draft there is.
// Reading JSON is half of what a submission costs the database, so what a case shares with its first event is sent once. Jobs that say the
// same (what to count) become one that says how many times.
const textOf = (files: string): string => `
with input as (select * from json_to_recordset($2::json) as i(${COLUMNS})),
emptied as (
  update drafts set answers = '{}', remind_email = null, reference = input.reference
  from input where drafts.council = $1 and drafts.id = any($5::uuid[]) and drafts.id = input.submission and drafts.reference is null and drafts.saves = input.saves
  returning drafts.id
),
made as (
  insert into cases (council, id, reference, submission, service, version, channel, stage, priority, team, answers, person, person_search,
    person_email, person_postcode, tell_by, fee_pence, opened_at, due_at, nearest_at, alarm_at, clock, updated_at, event_count, head, call_hash,
    confirmations)
  select $1, id, reference, submission, service, version, channel, stage, priority, team, personal -> 'answers', personal -> 'person', person_search,
    person_email, person_postcode, tell_by, fee_pence, at, due_at, coalesce(nearest_at, due_at), alarm_at, clock, at, number, decode(hash, 'hex'), decode(call, 'hex'),
    data -> 'confirmations'
  from input
  where saves is null or submission in (select id from emptied)
  on conflict (council, submission) do nothing
  returning id, reference, submission
),
chained as (
  insert into events (council, case_id, number, kind, at, channel, officer, data, personal, salt, commitment, previous, hash, key)
  select $1, id, number, kind, at, channel, officer, data, personal, decode(salt, 'hex'), decode(commitment, 'hex'),
    decode(previous, 'hex'), decode(hash, 'hex'), submission
  from input join made using (id, reference, submission)
),
told as (
  insert into messages (council, id, case_id, cause, way, recipient, subject, body, state, created_at, sent_at)
  select $1, m.id, m.case_id, cause, way, recipient, subject, body, state, at, case state when 'sent' then at end
  from json_to_recordset($4::json) as m(id uuid, case_id uuid, cause text, way text, recipient text, subject text, body text, state text, at timestamptz)
  join made on made.id = m.case_id
),
queued as (
  insert into jobs (council, id, kind, payload, run_at, created_at)
  select $1, (array_agg(j.id))[1], j.kind, case count(*) when 1 then j.payload else j.payload || jsonb_build_object('times', count(*)) end,
    min(j.at), min(j.at)
  from json_to_recordset($3::json) as j(id uuid, case_id uuid, kind text, payload jsonb, at timestamptz)
  join made on made.id = j.case_id
  group by j.kind, j.payload
)${files}
select id, reference, submission from made`;

const submitCases = statement("submit-cases", textOf(""));
const submitCasesWithFiles = statement(
  "submit-cases-with-files",
  textOf(`,
moved as (
  update files set case_id = made.id from made
  where files.council = $1 and files.id = any($7::uuid[]) and files.draft = any($6::uuid[]) and files.draft = made.submission
)`),
);
const casesBySubmission = statement(
  "cases-by-submission",
  "select id, reference, submission from cases where council = $1 and submission = any($2::uuid[])",
);

interface Made {
  readonly id: string;
  readonly reference: string;
  readonly submission: string;
}

async function writeBatch(database: Database, council: string, entries: readonly Entry[]): Promise<readonly (Accepted | Error)[]> {
  const submissions = (chosen: readonly Entry[]): string[] => chosen.map(({ item }) => item.submission);
  const filed = submissions(entries.filter(({ files }) => files.length > 0));
  const made = await database.query<Made>(filed.length > 0 ? submitCasesWithFiles : submitCases, [
    council,
    JSON.stringify(entries.map(({ item, event, alarmAt, saves, call }) => ({ ...newCaseJson(item, event, alarmAt), saves, call }))),
    JSON.stringify(entries.flatMap(({ jobs }) => jobs)),
    JSON.stringify(entries.flatMap(({ messages }) => messages)),
    submissions(entries.filter(({ saves }) => saves !== null)),
    // What was uploaded and taken out again, or belongs to a path that was left, does not become the case's; it goes with the draft.
    ...(filed.length > 0 ? [filed, entries.flatMap(({ files }) => files)] : []),
  ]);
  const found = new Map(made.map((row) => [row.submission, { id: row.id, reference: row.reference, already: false }]));
  const others = submissions(entries.filter(({ item }) => !found.has(item.submission)));
  if (others.length > 0) {
    const rows = await database.query<Made>(casesBySubmission, [council, others]);
    for (const row of rows) found.set(row.submission, { id: row.id, reference: row.reference, already: true });
  }
  return entries.map((entry) => found.get(entry.item.submission) ?? whyNot(entry));
}

function whyNot({ saves }: Entry): Error {
  return saves === null ? new Error("A submission left no case") : new DraftChanged();
}

interface SubmissionHouse {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly calendarOf: CalendarOf;
  readonly tell: Tell;
}

/** Makes accepting fast and safe: submissions that arrive while a batch is in flight share the next one. */
export function submissionStore(house: SubmissionHouse) {
  const write = laneOfEach<Entry, Accepted>((council, entries) => writeBatch(house.database, council, entries), {
    most: 200,
    keyOf: ({ item }) => item.submission,
    retryAlone: true,
    waiting: 5000,
  });

  /**
   * Writes the case, its first event, what is told of it and its jobs in one durable statement, or finds the case that this one-time key has already.
   * Throws `DraftChanged`, with nothing written, where the draft was saved since it was read. A case that was there already may be of an
   * API call with other words: the caller compares.
   */
  return async function submit(submission: Submission): Promise<Accepted> {
    const at = house.clock.now();
    // A reference already taken is one in thousands of millions; another is drawn.
    for (let tries = 1; ; tries++) {
      try {
        return await write(submission.council, entryOf(house, submission, at));
      } catch (error) {
        if (tries === 5 || !isTakenReference(error)) throw error;
      }
    }
  };
}

function isTakenReference(error: unknown): boolean {
  return error instanceof StatementFailed && error.constraint === "cases_council_reference_key";
}

function entryOf(house: SubmissionHouse, submission: Submission, at: Date): Entry {
  const { ids } = house;
  const { council, service, prepared } = submission;
  const id = ids.uuid(at);
  const happening = { kind: "submitted", data: prepared.data, personal: { answers: prepared.answers, person: prepared.person } } as const;
  const circumstance = { at, channel: submission.channel, officer: submission.officer, key: submission.submission };
  const event = chain(council, { caseId: id, number: 1, previous: CHAIN_START }, happening, circumstance, ids.bytes(16));
  if (event.kind !== "submitted") throw new Error("A case starts with its submission");
  const item = opened(council, makeReference(ids.bytes(16)), event);
  const { messages, jobs } = outboxOf(house, service, item, event);
  return {
    item,
    event,
    alarmAt: nextAlarm(service, item, at, house.calendarOf(council)),
    messages,
    jobs: jobs.map((job) => alsoCounted(job, submission)),
    files: submission.hasFiles ? filesIn(prepared.answers).map((file) => file.id) : [],
    saves: submission.saves ?? null,
    call: submission.callHash?.toString("hex") ?? null,
  };
}

// The figures count a journey that went on from its outcome as one, and one that was handed over where it ended.
function alsoCounted(job: WorkRow, { afterOutcome, handedOver }: Submission): WorkRow {
  if (job.kind !== "measure" || (afterOutcome !== true && handedOver !== true)) return job;
  const add = { ...job.payload.add, ...(afterOutcome === true && { resumed: 0 }), ...(handedOver === true && { handed_over: 0 }) };
  return { ...job, payload: { ...job.payload, add } };
}

export type Submit = ReturnType<typeof submissionStore>;
