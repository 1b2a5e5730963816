import { equal, isList, order } from "./compare.ts";
import type { Frame, Run } from "./frame.ts";
import type { ComparisonSign } from "./syntax.ts";
import type { Typed, TypedTest } from "./typed.ts";
import type { Value } from "./value.ts";

type Comparison = Extract<Typed, { kind: "compare" }>;
type Ordering = Exclude<ComparisonSign, "=" | "!=">;

/** How one sign judges two values; null where they have no order. */
const JUDGES: Readonly<Record<ComparisonSign, (left: Value, right: Value) => boolean | null>> = {
  "=": equal,
  "!=": (left, right) => !equal(left, right),
  "<": (left, right) => judged(order(left, right), (difference) => difference < 0),
  "<=": (left, right) => judged(order(left, right), (difference) => difference <= 0),
  ">": (left, right) => judged(order(left, right), (difference) => difference > 0),
  ">=": (left, right) => judged(order(left, right), (difference) => difference >= 0),
};

function judged(difference: number | null, judge: (difference: number) => boolean): boolean | null {
  return difference === null ? null : judge(difference);
}

export function runCompare({ sign, left: typed, right: other }: Comparison, left: Run, right: Run): Run {
  if (sign !== "=" && sign !== "!=") return runOrder(sign, left, right);
  const wanted = sign === "=";
  if (!isPlain(typed) || !isPlain(other)) return (frame) => equal(left(frame), right(frame)) === wanted;
  if (other.kind === "literal") {
    const { value } = other;
    return wanted ? (frame) => left(frame) === value : (frame) => left(frame) !== value;
  }
  return wanted ? (frame) => left(frame) === right(frame) : (frame) => left(frame) !== right(frame);
}

/** Whether equal values of this type are the same to JavaScript. */
function isPlain({ type }: Typed): boolean {
  return type.kind !== "list" && type.kind !== "duration";
}

/** Numbers, the common case, are compared on the spot. */
function runOrder(sign: Ordering, left: Run, right: Run): Run {
  const judge = JUDGES[sign];
  const numbers = NUMBERS[sign];
  return (frame) => {
    const a = left(frame);
    const b = right(frame);
    return typeof a === "number" && typeof b === "number" ? numbers(a, b) : judge(a, b);
  };
}

const NUMBERS: Readonly<Record<Ordering, (left: number, right: number) => boolean>> = {
  "<": (left, right) => left < right,
  "<=": (left, right) => left <= right,
  ">": (left, right) => left > right,
  ">=": (left, right) => left >= right,
};

type Judge = (value: Value, frame: Frame) => boolean | null;

/** Any test that holds settles it; a test that is unknown leaves it unknown unless another holds. */
export function runIn(value: Run, tests: readonly TypedTest[], runOf: (typed: Typed) => Run): Run {
  const judges = tests.map((test) => judgeOf(test, runOf));
  return (frame) => {
    const given = value(frame);
    let unknown = false;
    for (const judge of judges) {
      const found = judge(given, frame);
      if (found === true) return true;
      if (found === null) unknown = true;
    }
    return unknown ? null : false;
  };
}

function judgeOf(test: TypedTest, runOf: (typed: Typed) => Run): Judge {
  if (test.kind === "range") return rangeJudge(test, runOf(test.low), runOf(test.high));
  if (test.kind === "member") return memberJudge(runOf(test.list));
  const right = runOf(test.value);
  const judge = JUDGES[test.kind === "is" ? "=" : test.sign];
  return (value, frame) => judge(value, right(frame));
}

function memberJudge(list: Run): Judge {
  return (value, frame) => {
    const found = list(frame);
    if (!isList(found)) return null;
    frame.work += found.length;
    return found.some((item) => equal(value, item));
  };
}

function rangeJudge({ lowOpen, highOpen }: Extract<TypedTest, { kind: "range" }>, low: Run, high: Run): Judge {
  const above = JUDGES[lowOpen ? ">" : ">="];
  const below = JUDGES[highOpen ? "<" : "<="];
  return (value, frame) => {
    const reached = above(value, low(frame));
    const within = below(value, high(frame));
    if (reached === false || within === false) return false;
    return reached === null || within === null ? null : true;
  };
}
