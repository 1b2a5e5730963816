import type { Queries } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";
import type { Case } from "./case.ts";
import type { Refusal } from "./decision.ts";

const happenedSince = statement(
  "case-happened-since",
  "select 1 from events where council = $1 and case_id = $2 and number > $3 and kind = any($4) limit 1",
);

/** What must not have happened behind the back of who asks: events of these kinds, after the one that their page ended with. */
export interface Unseen {
  /** The number of events on the page. */
  readonly seen: number;
  readonly kinds: readonly string[];
}

const STALE: Refusal = { code: "stale", message: "This case has changed since you opened it" };

/** Why something is refused that was asked from a page that is out of date. The case's row is held. A statement only where anything happened. */
export async function refusedAsUnseen(within: Queries, item: Case, unseen: Unseen | undefined): Promise<Refusal | undefined> {
  if (unseen === undefined || item.eventCount <= unseen.seen) return undefined;
  const rows = await within.query(happenedSince, [item.council, item.id, unseen.seen, unseen.kinds]);
  return rows.length > 0 ? STALE : undefined;
}
