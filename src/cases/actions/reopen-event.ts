/** A closed case is opened again. `due` is its deadline from then on, and `was` that by which it was closed, both ISO. */
export interface ReopenedData {
  readonly from: string;
  readonly to: string;
  /** When it had been closed, ISO. */
  readonly closed: string;
  readonly due: string;
  readonly was: string;
  readonly by: "officer" | "resident";
  /** The deadline of the stage it came to, ISO; null where that has none. */
  readonly stageDue: string | null;
  /** The stage stops the clock; why, in words to the resident. */
  readonly paused?: string;
}

export interface ReopenedHappening {
  readonly kind: "reopened";
  readonly data: ReopenedData;
  readonly personal: { readonly reason: string };
}

/** That a case was opened again: since when its clock runs anew, and how it had ended before. Instants are ISO. */
export interface Reopened {
  readonly at: string;
  readonly closed: string;
  readonly was: string;
}
