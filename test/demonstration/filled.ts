import type { CaseRow, EventRow } from "../../src/cases/case-row.ts";
import { caseFrom, eventFrom } from "../../src/cases/case-row.ts";
import type { Case } from "../../src/cases/case.ts";
import { fold, opened } from "../../src/cases/case.ts";
import type { CaseEvent, StoredEvent } from "../../src/cases/event.ts";
import { CASE_COLUMNS } from "../../src/cases/case-store.ts";
import type { Queries } from "../../src/platform/database.ts";
import { statement } from "../../src/platform/statement.ts";

const allCases = statement("test-all-cases", `select ${CASE_COLUMNS} from cases where council = $1 order by id`);
const allEvents = statement(
  "test-all-events",
  `select case_id, number, kind, at, channel, officer, data, personal, salt, commitment, previous, hash, key
  from events where council = $1 order by case_id, number`,
);
const counted = statement(
  "test-demonstration-counts",
  `select (select count(*) from cases where council = $1) as cases, (select count(*) from events where council = $1) as events,
    (select count(*) from drafts where council = $1) as drafts, (select count(*) from files where council = $1) as files,
    (select count(*) from messages where council = $1) as messages, (select count(*) from officers where council = $1) as officers,
    (select count(*) from api_keys where council = $1) as keys, (select count(*) from measures where council = $1) as measures,
    (select count(*) from jobs where council = $1) as jobs`,
);
const fingerprint = statement(
  "test-demonstration-fingerprint",
  `select (select md5(string_agg(c::text, '' order by id)) from cases c where council = $1) as cases,
    (select md5(string_agg(e::text, '' order by case_id, number)) from events e where council = $1) as events,
    (select md5(string_agg(d::text, '' order by id)) from drafts d where council = $1) as drafts,
    (select md5(string_agg(f::text, '' order by id)) from files f where council = $1) as files,
    (select md5(string_agg(m::text, '' order by id)) from messages m where council = $1) as messages,
    (select md5(string_agg(o::text, '' order by id)) from officers o where council = $1) as officers,
    (select md5(string_agg(m::text, '' order by service, day, channel, measure)) from measures m where council = $1) as measures`,
);

export type Counts = Readonly<
  Record<"cases" | "events" | "drafts" | "files" | "messages" | "officers" | "keys" | "measures" | "jobs", number>
>;

/** A case as stored, and its events in order. */
export interface StoredCase {
  readonly item: Case;
  readonly events: readonly StoredEvent[];
}

export async function storedCases(database: Queries, council: string): Promise<readonly StoredCase[]> {
  const events = Map.groupBy((await database.query<EventRow>(allEvents, [council])).map(eventFrom), ({ caseId }) => caseId);
  const rows = await database.query<CaseRow>(allCases, [council]);
  return rows.map((row) => ({ item: caseFrom(row), events: events.get(row.id) ?? [] }));
}

export async function counts(database: Queries, council: string): Promise<Counts> {
  const [row] = await database.query<Counts>(counted, [council]);
  if (row === undefined) throw new Error("A count gives a row");
  return row;
}

/** What is stored, as one hash a table. */
export async function fingerprints(database: Queries, council: string): Promise<Readonly<Record<string, string>>> {
  const [row] = await database.query<Readonly<Record<string, string>>>(fingerprint, [council]);
  return row ?? {};
}

/** The case that its events make. */
export function folded({ item, events }: StoredCase): Case {
  // An event that nobody has erased has all that it had when it was made.
  const [first, ...others] = events as unknown as CaseEvent[];
  if (first?.kind !== "submitted") throw new Error("A case starts with its submission");
  return others.reduce(fold, opened(item.council, item.reference, first));
}
