import type { DecisionTable } from "../service.ts";
import { became, compareEach } from "./change.ts";
import type { Change } from "./change.ts";

/** What changes in the decision tables: what they give, row by row, counted from 1. */
export function diffTables(before: ReadonlyMap<string, DecisionTable>, after: ReadonlyMap<string, DecisionTable>): readonly Change[] {
  return compareEach(before, after, {
    added: (id) => [{ part: "tables", words: `The table ${id} is added.` }],
    removed: (id) => [{ part: "tables", words: `The table ${id} is removed.` }],
    both: (id, former, table) => [
      ...became("tables", `Which rows of the table ${id} count`, former.hit, table.hit),
      ...diffRows(id, former, table),
      ...became("tables", `What the table ${id} gives otherwise`, former.otherwise?.source, table.otherwise?.source),
    ],
  });
}

function diffRows(id: string, former: DecisionTable, table: DecisionTable): readonly Change[] {
  const most = Math.max(former.rows.length, table.rows.length);
  return Array.from({ length: most }, (_, at) =>
    became("tables", `Row ${at + 1} of the table ${id}`, rowOf(former, at), rowOf(table, at)),
  ).flat();
}

function rowOf({ rows }: DecisionTable, at: number): string | undefined {
  const row = rows[at];
  return row === undefined ? undefined : `${row.gives.source} when ${row.when.source}`;
}
