/** One line of the table. Figures are already rounded texts; `ratio` is a number so that the bar can be held against it. */
export interface Row {
  readonly what: string;
  readonly figure: string;
  /** What the figure is held against, taken in the same run; empty where there is nothing to hold it against. */
  readonly ceiling?: string;
  readonly ratio?: number;
  /** The bar of docs and issue, as words. */
  readonly bar?: string;
  /** Cores taken while it was measured: program, PostgreSQL, load. */
  readonly cores?: Cores;
}

export interface Cores {
  readonly program: number;
  readonly database: number;
  readonly load: number;
}

export interface Plan {
  /** Shorter loads, fewer rounds and fewer rows: to see that everything runs, not for figures to keep. */
  readonly quick: boolean;
  /** Says what is under way. */
  readonly say: (line: string) => void;
}

/** A part of the table, chosen by its name. `how` says in a sentence how its rows are measured. */
export interface Part {
  readonly name: string;
  readonly how: string;
  readonly run: (plan: Plan) => Promise<readonly Row[]>;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The one whose figure is the median; with an even number, the upper of the two. */
export function middle<Item>(items: readonly Item[], figure: (item: Item) => number): Item {
  const sorted = items.toSorted((a, b) => figure(a) - figure(b));
  const found = sorted[Math.floor(sorted.length / 2)];
  if (found === undefined) throw new Error("There is nothing to take the median of");
  return found;
}

export function whole(value: number): string {
  return Math.round(value).toLocaleString("en-GB");
}

export function milliseconds(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 1)} ms`;
}
