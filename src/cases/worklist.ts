import type { Database } from "../platform/database.ts";
import type { Statement } from "../platform/statement.ts";
import { narrowed, together } from "../platform/statement.ts";
import { ruleToSql } from "../rules/sql/rule-to-sql.ts";
import { board } from "./board.ts";
import type { CaseRow } from "./case-row.ts";
import { caseFrom } from "./case-row.ts";
import { caseSearch } from "./case-search.ts";
import type { Case } from "./case.ts";
import { nearestOf } from "./clock/case-clock.ts";
import { viewCounts } from "./view-counts.ts";
import type { AnswerConditions, Counted, Place, WorklistQuery } from "./worklist-query.ts";
import { counted, PAGE_SIZE } from "./worklist-query.ts";
import { FILTER_VALUES, MANY_ROWS, ofSeveral, PLACED_VALUES, statementsFor } from "./worklist-statements.ts";

export interface WorklistPage extends Counted {
  readonly cases: readonly Case[];
  readonly more: boolean;
}

function valuesOf(council: string, query: WorklistQuery): unknown[] {
  const { service = null, stage = null, priority = null, dueAfter = null, dueBy = null, waiting = null, paused = null } = query;
  const officers = ofSeveral(query) ? [query.officer, ...(query.covering ?? [])] : query.officer;
  const mentioned = query.mentioned === true ? query.officer : null;
  return [council, query.teams, service, stage, priority, dueAfter, dueBy, waiting, officers, paused, mentioned];
}

interface Asked {
  readonly statement: Statement;
  readonly values: readonly unknown[];
}

/** The statement narrowed by rules over answers; `before` is how many values it has already. Rules without a form in SQL are not asked of it. */
function withRules(statement: Statement, values: readonly unknown[], { answers }: WorklistQuery): Asked {
  if (answers === undefined || answers.rules.length === 0) return { statement, values };
  const all = [...values];
  const terms = answers.rules.map((rule) => {
    const sql = ruleToSql(rule, { answers: "answers", today: answers.today, shaped: answers.shaped, firstValue: all.length + 1 });
    if (!sql.ok) throw new Error(`A rule of a worklist has no form in SQL: ${sql.reason}`);
    all.push(...sql.values);
    return sql.text;
  });
  return { statement: narrowed(statement, terms.join(" and ")), values: all };
}

/** The cases beside one in a list; null at an end of it. */
export interface Beside {
  readonly previous: string | null;
  readonly next: string | null;
}

/** Why a rule cannot be asked of a worklist; undefined where it can. */
export function notInSql({ rules, shaped, today }: AnswerConditions): string | undefined {
  for (const rule of rules) {
    const sql = ruleToSql(rule, { answers: "answers", today, shaped });
    if (!sql.ok) return sql.reason;
  }
  return undefined;
}

/** Where the page after a row begins. */
export function placeOf(item: Case, { state, sort }: Pick<WorklistQuery, "state" | "sort">): Place {
  if (sort === "newest" || sort === "oldest") return { at: item.openedAt, id: item.id };
  if (state === "closed") return { at: item.closedAt ?? item.updatedAt, id: item.id };
  return { at: sort === "due" ? nearestOf(item) : item.updatedAt, id: item.id };
}

function placedValues(council: string, query: WorklistQuery): readonly unknown[] {
  const placed = [...valuesOf(council, query), query.after?.at ?? null, query.after?.id ?? null];
  if (placed.length !== PLACED_VALUES) throw new Error("The statements of the worklist count its values otherwise");
  return placed;
}

/** How many cases a list has: counted to a bound. */
function countOf(council: string, query: WorklistQuery): Asked {
  const values = valuesOf(council, query);
  if (values.length !== FILTER_VALUES) throw new Error("The statements of the worklist count its values otherwise");
  return withRules(statementsFor(query).count, values, query);
}

/** The worklist: two statements, the page by keyset and the count up to a thousand. */
export function worklist(database: Database) {
  const rows = async (council: string, statement: Statement, query: WorklistQuery): Promise<Case[]> => {
    const asked = withRules(statement, placedValues(council, query), query);
    return (await database.query<CaseRow>(asked.statement, asked.values)).map(caseFrom);
  };
  const count = async (council: string, query: WorklistQuery): Promise<Counted> => {
    const { statement, values } = countOf(council, query);
    const [row] = await database.query<{ count: number }>(statement, values);
    return counted(row?.count ?? 0);
  };
  return {
    ...board(database),
    ...caseSearch(database),
    ...viewCounts(database),
    /** How many cases each of several lists has: one statement, or none for no list. */
    async countEach(council: string, queries: readonly WorklistQuery[]): Promise<readonly Counted[]> {
      if (queries.length === 0) return [];
      const asked = together(
        "worklist-count-each",
        queries.map((query) => countOf(council, query)),
      );
      const [row] = await database.query<Readonly<Record<string, number>>>(asked.statement, asked.values);
      return queries.map((_, index) => counted(row?.[`c${index}`] ?? 0));
    },

    async list(council: string, query: WorklistQuery): Promise<WorklistPage> {
      const [found, total] = await Promise.all([rows(council, statementsFor(query).page, query), count(council, query)]);
      return { cases: found.slice(0, PAGE_SIZE), more: found.length > PAGE_SIZE, ...total };
    },

    /** The references of the cases before and after one in a list, wherever it is or would be: one statement. */
    async beside(council: string, query: WorklistQuery, item: Case): Promise<Beside> {
      const placed = { ...query, after: placeOf(item, query) };
      const asked = withRules(statementsFor(query).beside, placedValues(council, placed), placed);
      const [found] = await database.query<Beside>(asked.statement, asked.values);
      return found ?? { previous: null, next: null };
    },

    /** The whole list from its beginning, so many rows at a time, up to `most`: one statement for each five hundred. */
    async *all(council: string, query: WorklistQuery, most: number): AsyncGenerator<readonly Case[]> {
      let after: Place | undefined;
      for (let given = 0; given < most; given += MANY_ROWS) {
        const found = await rows(council, statementsFor(query).many, after === undefined ? query : { ...query, after });
        if (found.length > 0) yield found.slice(0, most - given);
        const last = found.at(-1);
        if (last === undefined || found.length < MANY_ROWS) return;
        after = placeOf(last, query);
      }
    },
  };
}

export type Worklist = ReturnType<typeof worklist>;
