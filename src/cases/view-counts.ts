import type { Sight } from "../councils/sight.ts";
import { seen } from "../councils/sight.ts";
import type { Database } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";
import { mentionedTo } from "./mentions.ts";
import type { Counted } from "./worklist-query.ts";
import { counted, COUNTED_TO } from "./worklist-query.ts";
import { DUE_COLUMN, PAUSED } from "./worklist-statements.ts";

/** The lists that every officer has, by name: what narrows each down. */
const VIEWS = {
  mine: `${seen("$2")} and closed_at is null and officer = any($3::uuid[])`,
  teams: `${seen("$4")} and closed_at is null`,
  all: `${seen("$2")} and closed_at is null`,
  unassigned: `${seen("$2")} and closed_at is null and officer is null`,
  waiting: `${seen("$2")} and closed_at is null and waiting_reply`,
  paused: `${seen("$2")} and closed_at is null and ${PAUSED}`,
  mentioned: `${seen("$2")} and closed_at is null and ${mentionedTo("$1", "($3::uuid[])[1]")}`,
  overdue: `${seen("$2")} and closed_at is null and ${DUE_COLUMN} <= $5`,
  today: `${seen("$2")} and closed_at is null and ${DUE_COLUMN} > $5 and ${DUE_COLUMN} <= $6`,
  closed: `${seen("$2")} and closed_at is not null`,
} as const;

export type ViewName = keyof typeof VIEWS;

/** How many cases a list has. */
export type ViewCounts = (name: ViewName) => Counted;

/** What the counts depend on. `ownTeams` are the officer's own, where `teams` are all that they may see. */
export interface ViewsQuery {
  readonly teams: Sight;
  readonly ownTeams: Sight;
  readonly officer: string;
  /** Those whose cases count as the officer's own for now. */
  readonly covering?: readonly string[];
  readonly now: Date;
  /** The end of today in London. */
  readonly endOfDay: Date;
}

const countViews = statement(
  "worklist-count-views",
  `select ${Object.entries(VIEWS)
    .map(
      ([name, where]) =>
        `(select count(*) from (select 1 from cases where council = $1 and ${where} limit ${COUNTED_TO + 1}) c)::integer "${name}"`,
    )
    .join(",\n  ")}`,
);

export function viewCounts(database: Database) {
  return {
    /** How many cases each list has, counted up to a thousand: one statement. */
    async countViews(council: string, query: ViewsQuery): Promise<ViewCounts> {
      const { teams, ownTeams, now, endOfDay } = query;
      const officers = [query.officer, ...(query.covering ?? [])];
      const [row] = await database.query<Record<ViewName, number>>(countViews, [council, teams, officers, ownTeams, now, endOfDay]);
      return (name) => counted(row?.[name] ?? 0);
    },
  };
}
