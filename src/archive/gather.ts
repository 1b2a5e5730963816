import { caseFrom } from "../cases/case-row.ts";
import type { CaseRow } from "../cases/case-row.ts";
import { CASE_COLUMNS } from "../cases/case-store.ts";
import type { CaseStore } from "../cases/case-store.ts";
import type { Case } from "../cases/case.ts";
import type { Councils } from "../councils/councils.ts";
import { messagesOfCase } from "../messages/message-store.ts";
import { officerNames } from "../people/officer-names.ts";
import type { Queries } from "../platform/database.ts";
import { filesOfCase } from "../platform/files/file-rows.ts";
import { statement } from "../platform/statement.ts";
import type { HeldCase } from "./archive-items.ts";

const casesById = statement(
  "archive-cases",
  `select ${CASE_COLUMNS} from cases where council = $1 and id = any($2::uuid[]) order by opened_at, id`,
);
const callsById = statement(
  "archive-calls",
  `select id, channel, started_at as "startedAt", ended_at as "endedAt", reason, service, note from calls where council = $1 and id = any($2::uuid[]) order by started_at, id`,
);
const draftsById = statement(
  "archive-drafts",
  `select id, service, version, channel, answers, created_at as "createdAt", updated_at as "updatedAt" from drafts where council = $1 and id = any($2::uuid[]) order by created_at, id`,
);

/** What a house needs to read what is held of a person. */
export interface GatherHouse {
  readonly database: Queries;
  readonly councils: Pick<Councils, "version" | "get">;
  readonly cases: Pick<CaseStore, "events">;
}

export interface HeldCall {
  readonly id: string;
  readonly channel: string;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly reason: string | null;
  readonly service: string | null;
  readonly note: string | null;
}

export interface HeldDraft {
  readonly id: string;
  readonly service: string;
  readonly version: number;
  readonly channel: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** The cases of some ids, the oldest first. */
export async function casesHeld(within: Queries, council: string, ids: readonly string[]): Promise<readonly Case[]> {
  return (await within.query<CaseRow>(casesById, [council, ids])).map(caseFrom);
}

export function callsHeld(within: Queries, council: string, ids: readonly string[]): Promise<readonly HeldCall[]> {
  return within.query<HeldCall>(callsById, [council, ids]);
}

export function draftsHeld(within: Queries, council: string, ids: readonly string[]): Promise<readonly HeldDraft[]> {
  return within.query<HeldDraft>(draftsById, [council, ids]);
}

/** All that is held in one case: its events, messages and files. Undefined where its definition cannot be read. */
export async function heldIn({ database, councils, cases }: GatherHouse, item: Case): Promise<HeldCase | undefined> {
  const service = await councils.version(item.council, item.service, item.version);
  if (service === undefined) return undefined;
  const [events, messages, files] = await Promise.all([
    cases.events(item.council, item.id),
    messagesOfCase(database, item.council, item.id),
    filesOfCase(database, item.council, item.id),
  ]);
  const named = councils.get(item.council)?.nameOfficers === true ? events.flatMap(({ officer }) => officer ?? []) : [];
  const officers = named.length === 0 ? new Map<string, string>() : await officerNames(database, item.council, named);
  return { item, service, events, messages, files, officers };
}
