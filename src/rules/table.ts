import { compileRule } from "./compile-rule.ts";
import { commonOfAll, describe } from "./fit.ts";
import { parse } from "./parse.ts";
import { problem } from "./problem.ts";
import type { Rule, RuleProblem } from "./rule.ts";
import type { Expression } from "./syntax.ts";
import { firstOverlap } from "./table-overlap.ts";
import { BOOLEAN, type Scope } from "./type.ts";
import type { Hit, Table, Tables } from "./tables.ts";
import type { Calendar } from "./working-days.ts";

/** A decision table as it is written: each row's rules, and what it gives where no row holds. */
export interface TableSource {
  readonly hit: Hit;
  readonly rows: readonly { readonly when: string; readonly gives: string }[];
  readonly otherwise?: string;
}

/** What is wrong with a table, and with which of its rules; without one, with the table as a whole. */
export interface TableProblem {
  readonly problem: RuleProblem;
  readonly row?: number;
  readonly part?: "when" | "gives" | "otherwise";
}

export interface TableRules {
  readonly rows: readonly { readonly when: Rule; readonly gives: Rule }[];
  readonly otherwise?: Rule;
}

export type TableCompilation =
  | { readonly ok: true; readonly table: Table; readonly rules: TableRules }
  | { readonly ok: false; readonly problems: readonly TableProblem[] };

export const MOST_ROWS = 100;
/** Characters of all the rules of a table: a hundred rows of some hundred each. */
export const LONGEST_TABLE = 40_000;

/**
 * Compiles a decision table. It becomes an expression that each rule which reads the table takes in, so that all that can be done
 * with a rule can be done with a table: it is typed, run, told in words and said in SQL. `scope` names all that its rows may read,
 * `tables` those tables that they may.
 */
export function compileTable(source: TableSource, scope: Scope, tables: Tables = {}, calendar?: Calendar): TableCompilation {
  if (source.rows.length > MOST_ROWS) return whole(`A table has up to ${MOST_ROWS} rows; this one has ${source.rows.length}.`);
  const length = lengthOf(source);
  if (length > LONGEST_TABLE) return whole(`The rules of a table have up to ${LONGEST_TABLE} characters together; these have ${length}.`);
  const problems: TableProblem[] = [];
  const rows = source.rows.flatMap(({ when, gives }, row) => {
    const condition = compiled(compileRule(when, scope, BOOLEAN, tables, calendar), { row, part: "when" }, problems);
    const value = compiled(compileRule(gives, scope, undefined, tables, calendar), { row, part: "gives" }, problems);
    return condition === undefined || value === undefined ? [] : [{ when: condition, gives: value }];
  });
  const otherwise =
    source.otherwise === undefined
      ? undefined
      : compiled(compileRule(source.otherwise, scope, undefined, tables, calendar), { part: "otherwise" }, problems);
  const rules: TableRules = otherwise === undefined ? { rows } : { rows, otherwise };
  if (problems.length === 0) problems.push(...valueProblems(source.hit, rules), ...rowProblems(source.hit, rules));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, table: tableOf(source, rules), rules };
}

function lengthOf({ rows, otherwise = "" }: TableSource): number {
  return rows.reduce((sum, { when, gives }) => sum + when.length + gives.length, otherwise.length);
}

type Compiled = ReturnType<typeof compileRule>;

function compiled(found: Compiled, where: Omit<TableProblem, "problem">, problems: TableProblem[]): Rule | undefined {
  if (found.ok) return found.rule;
  problems.push(...found.problems.map((one) => ({ ...where, problem: one })));
  return undefined;
}

function whole(message: string): TableCompilation {
  return {
    ok: false,
    problems: [{ problem: problem("rule-not-supported", { from: 0, to: 0 }, message, "Split it into several tables.") }],
  };
}

