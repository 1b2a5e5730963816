import type { Typed } from "./typed.ts";

/** The parts of a condition that decide whether it holds: what is compared, and conditions that are not looked into further. */
export function* lookedAt(condition: Typed): Iterable<Typed> {
  switch (condition.kind) {
    case "not":
      yield* lookedAt(condition.of);
      break;
    case "table":
      yield* lookedAt(condition.inner);
      break;
    case "and":
    case "or":
      for (const term of condition.terms) yield* lookedAt(term);
      break;
    case "compare":
      yield* [condition.left, condition.right, condition];
      break;
    case "in":
      yield* [condition.value, condition];
      break;
    case "call":
      yield* [...condition.arguments, condition];
      break;
    default:
      yield condition;
  }
}
