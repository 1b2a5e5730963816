import type { Sight } from "../councils/sight.ts";
import { seen } from "../councils/sight.ts";
import type { Database } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";
import type { CaseRow } from "./case-row.ts";
import { caseFrom } from "./case-row.ts";
import { CASE_COLUMNS } from "./case-store.ts";
import type { Case } from "./case.ts";
import type { Counted } from "./worklist-query.ts";
import { counted, COUNTED_TO } from "./worklist-query.ts";

/** How many cases stand in each column; the rest are on the list. */
export const BOARD_ROWS = 10;

export interface BoardQuery {
  readonly teams: Sight;
  readonly service: string;
  readonly stages: readonly string[];
  /** Only that officer's. */
  readonly officer?: string;
}

/** One column: the open cases of a stage that are due first, and how many there are. */
export interface BoardColumn extends Counted {
  readonly cases: readonly Case[];
}

const WHERE = `council = $1 and ${seen("$2")} and service = $3 and stage = s.at and closed_at is null and ($5::uuid is null or officer = $5)`;

const boardCases = statement(
  "board-cases",
  `select c.* from unnest($4::text[]) s(at)
   cross join lateral (select ${CASE_COLUMNS} from cases where ${WHERE} order by nearest_at, id limit ${BOARD_ROWS}) c`,
  { unprepared: true },
);
const boardCounts = statement(
  "board-counts",
  `select s.at stage, (select count(*) from (select 1 from cases where ${WHERE} limit ${COUNTED_TO + 1}) c)::integer count from unnest($4::text[]) s(at)`,
  { unprepared: true },
);

export function board(database: Database) {
  return {
    /** The open cases of a service by stage: two statements. */
    async board(council: string, query: BoardQuery): Promise<ReadonlyMap<string, BoardColumn>> {
      const { teams, service, stages, officer } = query;
      const values = [council, teams, service, stages, officer ?? null];
      const [rows, counts] = await Promise.all([
        database.query<CaseRow>(boardCases, values),
        database.query<{ stage: string; count: number }>(boardCounts, values),
      ]);
      const cases = rows.map(caseFrom);
      const columns = counts.map(({ stage, count }): readonly [string, BoardColumn] => [
        stage,
        { cases: cases.filter((item) => item.stage === stage), ...counted(count) },
      ]);
      return new Map(columns);
    },
  };
}
