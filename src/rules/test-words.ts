import { OPPOSITE, signWords } from "./sign-words.ts";
import type { Typed, TypedTest } from "./typed.ts";
import { listed, type Telling, valueWords } from "./value-words.ts";

/** One test after `in`, as what is said of its value: `is "A street" or "A lane"`, `is from 1 to 5`. */
export function testWords(telling: Telling, value: Typed, test: TypedTest, wanted: boolean): string {
  switch (test.kind) {
    case "is":
      return `is ${wanted ? "" : "not "}${valueWords(telling, test.value, value)}`;
    case "compare":
      return `${signWords(wanted ? test.sign : OPPOSITE[test.sign], value.type)} ${valueWords(telling, test.value, value)}`;
    case "member":
      return memberWords(telling, value, test.list, wanted);
    default:
      return rangeWords(telling, value, test, wanted);
  }
}

function memberWords(telling: Telling, value: Typed, list: Typed, wanted: boolean): string {
  if (list.kind !== "list") return `is ${wanted ? "" : "not "}among ${valueWords(telling, list)}`;
  const items = list.items.map((item) => valueWords(telling, item, value));
  if (wanted || items.length === 1) return `is ${wanted ? "" : "not "}${listed(items)}`;
  return items.length === 2 ? `is neither ${listed(items, "nor")}` : `is none of ${listed(items)}`;
}

function rangeWords(telling: Telling, value: Typed, test: Extract<TypedTest, { kind: "range" }>, wanted: boolean): string {
  const low = valueWords(telling, test.low, value);
  const high = valueWords(telling, test.high, value);
  if (!test.lowOpen && !test.highOpen) return `is ${wanted ? "" : "not "}from ${low} to ${high}`;
  const above = test.lowOpen ? ">" : ">=";
  const below = test.highOpen ? "<" : "<=";
  const [one, other] = wanted ? ([above, below] as const) : ([OPPOSITE[above], OPPOSITE[below]] as const);
  return `${signWords(one, value.type)} ${low} ${wanted ? "and" : "or"} ${signWords(other, value.type)} ${high}`;
}
