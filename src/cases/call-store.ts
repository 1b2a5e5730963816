import type { FileAnswer } from "../answers/answer-type.ts";
import type { Clock } from "../platform/clock.ts";
import type { Database } from "../platform/database.ts";
import { laneOfEach } from "../platform/lane.ts";
import { statement } from "../platform/statement.ts";

/** What a call of another system asks under a one-time key of its own. */
export interface Call {
  /** The one-time key of the case that it makes: a UUID that follows from who calls and from their idempotency key. */
  readonly submission: string;
  /** SHA-256 of what was sent. */
  readonly bodyHash: Buffer;
  /** Who uploaded the files, and the ids of those that the answers name. */
  readonly owner: string;
  readonly files: readonly string[];
}

/** What the one-time key stands for by now. */
export interface KnownCall {
  /** Whether it was used for the same words. */
  readonly same: boolean;
  /** The case that came of it, if it has. */
  readonly reference: string | null;
  /** Whether every file is this call's own: another call may have taken one a moment ago. */
  readonly hasFiles: boolean;
}

const RECORDED = `recorded as (
  insert into api_calls (council, submission, body_hash, created_at)
  select $1, submission, decode(hash, 'hex'), at from input
  on conflict (council, submission) do nothing
  returning submission
)`;
const INPUT = `input as (select * from json_to_recordset($2::json) as i(submission uuid, hash text, at timestamptz, owner uuid, files uuid[]))`;

const recordCalls = statement("api-calls-record", `with ${INPUT}, ${RECORDED} select submission, 0 as files from recorded`);
const recordCallsWithFiles = statement(
  "api-calls-record-with-files",
  `with ${INPUT}, ${RECORDED},
  claimed as (
    update files set draft = i.submission
    from recorded join input i using (submission) cross join unnest(i.files) as wanted(id)
    where files.council = $1 and files.id = wanted.id and files.draft = i.owner and files.case_id is null
    returning i.submission
  )
  select r.submission, (select count(*) from claimed c where c.submission = r.submission)::integer as files from recorded r`,
);
// A call without files is on record with its case; a case made of another call under the same key came first.
const knownCalls = statement(
  "api-calls-known",
  `select w.submission, coalesce(c.call_hash, a.body_hash) as body_hash, c.reference,
    (select count(*) from files f where f.council = $1 and f.draft = w.submission)::integer as files
  from unnest($2::uuid[]) as w(submission)
  left join api_calls a on a.council = $1 and a.submission = w.submission
  left join cases c on c.council = $1 and c.submission = w.submission
  where coalesce(c.call_hash, a.body_hash) is not null`,
);
const usableFiles = statement(
  "api-call-files",
  "select id, sha256, name, type, size from files where council = $1 and id = any($2::uuid[]) and draft in ($3, $4)",
);

interface KnownRow {
  readonly submission: string;
  readonly body_hash: Buffer;
  readonly reference: string | null;
  readonly files: number;
}

async function known(database: Database, council: string, calls: readonly Call[]): Promise<ReadonlyMap<string, KnownCall>> {
  if (calls.length === 0) return new Map();
  const rows = await database.query<KnownRow>(knownCalls, [council, calls.map(({ submission }) => submission)]);
  const wanted = new Map(calls.map((call) => [call.submission, call]));
  return new Map(
    rows.map(({ submission, body_hash, reference, files }) => {
      const call = wanted.get(submission);
      const same = call?.bodyHash.equals(body_hash) ?? false;
      return [submission, { same, reference, hasFiles: files === (call?.files.length ?? 0) }];
    }),
  );
}

async function recordBatch(
  database: Database,
  clock: Clock,
  council: string,
  calls: readonly Call[],
): Promise<readonly (KnownCall | Error)[]> {
  const at = clock.now();
  const chosen = calls.some(({ files }) => files.length > 0) ? recordCallsWithFiles : recordCalls;
  const input = calls.map(({ bodyHash, ...call }) => ({ ...call, hash: bodyHash.toString("hex"), at }));
  const rows = await database.query<{ submission: string; files: number }>(chosen, [council, JSON.stringify(input)]);
  const fresh = new Map(rows.map(({ submission, files }) => [submission, files]));
  const old = await known(
    database,
    council,
    calls.filter(({ submission }) => !fresh.has(submission)),
  );
  return calls.map(({ submission, files }) => {
    const claimed = fresh.get(submission);
    if (claimed !== undefined) return { same: true, reference: null, hasFiles: claimed === files.length };
    return old.get(submission) ?? new Error("An API call was neither recorded nor known");
  });
}

/** The one-time keys of calls: what was asked under each, so that a repetition finds its case and another body is refused. */
export function callStore(house: { readonly database: Database; readonly clock: Clock }) {
  const { database, clock } = house;
  const record = laneOfEach<Call, KnownCall>((council, calls) => recordBatch(database, clock, council, calls), {
    most: 200,
    keyOf: ({ submission }) => submission,
    retryAlone: true,
  });
  return {
    /** Notes what is asked, durably and before the case is made, and gives it the files it names. Calls that arrive together share a commit. */
    record,
    /** What was asked under this one-time key before, if anything was. */
    find: async (council: string, call: Call): Promise<KnownCall | undefined> =>
      (await known(database, council, [call])).get(call.submission),
    /** Those of the files that are the caller's and not yet used, or already this call's. */
    files: (council: string, { owner, submission, files }: Omit<Call, "bodyHash">): Promise<FileAnswer[]> =>
      files.length === 0 ? Promise.resolve([]) : database.query<FileAnswer>(usableFiles, [council, files, owner, submission]),
  };
}

export type CallStore = ReturnType<typeof callStore>;
