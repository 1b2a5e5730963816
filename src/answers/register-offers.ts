import { cellValue } from "../registers/register.ts";
import type { Row } from "../registers/register.ts";
import type { Facts, ValueRecord } from "../rules/value.ts";
import type { Question, ReadingContext } from "./answer-type.ts";

/** A row as a rule over its columns sees it. */
export function rowFacts({ register }: Question, { key, label, cells }: Row): ValueRecord {
  const columns = Object.entries(register?.columns ?? {}).map(([name, kind]) => [name, cellValue(kind, cells[name] ?? null)]);
  return { key, label, ...Object.fromEntries(columns) };
}

/**
 * Whether a row is offered at all. Where that depends on other answers it is offered here: that the answers go together is looked at when all of
 * them are known.
 */
export function isOffered(question: Question, row: Row, { today }: Pick<ReadingContext, "today">): boolean {
  const { offers } = question;
  if (offers === undefined || offers.answers.length > 0) return true;
  return offers.rule.run({ today, ...rowFacts(question, row) }) === true;
}

/** Which rows are listed for somebody whose answers before are known; undefined where all are. */
export function offered(question: Question, facts: Facts): ((row: Row) => boolean) | undefined {
  const { offers } = question;
  return offers === undefined ? undefined : (row) => offers.rule.run({ ...facts, ...rowFacts(question, row) }) === true;
}