/** All rows give values of one type, and amounts where they are added up. */
function valueProblems(hit: Hit, { rows, otherwise }: TableRules): readonly TableProblem[] {
  const values = [...rows.map(({ gives }) => gives.tree), ...(otherwise === undefined ? [] : [otherwise.tree])];
  const index = values.findIndex((_, at) => commonOfAll(values.slice(0, at + 1)) === undefined);
  const odd = values[index];
  const where = (at: number): Omit<TableProblem, "problem"> => (at < rows.length ? { row: at, part: "gives" } : { part: "otherwise" });
  if (odd !== undefined) {
    const before = values.find(({ type }) => type.kind !== "nothing") ?? odd;
    const message = `This gives ${describe(odd)}, and a row before it ${describe(before)}; all rows must give values of one type.`;
    return [{ ...where(index), problem: problem("rule-type", odd, message) }];
  }
  if (hit !== "sum") return [];
  return values.flatMap((value, at) => {
    if (["number", "money", "nothing"].includes(value.type.kind)) return [];
    const message = `The rows of this table are added up, so each must give a number or an amount of money, not ${describe(value)}.`;
    return [{ ...where(at), problem: problem("rule-type", value, message, 'Use "hit: first" to choose one row.') }];
  });
}

function rowProblems(hit: Hit, { rows }: TableRules): readonly TableProblem[] {
  if (hit !== "unique") return [];
  const overlap = firstOverlap(rows.map(({ when }) => when));
  if (overlap === undefined) return [];
  const { first, second, where } = overlap;
  const message =
    where === undefined
      ? `Whether rows ${first + 1} and ${second + 1} can both hold cannot be told.`
      : `Rows ${first + 1} and ${second + 1} can both hold, for example where ${where}.`;
  const fix = 'Change one of them, or use "hit: first" to take the first that holds.';
  return [
    { row: second, part: "when", problem: problem("table-rows", { from: 0, to: rows[second]?.when.source.length ?? 0 }, message, fix) },
  ];
}

function tableOf(source: TableSource, { rows, otherwise }: TableRules): Table {
  const rules = [...rows.flatMap(({ when, gives }) => [when, gives]), ...(otherwise === undefined ? [] : [otherwise])];
  const parts = source.rows.map(({ when, gives }) => ({ when: expressionOf(when), gives: expressionOf(gives) }));
  const last = source.otherwise === undefined ? NOTHING : expressionOf(source.otherwise);
  const expression = source.hit === "sum" ? added(parts, last) : chosen(parts, last);
  return { expression, reads: [...new Set(rules.flatMap(({ reads }) => reads))], literal: isLiteral({ rows, otherwise }) };
}

function isLiteral({ rows, otherwise }: { rows: TableRules["rows"]; otherwise: Rule | undefined }): boolean {
  const values = [...rows.map(({ gives }) => gives.tree), ...(otherwise === undefined ? [] : [otherwise.tree])];
  return values.every(({ literal, type }) => literal && (type.kind === "number" || type.kind === "nothing"));
}

interface Parts {
  readonly when: Expression;
  readonly gives: Expression;
}

const AT = { from: 0, to: 0 };
const NOTHING: Expression = { ...AT, kind: "literal", of: "nothing", value: null };
const ZERO: Expression = { ...AT, kind: "literal", of: "number", value: 0 };

/** The rules of a table were compiled before, so each of its texts can be read. */
function expressionOf(source: string): Expression {
  const parsing = parse(source);
  return parsing.ok ? parsing.expression : NOTHING;
}

function chosen(rows: readonly Parts[], otherwise: Expression): Expression {
  return rows.reduceRight<Expression>((no, { when, gives }) => ({ ...AT, kind: "if", condition: when, yes: gives, no }), otherwise);
}

/** Nothing is added up where no row holds, and the sum of nothing is null, as the standard has it. */
function added(rows: readonly Parts[], otherwise: Expression): Expression {
  const items = rows.map(({ when, gives }): Expression => ({ ...AT, kind: "if", condition: when, yes: gives, no: ZERO }));
  const sum: Expression = { ...AT, kind: "call", name: "sum", nameAt: AT, arguments: [{ ...AT, kind: "list", items }] };
  return { ...AT, kind: "if", condition: { ...AT, kind: "or", terms: rows.map(({ when }) => when) }, yes: sum, no: otherwise };
}
