import { makeReference, readReference } from "../cases/reference.ts";
import type { Clock } from "../platform/clock.ts";
import type { Database, Queries } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";
import { statement } from "../platform/statement.ts";
import { tokenHash } from "../platform/token.ts";

const keepCode = statement("draft-code-keep", "insert into draft_codes (council, code_hash, draft, expires_at) values ($1, $2, $3, $4)");
const readCode = statement(
  "draft-code-read",
  `select d.id, d.service from draft_codes k join drafts d on d.council = k.council and d.id = k.draft
  where k.council = $1 and k.code_hash = $2 and k.expires_at > $3 and d.reference is null`,
);
const sweepCodes = statement("draft-codes-sweep", "delete from draft_codes where council = $1 and expires_at < $2");

/** How long a number works. Minutes. */
export const CODE_MINUTES = 30;

/** A journey that its person reads the number of out to an officer. */
export interface CodedDraft {
  readonly id: string;
  readonly service: string;
}

/** Makes a number that a person on the web can read out, with a check character, so that an officer opens the same journey for a short time. */
export async function makeDraftCode(
  house: { readonly database: Database; readonly clock: Clock; readonly ids: Ids },
  council: string,
  draft: string,
): Promise<string> {
  const { database, clock, ids } = house;
  const code = makeReference(ids.bytes(16));
  const until = new Date(clock.now().getTime() + CODE_MINUTES * 60_000);
  await database.execute(keepCode, [council, tokenHash(code), draft, until]);
  return code;
}

/** The journey of a number, as long as it works and the journey was not sent. */
export async function draftOfCode(within: Queries, council: string, typed: string, now: Date): Promise<CodedDraft | undefined> {
  const code = readReference(typed);
  return code === undefined ? undefined : (await within.query<CodedDraft>(readCode, [council, tokenHash(code), now]))[0];
}

export async function sweepDraftCodes(within: Queries, council: string, now: Date): Promise<number> {
  return within.execute(sweepCodes, [council, now]);
}
