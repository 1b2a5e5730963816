import type { Value } from "../rules/value.ts";

/** What a column may hold. Money is kept as whole pence, a date as `YYYY-MM-DD`; a cell that is empty is null. */
export const CELL_KINDS = ["text", "number", "money", "date", "yes-no"] as const;
export type CellKind = (typeof CELL_KINDS)[number];
export type Cell = null | string | number | boolean;

/** How a register's file is to be read. Names of columns are as `columnName` writes them. */
export interface RegisterPlan {
  readonly name: string;
  /** The column that tells rows apart, and the one that people read. */
  readonly key: string;
  readonly label: string;
  /** The column with the label in Welsh. */
  readonly welsh?: string;
  /** The other columns that services may show and rules may read. */
  readonly columns: Readonly<Record<string, CellKind>>;
}

export interface Row {
  readonly key: string;
  readonly label: string;
  readonly welsh: string | null;
  readonly cells: Readonly<Record<string, Cell>>;
}

export interface Search {
  /** What a person typed. Nothing finds every row, in the order of the file. */
  readonly words: string;
  readonly limit: number;
  /** Rows to pass over before the first that is given. */
  readonly from?: number;
  /** Only rows for which this holds. */
  readonly only?: (row: Row) => boolean;
}

export interface Found {
  readonly rows: readonly Row[];
  /** How many rows there are in all. */
  readonly total: number;
}

/** A table of the council that answers are chosen from: read once, never changed, searched in memory. */
export interface Register {
  readonly name: string;
  readonly columns: Readonly<Record<string, CellKind>>;
  readonly size: number;
  /** Whether rows may have a label in Welsh. */
  readonly bilingual: boolean;
  row(key: string): Row | undefined;
  rows(): Iterable<Row>;
  /** The rows that have exactly this label, but for capitals, accents and punctuation. */
  labelled(text: string): readonly Row[];
  search(search: Search): Found;
}

/** A cell as rules see it: money in pounds. */
export function cellValue(kind: CellKind, cell: Cell): Value {
  return kind === "money" && typeof cell === "number" ? cell / 100 : cell;
}

/** "Number of places" -> "number_of_places": the name of a column in declarations and rules. */
export function columnName(header: string): string {
  const words = header
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  return words.filter((word) => word !== "").join("_");
}
