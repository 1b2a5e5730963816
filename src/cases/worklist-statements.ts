import type { Statement } from "../platform/statement.ts";
import { seen } from "../councils/sight.ts";
import { NARROWED_HERE, statement } from "../platform/statement.ts";
import { CASE_COLUMNS } from "./case-store.ts";
import { mentionedTo } from "./mentions.ts";
import type { Sort, WorklistQuery } from "./worklist-query.ts";
import { COUNTED_TO, PAGE_SIZE, SORTS } from "./worklist-query.ts";

/** The deadline by which open cases are listed: the nearest that runs. */
export const DUE_COLUMN = "nearest_at";

/** That the clock of a case is stopped: its last pause has no end. In these very words, by which its index is found. */
export const PAUSED = "(clock -> 'pauses' -> -1 -> 'until') = 'null'::jsonb";

/** How many rows are fetched at a time where a whole list is wanted. */
export const MANY_ROWS = 500;

export interface ListStatements {
  readonly page: Statement;
  readonly many: Statement;
  readonly count: Statement;
  /** The references of the cases before and after a place in the list. */
  readonly beside: Statement;
}

// The parameters that filters use, and with the place of the row before: a rule's values come after them.
export const FILTER_VALUES = 11;
export const PLACED_VALUES = 13;

const FILTERS = `council = $1 and ${seen("$2")} and ($3::text is null or service = $3) and ($4::text is null or stage = $4)
  and ($5::text is null or priority = $5) and ($6::timestamptz is null or ${DUE_COLUMN} > $6) and ($7::timestamptz is null or ${DUE_COLUMN} <= $7)
  and ($8::boolean is null or waiting_reply = $8) and ($10::boolean is null or ${PAUSED})
  and ($11::uuid is null or ${mentionedTo("$1", "$11")})`;

// Of one officer the index gives the order; of several, as while one covers another, their cases are sorted.
const HOLDERS = {
  anyone: "and $9::uuid is not null",
  me: "and officer = $9 and $9::uuid is not null",
  us: "and officer = any($9::uuid[])",
  nobody: "and officer is null and $9::uuid is not null",
} as const;

type Holders = keyof typeof HOLDERS;

interface Order {
  /** Of times, before the id. Ids are in the order in which cases were opened. */
  readonly column?: string;
  readonly direction: "asc" | "desc";
}

const BY_AGE = { newest: { direction: "desc" }, oldest: { direction: "asc" } } as const;
const ORDERS: Readonly<Record<WorklistQuery["state"], Readonly<Record<Sort, Order>>>> = {
  open: { ...BY_AGE, due: { column: DUE_COLUMN, direction: "asc" }, updated: { column: "updated_at", direction: "desc" } },
  closed: { ...BY_AGE, due: { column: "closed_at", direction: "desc" }, updated: { column: "closed_at", direction: "desc" } },
};

/** What narrows a list down to what is asked for. */
function whereOf(state: WorklistQuery["state"], holder: Holders): string {
  return `${FILTERS} and closed_at is ${state === "open" ? "" : "not "}null ${HOLDERS[holder]} and ${NARROWED_HERE}`;
}

// A filter that is not set is a null: only a plan for the very values sees that, and finds the index for those that are set.
const UNPREPARED = { unprepared: true } as const;

// Statements for each combination of what changes the plan: an index serves each, and the rest are plain filters on the rows it gives.
function declare(state: WorklistQuery["state"], holder: Holders, sort: Sort): ListStatements {
  const { column, direction } = ORDERS[state][sort];
  const where = whereOf(state, holder);
  const [row, last] = column === undefined ? ["id", "$13::uuid"] : [`(${column}, id)`, "($12, $13::uuid)"];
  const beyond = `($12::timestamptz is null or ${row} ${direction === "asc" ? ">" : "<"} ${last})`;
  const orderOf = (way: string): string => `${column === undefined ? "" : `${column} ${way}, `}id ${way}`;
  const order = orderOf(direction);
  const first = (sign: string, way: string): string =>
    `(select reference from cases where ${where} and $12::timestamptz is not null and ${row} ${sign} ${last} order by ${orderOf(way)} limit 1)`;
  const [onward, back] = direction === "asc" ? [first(">", "asc"), first("<", "desc")] : [first("<", "desc"), first(">", "asc")];
  const rows = (limit: number): string => `select ${CASE_COLUMNS} from cases where ${where} and ${beyond} order by ${order} limit ${limit}`;
  return {
    page: statement(`worklist-${state}-${holder}-${sort}`, rows(PAGE_SIZE + 1), UNPREPARED),
    many: statement(`worklist-many-${state}-${holder}-${sort}`, rows(MANY_ROWS), UNPREPARED),
    count: statement(
      `worklist-count-${state}-${holder}`,
      `select count(*) as count from (select 1 from cases where ${where} limit ${COUNTED_TO + 1}) as counted`,
      UNPREPARED,
    ),
    beside: statement(`worklist-beside-${state}-${holder}-${sort}`, `select ${back} previous, ${onward} next`, UNPREPARED),
  };
}

const declared = new Map<string, ListStatements>();
for (const state of ["open", "closed"] as const) {
  for (const holder of ["anyone", "me", "us", "nobody"] as const) {
    for (const sort of SORTS) declared.set(`${state} ${holder} ${sort}`, declare(state, holder, sort));
  }
}

/** Whether a list is of the cases of several officers. */
export function ofSeveral({ holder, covering = [] }: Pick<WorklistQuery, "holder" | "covering">): boolean {
  return holder === "me" && covering.length > 0;
}

export function statementsFor(query: Pick<WorklistQuery, "state" | "holder" | "sort" | "covering">): ListStatements {
  const { state, sort } = query;
  const found = declared.get(`${state} ${ofSeveral(query) ? "us" : query.holder} ${sort}`);
  if (found === undefined) throw new Error("The worklist has no such order");
  return found;
}
