import { isDuration } from "./compare.ts";
import { addDuration, daysBetween } from "./dates.ts";
import { limited } from "./built-in.ts";
import { add, divide, multiply, subtract } from "./decimal.ts";
import type { Run } from "./frame.ts";
import type { ArithmeticSign } from "./syntax.ts";
import type { ArithmeticWork, Typed } from "./typed.ts";
import type { Duration, Value } from "./value.ts";

type Work = (left: Value, right: Value) => Value;

const ON_NUMBERS: Readonly<Record<ArithmeticSign, (left: number, right: number) => number | null>> = {
  "+": add,
  "-": subtract,
  "*": multiply,
  "/": divide,
};

/** Whatever meets null is null, and so is a result that does not exist. */
export function runArithmetic({ work, sign }: Extract<Typed, { kind: "arithmetic" }>, left: Run, right: Run): Run {
  if (work === "numbers") return runNumbers(ON_NUMBERS[sign], left, right);
  const run = workOf(work, sign);
  return (frame) => run(left(frame), right(frame));
}

export function runNegate(of: Run): Run {
  return (frame) => {
    const value = of(frame);
    return typeof value === "number" ? 0 - value : null;
  };
}

function workOf(work: Exclude<ArithmeticWork, "numbers">, sign: ArithmeticSign): Work {
  const direction = sign === "-" ? -1 : 1;
  switch (work) {
    case "date and duration":
      return (date, duration) => shift(date, duration, direction);
    case "duration and date":
      return (duration, date) => shift(date, duration, 1);
    case "two dates":
      return between;
    case "duration and number":
      return (left, right) => (isDuration(left) ? times(left, right) : times(right, left));
    case "texts":
      return (left, right) => (typeof left === "string" && typeof right === "string" ? limited(left + right) : null);
    default:
      return (left, right) => (isDuration(left) && isDuration(right) ? together(left, right, direction) : null);
  }
}

function runNumbers(run: (left: number, right: number) => number | null, left: Run, right: Run): Run {
  return (frame) => {
    const a = left(frame);
    const b = right(frame);
    return typeof a === "number" && typeof b === "number" ? run(a, b) : null;
  };
}

function shift(date: Value, duration: Value, direction: number): Value {
  if (typeof date !== "string" || !isDuration(duration)) return null;
  return addDuration(date, { unit: duration.unit, amount: duration.amount * direction });
}

function between(later: Value, earlier: Value): Value {
  const days = typeof later === "string" && typeof earlier === "string" ? daysBetween(earlier, later) : null;
  return days === null ? null : { unit: "days", amount: days };
}

/** A length of time is whole months or whole days; what would not be is null. */
function times(duration: Value, count: Value): Duration | null {
  if (!isDuration(duration) || typeof count !== "number") return null;
  const amount = multiply(duration.amount, count);
  return amount !== null && Number.isSafeInteger(amount) ? { unit: duration.unit, amount } : null;
}

/** Months and days do not add up: how long a month is depends on where it starts. */
function together(left: Duration, right: Duration, direction: number): Duration | null {
  const amount = left.amount + right.amount * direction;
  return left.unit === right.unit && Number.isSafeInteger(amount) ? { unit: left.unit, amount: amount + 0 } : null;
}
