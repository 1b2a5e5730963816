import { compileTable, type TableProblem, type TableRules, type TableSource } from "../rules/table.ts";
import type { Table, Tables } from "../rules/tables.ts";
import type { RuleType } from "../rules/type.ts";
import type { Calendar } from "../rules/working-days.ts";
import { NAME_PATTERNS } from "./key.ts";
import type { QuestionSource, TableNode } from "./outline.ts";
import { present } from "./present.ts";
import { type KnownNames, notesOf } from "./rule-note.ts";
import { ruleTypeOf } from "./rule-type-of.ts";
import type { Note, TextNode } from "./yaml/node.ts";

export interface WiredTables {
  readonly tables: Tables;
  /** Tables with something wrong in them: that is said there, and not again by each rule that reads one. */
  readonly broken: ReadonlySet<string>;
  /** The rules of each table that is sound. */
  readonly rules: ReadonlyMap<string, TableRules>;
  readonly notes: readonly Note[];
}

/**
 * Compiles the decision tables in their order, each with every question in sight and the tables before it. Whether what a table reads
 * is asked by then is asked where a rule reads the table.
 */
export function wireTables(
  nodes: ReadonlyMap<string, TableNode>,
  questions: ReadonlyMap<string, QuestionSource>,
  calendar?: Calendar,
): WiredTables {
  const scope = scopeOf(questions);
  const tables: Record<string, Table> = {};
  const rules = new Map<string, TableRules>();
  const notes: Note[] = [];
  const broken = new Set<string>();
  for (const [id, node] of nodes) {
    if (questions.has(id)) {
      notes.push(taken(node, id));
      continue;
    }
    const rows = node.rows.map(({ when, gives }) => ({ when: when.value, gives: gives.value }));
    const compiled = compileTable(present<TableSource>({ hit: node.hit, rows, otherwise: node.otherwise?.value }), scope, tables, calendar);
    if (!compiled.ok) {
      broken.add(id);
      notes.push(...compiled.problems.flatMap((problem) => notesOfTable(node, problem, { questions, broken })));
    } else {
      tables[id] = compiled.table;
      rules.set(id, compiled.rules);
    }
  }
  return { tables, broken, rules, notes };
}

function scopeOf(questions: ReadonlyMap<string, QuestionSource>): Readonly<Record<string, RuleType>> {
  const scope: Record<string, RuleType> = {};
  for (const [id, source] of questions) {
    const type = NAME_PATTERNS.underscore.test(id) ? ruleTypeOf(source) : undefined;
    if (type !== undefined) scope[id] = type;
  }
  return scope;
}

function taken({ key }: TableNode, id: string): Note {
  const message = `There is a question called ${id} too, so a rule could not say which is meant.`;
  return { code: "table-name-taken", at: key, message, fix: "Give the table another name." };
}

function notesOfTable(node: TableNode, { row, part, problem }: TableProblem, known: KnownNames): readonly Note[] {
  const at = partOf(node, row, part);
  return at === undefined ? [{ ...problem, at: node.key }] : notesOf(at, problem, known);
}

function partOf({ rows, otherwise }: TableNode, row: number | undefined, part: TableProblem["part"]): TextNode | undefined {
  const found = row === undefined ? undefined : rows[row];
  if (part === "otherwise") return otherwise;
  return part === "when" ? found?.when : found?.gives;
}
