import type { BuiltIn } from "./built-in.ts";
import type { ArithmeticSign, At, ComparisonSign } from "./syntax.ts";
import type { RuleType } from "./type.ts";
import type { Duration } from "./value.ts";

/**
 * What is known of a part before it runs. `literal` means that it is made of literals alone: its numbers may stand for pounds
 * and its texts for options.
 */
export interface Shape {
  readonly type: RuleType;
  readonly literal: boolean;
}

/** A rule whose names are resolved and whose types fit. `slot` numbers the variables of loops and filters. */
export type Typed = At &
  Shape &
  (
    | { readonly kind: "literal"; readonly value: null | boolean | number | string | Duration }
    | { readonly kind: "fact"; readonly name: string }
    | { readonly kind: "local"; readonly slot: number }
    | { readonly kind: "field"; readonly target: Typed; readonly name: string; readonly many: boolean }
    | { readonly kind: "call"; readonly function: BuiltIn; readonly arguments: readonly Typed[] }
    | { readonly kind: "compare"; readonly sign: ComparisonSign; readonly left: Typed; readonly right: Typed }
    | { readonly kind: "in"; readonly value: Typed; readonly tests: readonly TypedTest[] }
    | {
        readonly kind: "arithmetic";
        readonly work: ArithmeticWork;
        readonly sign: ArithmeticSign;
        readonly left: Typed;
        readonly right: Typed;
      }
    | { readonly kind: "negate"; readonly of: Typed }
    | { readonly kind: "not"; readonly of: Typed }
    | { readonly kind: "and" | "or"; readonly terms: readonly Typed[] }
    | { readonly kind: "if"; readonly condition: Typed; readonly yes: Typed; readonly no: Typed }
    | { readonly kind: "list"; readonly items: readonly Typed[] }
    /** A decision table by its name, with what it stands for. */
    | { readonly kind: "table"; readonly name: string; readonly inner: Typed }
    | { readonly kind: "filter"; readonly list: Typed; readonly slot: number; readonly condition: Typed }
    | { readonly kind: "some" | "every" | "for"; readonly slot: number; readonly list: Typed; readonly body: Typed }
  );

/** Which arithmetic an operator does, settled by the types of its two sides. */
export type ArithmeticWork =
  | "numbers"
  | "date and duration"
  | "duration and date"
  | "two dates"
  | "two durations"
  | "duration and number"
  | "texts";

export type TypedTest =
  | { readonly kind: "is"; readonly value: Typed }
  | { readonly kind: "member"; readonly list: Typed }
  | { readonly kind: "compare"; readonly sign: ComparisonSign; readonly value: Typed }
  | { readonly kind: "range"; readonly low: Typed; readonly high: Typed; readonly lowOpen: boolean; readonly highOpen: boolean };
