import type { Queries } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";
import type { Exemption } from "./exemptions.ts";

// The archive, the job that makes it and the note of who asked are one statement.
const ask = statement(
  "archive-ask",
  `with asked as (
    insert into archives (council, id, person, officer, cases, calls, drafts, left_out, state, asked_at)
    values ($1, $2, $3, $4, $5::uuid[], $6::uuid[], $7::uuid[], $8::jsonb, 'making', $9) on conflict (council, id) do nothing returning id
  ),
  logged as (insert into archive_log (council, id, archive, kind, officer, at) select $1, $11, id, 'asked', $4, $9 from asked)
  insert into jobs (council, id, kind, payload, run_at, created_at)
  select $1, $10, 'archive', jsonb_build_object('archive', id), $9, $9 from asked`,
);
const COLUMNS = `a.id, a.person, a.officer, a.cases, a.calls, a.drafts, a.left_out as "leftOut", a.state, a.sha256, a.bytes, a.asked_at as "askedAt", a.until`;
const byId = statement("archive-by-id", `select ${COLUMNS} from archives a where a.council = $1 and a.id = $2`);
const newest = statement(
  "archives-newest",
  `select ${COLUMNS}, p.name from archives a left join people p on p.council = a.council and p.id = a.person where a.council = $1 order by a.asked_at desc, a.id limit 50`,
);
const made = statement(
  "archive-made",
  `with ready as (
    update archives set state = 'ready', sha256 = $3, bytes = $4, until = $5 where council = $1 and id = $2 and state = 'making' returning id
  )
  insert into archive_log (council, id, archive, kind, officer, at) select $1, $6, id, 'made', null, $7 from ready`,
);
const note = statement("archive-note", "insert into archive_log (council, id, archive, kind, officer, at) values ($1, $2, $3, $4, $5, $6)");
const logOf = statement(
  "archive-log-of",
  "select archive, kind, officer, at from archive_log where council = $1 and archive = any($2::uuid[]) order by at, id",
);
const overdue = statement(
  "archives-overdue",
  "select id, sha256 from archives where council = $1 and state = 'ready' and until < $2 limit 100",
);
const gone = statement(
  "archives-gone",
  `with removed as (update archives set state = 'gone', sha256 = null, left_out = '[]' where council = $1 and id = $2 and state = 'ready' returning id)
  insert into archive_log (council, id, archive, kind, officer, at) select $1, $3, id, 'removed', null, $4 from removed`,
);

/** How long an archive can be downloaded. Days. */
export const ARCHIVE_DAYS = 7;

export interface Archive {
  readonly id: string;
  readonly person: string;
  readonly officer: string;
  readonly cases: readonly string[];
  readonly calls: readonly string[];
  readonly drafts: readonly string[];
  readonly leftOut: readonly { readonly item: string; readonly why: Exemption }[];
  readonly state: "making" | "ready" | "gone";
  readonly sha256: string | null;
  readonly bytes: number | null;
  readonly askedAt: Date;
  readonly until: Date | null;
}

export interface ArchiveNote {
  readonly archive: string;
  readonly kind: "asked" | "made" | "taken" | "removed";
  readonly officer: string | null;
  readonly at: Date;
}

export type NewArchive = Pick<Archive, "id" | "person" | "officer" | "cases" | "calls" | "drafts" | "leftOut">;

/** Asks for an archive to be made, once for its one-time key. `ids` are of the job and of the note. */
export async function askArchive(
  within: Queries,
  council: string,
  archive: NewArchive,
  at: Date,
  ids: readonly [string, string],
): Promise<void> {
  const { id, person, officer, cases, calls, drafts, leftOut } = archive;
  await within.execute(ask, [council, id, person, officer, cases, calls, drafts, JSON.stringify(leftOut), at, ...ids]);
}

export async function archiveById(within: Queries, council: string, id: string): Promise<Archive | undefined> {
  return (await within.query<Archive>(byId, [council, id]))[0];
}

/** The newest archives, with the name of whom they are about, where a record still has it. */
export function newestArchives(within: Queries, council: string): Promise<readonly (Archive & { readonly name: string | null })[]> {
  return within.query(newest, [council]);
}

export async function noteMade(
  within: Queries,
  council: string,
  id: string,
  stored: { sha256: string; size: number },
  until: Date,
  noteId: string,
  at: Date,
): Promise<void> {
  await within.execute(made, [council, id, stored.sha256, stored.size, until, noteId, at]);
}

/** Notes that an officer downloaded it. */
export async function noteTaken(within: Queries, council: string, id: string, officer: string, noteId: string, at: Date): Promise<void> {
  await within.execute(note, [council, noteId, id, "taken", officer, at]);
}

export function archiveLog(within: Queries, council: string, ids: readonly string[]): Promise<readonly ArchiveNote[]> {
  return within.query<ArchiveNote>(logOf, [council, ids]);
}

/** Archives whose time is up, with the hashes of their bytes. */
export function overdueArchives(
  within: Queries,
  council: string,
  now: Date,
): Promise<readonly { readonly id: string; readonly sha256: string }[]> {
  return within.query(overdue, [council, now]);
}

export async function noteGone(within: Queries, council: string, id: string, noteId: string, at: Date): Promise<void> {
  await within.execute(gone, [council, id, noteId, at]);
}
