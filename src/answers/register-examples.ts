import type { Cell, Row } from "../registers/register.ts";
import type { Question } from "./answer-type.ts";
import { isOffered } from "./register-offers.ts";

/** Rows that are tried: the first, and those that differ from it in what rules most likely tell apart. */
const MOST_EXAMPLES = 6;

interface Known {
  readonly today: string;
  readonly rows: readonly Row[];
}

/** A large register is looked through once for each question and day. */
const KNOWN = new WeakMap<Question, Known>();

/**
 * Rows for generated journeys. A column with few different values is one that rules ask for, so the first row with each of its values is among
 * them, that of the column with the fewest first.
 */
export function rowExamples(question: Question, today: string): readonly Row[] {
  const known = KNOWN.get(question);
  if (known?.today === today) return known.rows;
  const rows = chosenRows(firstRows(question, today));
  KNOWN.set(question, { today, rows });
  return rows;
}

/** The first row with each value, by column, as far as there may be that many. */
type First = ReadonlyMap<string, Map<Cell, Row>>;

function firstRows(question: Question, today: string): First {
  const names = Object.keys(question.register?.columns ?? {});
  const first: First = new Map(["", ...names].map((name) => [name, new Map()]));
  for (const row of question.register?.rows() ?? []) {
    if (!isOffered(question, row, { today })) continue;
    for (const [name, values] of first) {
      const cell = name === "" ? null : (row.cells[name] ?? null);
      if (values.size <= MOST_EXAMPLES && !values.has(cell)) values.set(cell, row);
    }
  }
  return first;
}

function chosenRows(first: First): readonly Row[] {
  const chosen = new Map<string, Row>();
  const seen = new Set<string>();
  for (const [name, values] of [...first].toSorted(([, a], [, b]) => a.size - b.size)) {
    for (const [cell, row] of values) {
      if (chosen.size === MOST_EXAMPLES || seen.has(`${name} ${cell}`)) continue;
      chosen.set(row.key, row);
      for (const [column, value] of Object.entries(row.cells)) seen.add(`${column} ${value}`);
    }
  }
  return [...chosen.values()];
}
