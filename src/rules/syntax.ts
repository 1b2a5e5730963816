import type { Duration } from "./value.ts";

/** Where in its source a part of a rule stands. */
export interface At {
  readonly from: number;
  readonly to: number;
}

export type ComparisonSign = "=" | "!=" | "<" | "<=" | ">" | ">=";
export type ArithmeticSign = "+" | "-" | "*" | "/";

export type LiteralKind = "number" | "text" | "boolean" | "date" | "duration" | "nothing";

/** A rule as it was written: no types yet, every part with its place. */
export type Expression = At &
  (
    | { readonly kind: "literal"; readonly of: LiteralKind; readonly value: null | boolean | number | string | Duration }
    | { readonly kind: "name"; readonly name: string }
    | { readonly kind: "path"; readonly target: Expression; readonly field: string; readonly fieldAt: At }
    | { readonly kind: "call"; readonly name: string; readonly nameAt: At; readonly arguments: readonly Expression[] }
    | { readonly kind: "compare"; readonly sign: ComparisonSign; readonly left: Expression; readonly right: Expression }
    | { readonly kind: "in"; readonly value: Expression; readonly tests: readonly Test[] }
    | { readonly kind: "arithmetic"; readonly sign: ArithmeticSign; readonly left: Expression; readonly right: Expression }
    | { readonly kind: "negate"; readonly of: Expression }
    | { readonly kind: "and" | "or"; readonly terms: readonly Expression[] }
    | { readonly kind: "if"; readonly condition: Expression; readonly yes: Expression; readonly no: Expression }
    | { readonly kind: "list"; readonly items: readonly Expression[] }
    | { readonly kind: "filter"; readonly list: Expression; readonly condition: Expression }
    | { readonly kind: "some" | "every" | "for"; readonly name: string; readonly list: Expression; readonly body: Expression }
  );

/** What stands after `in`: one test out of a comma list. */
export type Test = At &
  (
    | { readonly kind: "is"; readonly value: Expression }
    | { readonly kind: "compare"; readonly sign: ComparisonSign; readonly value: Expression }
    | { readonly kind: "range"; readonly low: Expression; readonly high: Expression; readonly lowOpen: boolean; readonly highOpen: boolean }
  );
