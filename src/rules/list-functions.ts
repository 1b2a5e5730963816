import { type BuiltIn, define, onList } from "./built-in.ts";
import { equal, isList, order } from "./compare.ts";
import { add, divide } from "./decimal.ts";
import { BOOLEAN, NUMBER } from "./type.ts";
import type { Value } from "./value.ts";

const PACKS = { packs: true };

export const LIST_FUNCTIONS: readonly (readonly [string, BuiltIn])[] = [
  define(
    "count",
    onList("list", NUMBER, (list) => list.length),
    "How many items a list has.",
    "count(children)",
    2,
  ),
  define("sum", onList("amounts", "item", total), "All numbers or amounts of money of a list added up.", "sum(children.cost)", 42.5, PACKS),
  define(
    "mean",
    onList("amounts", "item", (list) => mean(total(list), list.length)),
    "The sum of a list shared out over its items.",
    "mean(children.cost)",
    21.25,
    PACKS,
  ),
  define(
    "min",
    onList("ordered", "item", (list) => furthest(list, -1)),
    "The smallest, or earliest, of several.",
    "min(children.age)",
    4,
    PACKS,
  ),
  define(
    "max",
    onList("ordered", "item", (list) => furthest(list, 1)),
    "The largest, or latest, of several.",
    "max(income, 300)",
    300,
    PACKS,
  ),
  define(
    "list contains",
    {
      takes: ["list", "item"],
      result: BOOLEAN,
      run: ([list, item = null]) => (isList(list) ? list.some((each) => equal(each, item)) : null),
    },
    "Whether something is in a list.",
    'list contains(needs, "ramp")',
    true,
  ),
  define(
    "all",
    onList("conditions", BOOLEAN, (list) => settled(list, false)),
    "Whether all of several hold.",
    "all(danger, rooms > 1)",
    false,
    PACKS,
  ),
  define(
    "any",
    onList("conditions", BOOLEAN, (list) => settled(list, true)),
    "Whether at least one of several holds.",
    "any(danger, rooms > 1)",
    true,
    PACKS,
  ),
];

/** The sum of amounts; null for none of them or where one is missing, as FEEL has it. */
function total(list: readonly Value[]): number | null {
  if (list.length === 0) return null;
  let sum: number | null = 0;
  for (const item of list) {
    if (typeof item !== "number" || sum === null) return null;
    sum = add(sum, item);
  }
  return sum;
}

function mean(sum: number | null, count: number): number | null {
  return sum === null ? null : divide(sum, count);
}

/** The item that comes first in the given direction; null for none or where one is missing. */
function furthest(list: readonly Value[], direction: 1 | -1): Value {
  let best: Value = list[0] ?? null;
  for (const item of list) {
    const compared = order(item, best);
    if (compared === null) return null;
    if (compared * direction > 0) best = item;
  }
  return best;
}

/** `and` or `or` over a list. */
function settled(list: readonly Value[], settling: boolean): boolean | null {
  if (list.includes(settling)) return settling;
  return list.every((item) => typeof item === "boolean") ? !settling : null;
}
