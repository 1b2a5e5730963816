import type { Database } from "../platform/database.ts";
import type { Statement } from "../platform/statement.ts";
import { statement } from "../platform/statement.ts";
import type { CaseRow } from "./case-row.ts";
import { caseFrom, plainWords } from "./case-row.ts";
import { CASE_COLUMNS } from "./case-store.ts";
import type { Case } from "./case.ts";

/** What an officer asks a worklist for. `teams` are those whose cases they may see. */
export interface WorklistQuery {
  readonly teams: readonly string[];
  readonly state: "open" | "closed";
  readonly holder: "anyone" | "me" | "nobody";
  readonly officer: string;
  readonly service?: string;
  readonly stage?: string;
  readonly priority?: string;
  readonly overdue?: boolean;
  readonly waiting?: boolean;
  readonly sort: Sort;
  readonly now: Date;
  /** The last row of the page before: what it sorts by, and its id. */
  readonly after?: { readonly at: Date; readonly id: string };
}

export type Sort = "due" | "newest" | "oldest" | "updated";

export const PAGE_SIZE = 25;

const COUNTED_TO = 1000;

// Ids are in the order in which cases were opened.
const ORDER: Readonly<Record<Sort, { readonly column?: string; readonly direction: "asc" | "desc" }>> = {
  due: { column: "nearest_at", direction: "asc" },
  newest: { direction: "desc" },
  oldest: { direction: "asc" },
  updated: { column: "updated_at", direction: "desc" },
};

const FILTERS = `council = $1 and team = any($2) and ($3::text is null or service = $3) and ($4::text is null or stage = $4)
  and ($5::text is null or priority = $5) and ($6::timestamptz is null or nearest_at <= $6) and ($7::boolean is null or waiting_reply = $7)`;

const HOLDERS = { anyone: "", me: "and officer = $8", nobody: "and officer is null" } as const;

// A query per combination of what changes the plan: an index serves each, and the rest are plain filters on the rows it gives.
function declare(state: WorklistQuery["state"], holder: WorklistQuery["holder"], sort: Sort): { page: Statement; count: Statement } {
  const { column, direction } = ORDER[sort];
  const where = `${FILTERS} and closed_at is ${state === "open" ? "" : "not "}null ${HOLDERS[holder]} and $8::uuid is not null`;
  const [row, last] = column === undefined ? ["id", "$10::uuid"] : [`(${column}, id)`, "($9, $10::uuid)"];
  const beyond = `($9::timestamptz is null or ${row} ${direction === "asc" ? ">" : "<"} ${last})`;
  const order = column === undefined ? "" : `${column} ${direction}, `;
  return {
    page: statement(
      `worklist-${state}-${holder}-${sort}`,
      `select ${CASE_COLUMNS} from cases where ${where} and ${beyond} order by ${order}id ${direction} limit ${PAGE_SIZE + 1}`,
    ),
    count: statement(
      `worklist-count-${state}-${holder}`,
      `select count(*) as count from (select 1 from cases where ${where} limit ${COUNTED_TO + 1}) as counted`,
    ),
  };
}

const declared = new Map<string, { page: Statement; count: Statement }>();
for (const state of ["open", "closed"] as const) {
  for (const holder of ["anyone", "me", "nobody"] as const) {
    for (const sort of ["due", "newest", "oldest", "updated"] as const)
      declared.set(`${state} ${holder} ${sort}`, declare(state, holder, sort));
  }
}

const searchByName = statement(
  "worklist-search-name",
  `select ${CASE_COLUMNS} from cases where council = $1 and team = any($2) and (person_search like any($3)) order by opened_at desc, id limit ${PAGE_SIZE + 1}`,
);
const searchByReference = statement(
  "worklist-search-reference",
  `select ${CASE_COLUMNS} from cases where council = $1 and team = any($2) and reference = $3`,
);

export interface WorklistPage {
  readonly cases: readonly Case[];
  readonly more: boolean;
  /** Counted up to a thousand; `many` says there are more. */
  readonly count: number;
  readonly many: boolean;
}

function values(query: WorklistQuery): unknown[] {
  const { service = null, stage = null, priority = null, overdue, waiting } = query;
  return [query.teams, service, stage, priority, overdue === true ? query.now : null, waiting ?? null, query.officer];
}

function pageOf(rows: readonly CaseRow[]): { cases: Case[]; more: boolean } {
  return { cases: rows.slice(0, PAGE_SIZE).map(caseFrom), more: rows.length > PAGE_SIZE };
}

/** The worklist: two statements, the page by keyset and the count up to a thousand. */
export function worklist(database: Database) {
  return {
    async list(council: string, query: WorklistQuery): Promise<WorklistPage> {
      const chosen = declared.get(`${query.state} ${query.holder} ${query.sort}`);
      if (chosen === undefined) throw new Error("The worklist has no such order");
      const filters = [council, ...values(query)];
      const [rows, counted] = await Promise.all([
        database.query<CaseRow>(chosen.page, [...filters, query.after?.at ?? null, query.after?.id ?? null]),
        database.query<{ count: number }>(chosen.count, filters),
      ]);
      const count = counted[0]?.count ?? 0;
      return { ...pageOf(rows), count: Math.min(count, COUNTED_TO), many: count > COUNTED_TO };
    },

    async byReference(council: string, teams: readonly string[], reference: string): Promise<readonly Case[]> {
      return (await database.query<CaseRow>(searchByReference, [council, teams, reference])).map(caseFrom);
    },

    /** Cases by a person's name: last name first or as spoken, from the start of each; which of the words are the last name is not known. */
    async byName(council: string, teams: readonly string[], typed: string): Promise<{ cases: readonly Case[]; more: boolean }> {
      const words = plainWords(typed.slice(0, 100));
      if (words.length === 0) return { cases: [], more: false };
      const patterns = words.slice(0, 8).map((_, from) => `${[...words.slice(from), ...words.slice(0, from)].join(" ")}%`);
      return pageOf(await database.query<CaseRow>(searchByName, [council, teams, [...new Set(patterns)]]));
    },
  };
}

export type Worklist = ReturnType<typeof worklist>;
