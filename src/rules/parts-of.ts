import type { Typed, TypedTest } from "./typed.ts";

/** A rule and all its parts, those of the tables that it reads too. */
export function* partsOf(typed: Typed): Iterable<Typed> {
  yield typed;
  for (const part of within(typed)) yield* partsOf(part);
}

function within(typed: Typed): readonly Typed[] {
  switch (typed.kind) {
    case "literal":
    case "fact":
    case "local":
      return [];
    case "field":
      return [typed.target];
    case "call":
      return typed.arguments;
    case "compare":
    case "arithmetic":
      return [typed.left, typed.right];
    case "in":
      return [typed.value, ...typed.tests.flatMap(inTest)];
    case "negate":
    case "not":
      return [typed.of];
    case "and":
    case "or":
      return typed.terms;
    case "if":
      return [typed.condition, typed.yes, typed.no];
    case "list":
      return typed.items;
    case "table":
      return [typed.inner];
    case "filter":
      return [typed.list, typed.condition];
    default:
      return [typed.list, typed.body];
  }
}

function inTest(test: TypedTest): readonly Typed[] {
  switch (test.kind) {
    case "member":
      return [test.list];
    case "range":
      return [test.low, test.high];
    default:
      return [test.value];
  }
}
