import type { Sight } from "../councils/sight.ts";
import { seen } from "../councils/sight.ts";
import type { Queries } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";

/** The deadline of an open case, without anything of its person. */
export interface DeadlineOf {
  readonly id: string;
  readonly reference: string;
  readonly service: string;
  readonly version: number;
  /** The first instant that is too late; of its stage where that is sooner. */
  readonly due: Date;
  readonly changed: Date;
  readonly events: number;
  readonly waiting: boolean;
  readonly mentioned: boolean;
}

const COLUMNS = `id, reference, service, version, nearest_at as due, updated_at as changed, event_count as events, waiting_reply as waiting`;
const MOST = 500;
const MENTIONED = "id = any(array(select m.case_id from mentions m where m.council = $1 and m.officer = $3 and m.seen_at is null))";

const mine = statement(
  "deadlines-of-officer",
  `select ${COLUMNS}, ${MENTIONED} as mentioned from cases where council = $1 and ${seen("$2")} and closed_at is null and (officer = $3 or ${MENTIONED})
  order by nearest_at, id limit ${MOST}`,
  { unprepared: true },
);
const teams = statement(
  "deadlines-of-teams",
  `select ${COLUMNS}, false as mentioned from cases where council = $1 and ${seen("$2")} and closed_at is null and $3::uuid is not null
  order by nearest_at, id limit ${MOST}`,
  { unprepared: true },
);

/** Open cases of an officer, and those where a note mentions them; or all of some teams: those due first. */
export function deadlinesOf(
  within: Queries,
  council: string,
  whose: { readonly sight: Sight; readonly officer: string; readonly of: "mine" | "teams" },
): Promise<readonly DeadlineOf[]> {
  return within.query<DeadlineOf>(whose.of === "mine" ? mine : teams, [council, whose.sight, whose.officer]);
}
