/**
 * What a rule computes with at run time.
 * number: an exact decimal of up to 15 significant digits. money: pounds, as such a decimal. date: `YYYY-MM-DD`.
 * duration: see Duration. code, text: string. An answer that was not given, or is on a path not taken, is null.
 */
export type Value = null | boolean | number | string | Duration | readonly Value[] | ValueRecord;

export interface ValueRecord {
  readonly [field: string]: Value;
}

/** A calendar length: whole months (years are 12) or whole days, never both. */
export interface Duration {
  readonly unit: "months" | "days";
  readonly amount: number;
}

/** The names a rule may read, with their values. `today` is always among them. */
export type Facts = ValueRecord;
