import type { RuleType } from "./type.ts";
import type { Typed } from "./typed.ts";
import type { Facts, Value } from "./value.ts";

/** A rule that was parsed, typed and compiled. Running it never throws and never loops without end. */
export interface Rule {
  readonly source: string;
  readonly type: RuleType;
  /** The names of the scope that it reads (`where.road.owner` reads `where`). */
  readonly reads: readonly string[];
  /** The rule as it was typed, for those who tell it in words or in SQL. */
  readonly tree: Typed;
  run(facts: Facts): Value;
}

/** What is wrong with a rule; `from` and `to` are offsets into its source. */
export interface RuleProblem {
  /** "rule-syntax", "rule-unknown-name", "rule-type", "rule-unknown-option", "rule-unknown-function", "rule-not-supported" */
  readonly code: string;
  readonly message: string;
  readonly fix?: string;
  readonly from: number;
  readonly to: number;
}

export type RuleCompilation =
  | { readonly ok: true; readonly rule: Rule }
  | { readonly ok: false; readonly problems: readonly RuleProblem[] };
