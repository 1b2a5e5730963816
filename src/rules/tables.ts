import type { Expression } from "./syntax.ts";

/** unique: at most one row can hold. first: the first that holds. sum: all that hold are added up. */
export type Hit = "unique" | "first" | "sum";

export const HITS: readonly Hit[] = ["unique", "first", "sum"];

/** A decision table as rules read it: by its name, as if its expression stood there. */
export interface Table {
  readonly expression: Expression;
  /** The names of the scope that its rows read. */
  readonly reads: readonly string[];
  /** Whether it gives nothing but numbers as they are written, which stand for pounds next to money. */
  readonly literal: boolean;
}

export type Tables = Readonly<Record<string, Table>>;
