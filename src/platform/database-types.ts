import { types } from "pg";
import type { CustomTypesConfig } from "pg";

const INT8 = 20;
const DATE = 1082;
const INT8_ARRAY = 1016;
const DATE_ARRAY = 1182;

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError("A bigint of the database is too large for a number");
  return value;
}

/** A flat array literal of values that PostgreSQL never quotes: `{1,2,NULL}`. */
function list<Value>(read: (text: string) => Value): (literal: string) => (Value | null)[] {
  return (literal) =>
    literal === "{}"
      ? []
      : literal
          .slice(1, -1)
          .split(",")
          .map((part) => (part === "NULL" ? null : read(part)));
}

const asWritten = (text: string): string => text;

const OURS = new Map<number, (text: string) => unknown>([
  [INT8, wholeNumber],
  [DATE, asWritten],
  [INT8_ARRAY, list(wholeNumber)],
  [DATE_ARRAY, list(asWritten)],
]);

/** How values come back: bigint and count as number, date as `YYYY-MM-DD`, timestamptz as Date, numeric as its exact text. */
export const columnTypes: CustomTypesConfig = {
  getTypeParser: (id, format) => (format === "binary" ? undefined : OURS.get(id)) ?? types.getTypeParser(id, format),
};
