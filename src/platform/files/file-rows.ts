import type { Queries } from "../database.ts";
import { statement } from "../statement.ts";

/** A file somebody gave: whose it is, and under which hash its bytes lie. */
export interface FileRow {
  readonly id: string;
  readonly sha256: string;
  readonly name: string;
  readonly type: string;
  /** bytes */
  readonly size: number;
  readonly draft: string | null;
  readonly caseId: string | null;
  readonly createdAt: Date;
}

const COLUMNS = `id, sha256, name, type, size, draft, case_id as "caseId", created_at as "createdAt"`;

const add = statement(
  "files-add",
  "insert into files (council, id, sha256, name, type, size, draft, case_id, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (council, id) do nothing",
);
const attach = statement("files-attach", "update files set case_id = $3 where council = $1 and draft = $2 and case_id is null");
const attachNamed = statement(
  "files-attach-named",
  "update files set case_id = $3 where council = $1 and id = any($2::uuid[]) and case_id is null",
);
const ofDraft = statement("files-of-draft", `select ${COLUMNS} from files where council = $1 and draft = $2 order by created_at, id`);
const ofCase = statement("files-of-case", `select ${COLUMNS} from files where council = $1 and case_id = $2 order by created_at, id`);
const one = statement("file-by-id", `select ${COLUMNS} from files where council = $1 and id = $2`);
const removeFromDraft = statement(
  "files-remove-from-draft",
  "delete from files where council = $1 and draft = $2 and id = $3 and case_id is null returning sha256",
);
const uses = statement("files-with-hash", "select 1 from files where council = $1 and sha256 = $2 limit 1");

const stillNamed = statement("files-still-named", "select distinct sha256 from files where council = $1 and sha256 = any($2::text[])");

/** Those of the hashes that a row still names. */
export async function stillNamedOf(within: Queries, council: string, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  return new Set((await within.query<{ sha256: string }>(stillNamed, [council, hashes])).map(({ sha256 }) => sha256));
}

/** Notes a file of a draft or of a case, once for its id. Put its bytes into the store first: a row without bytes can't be opened. */
export async function addFile(within: Queries, council: string, file: FileRow): Promise<void> {
  const { id, sha256, name, type, size, draft, caseId, createdAt } = file;
  await within.execute(add, [council, id, sha256, name, type, size, draft, caseId, createdAt]);
}

/** Gives a draft's files to the case it became. Gives how many. */
export function attachFiles(within: Queries, council: string, draft: string, caseId: string): Promise<number> {
  return within.execute(attach, [council, draft, caseId]);
}

/** Gives files that an answer names to the case that it is about. */
export async function attachSome(within: Queries, council: string, ids: readonly string[], caseId: string): Promise<void> {
  if (ids.length > 0) await within.execute(attachNamed, [council, ids, caseId]);
}

export function filesOfDraft(within: Queries, council: string, draft: string): Promise<readonly FileRow[]> {
  return within.query<FileRow>(ofDraft, [council, draft]);
}

export function filesOfCase(within: Queries, council: string, caseId: string): Promise<readonly FileRow[]> {
  return within.query<FileRow>(ofCase, [council, caseId]);
}

export async function fileById(within: Queries, council: string, id: string): Promise<FileRow | undefined> {
  return (await within.query<FileRow>(one, [council, id]))[0];
}

/** Takes a file out of a draft that is not submitted. Gives the hash of its bytes where nothing else names them any more. */
export async function removeDraftFile(within: Queries, council: string, draft: string, id: string): Promise<string | undefined> {
  const [removed] = await within.query<{ sha256: string }>(removeFromDraft, [council, draft, id]);
  if (removed === undefined) return undefined;
  return (await within.query(uses, [council, removed.sha256])).length > 0 ? undefined : removed.sha256;
}
