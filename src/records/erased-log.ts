import type { ErasedData } from "../cases/event.ts";
import type { Sight } from "../councils/sight.ts";
import { seen } from "../councils/sight.ts";
import type { Queries } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";

export const LOG_PAGE = 50;

// Nothing happens to a case after it was erased, so the event is its last.
const log = statement(
  "records-erased-log",
  `select c.id, c.reference, c.service, c.erased_at as at, e.officer, e.data from cases c
  join events e on e.council = c.council and e.case_id = c.id and e.number = c.event_count
  where c.council = $1 and ${seen("$2", "c.")} and c.erased_at is not null
    and ($3::timestamptz is null or (c.erased_at, c.id) < ($3, $4::uuid)) order by c.erased_at desc, c.id desc limit ${LOG_PAGE + 1}`,
);

/** One case that was erased: when, by whom, and what it was by. */
export interface LoggedErasure {
  readonly id: string;
  readonly reference: string;
  readonly service: string;
  readonly at: Date;
  /** Null where it went by itself, or by the command line. */
  readonly officer: string | null;
  readonly data: ErasedData;
}

/** What was erased, the newest first, of the cases of some teams. */
export async function erasedLog(
  within: Queries,
  council: string,
  teams: Sight,
  after?: { readonly at: Date; readonly id: string },
): Promise<{ readonly erasures: readonly LoggedErasure[]; readonly more: boolean }> {
  const rows = await within.query<LoggedErasure>(log, [council, teams, after?.at ?? null, after?.id ?? null]);
  return { erasures: rows.slice(0, LOG_PAGE), more: rows.length > LOG_PAGE };
}
