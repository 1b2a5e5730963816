import type { Cell } from "./register.ts";

/** The rows as they are gathered, column by column. */
export interface Gathered {
  readonly keys: string[];
  readonly labels: string[];
  readonly welsh: (string | null)[];
  readonly cells: Readonly<Record<string, Cell[]>>;
}
