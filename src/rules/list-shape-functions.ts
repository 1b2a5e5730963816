import { type BuiltIn, define } from "./built-in.ts";
import { equal, isList } from "./compare.ts";
import { distinct } from "./distinct.ts";
import { list, NUMBER } from "./type.ts";
import type { Value } from "./value.ts";

/** Lists made of lists, and where things stand in them. */
export const LIST_SHAPE_FUNCTIONS: readonly (readonly [string, BuiltIn])[] = [
  define(
    "distinct values",
    { takes: ["list"], result: "first", run: ([items]) => (isList(items) ? distinct(items) : null) },
    "The items of a list, each once, in their order.",
    "distinct values([1, 2, 1])",
    [1, 2],
  ),
  define(
    "concatenate",
    { takes: ["list", "same list"], result: "first", run: ([first, second]) => bothOf(first, second, (items) => items) },
    "Two lists as one.",
    "concatenate(children.age, [1])",
    [4, 9, 1],
  ),
  define(
    "union",
    { takes: ["list", "same list"], result: "first", run: ([first, second]) => bothOf(first, second, distinct) },
    "Two lists as one, each item once.",
    "union(children.age, [4, 5])",
    [4, 9, 5],
  ),
  define(
    "append",
    { takes: ["list", "same item"], result: "first", run: ([items, item = null]) => (isList(items) ? [...items, item] : null) },
    "A list with one more item at its end.",
    "append(children.age, 1)",
    [4, 9, 1],
  ),
  define(
    "index of",
    { takes: ["list", "item"], result: list(NUMBER), run: ([items, item = null]) => (isList(items) ? placesOf(items, item) : null) },
    "At which places of a list something stands, counted from 1.",
    "index of(children.age, 9)",
    [2],
  ),
  define(
    "sublist",
    { takes: ["list", "number", "number"], result: "first", run: ([items, start, length]) => sublist(items, start, length) },
    "The items of a list from one place on, counted from 1, or from -1 at the end; with a third value, so many items.",
    "sublist(children.name, 1, 1)",
    ["Ben"],
    { optional: 1 },
  ),
];

/** `list[1]`, `list[-1]`: what the number in square brackets stands for. */
export const ITEM_AT: BuiltIn = define(
  "item at",
  { takes: ["list", "number"], result: "item", run: ([items, place]) => itemAt(items, place) },
  "One item by its place, counted from 1, or from -1 at the end; nothing where the list is shorter.",
  "children[1].name",
  "Ben",
)[1];

function itemAt(items: Value | undefined, place: Value | undefined): Value {
  if (!isList(items) || typeof place !== "number") return null;
  return items[place > 0 ? place - 1 : items.length + place] ?? null;
}

function bothOf(first: Value | undefined, second: Value | undefined, made: (items: readonly Value[]) => readonly Value[]): Value {
  return isList(first) && isList(second) ? made([...first, ...second]) : null;
}

function placesOf(items: readonly Value[], item: Value): readonly number[] {
  return items.flatMap((each, index) => (equal(each, item) ? [index + 1] : []));
}

function sublist(items: Value | undefined, start: Value | undefined, length: Value | undefined): Value {
  if (!isList(items) || typeof start !== "number" || !Number.isInteger(start) || start === 0) return null;
  const from = start > 0 ? start - 1 : Math.max(0, items.length + start);
  if (length === undefined) return items.slice(from);
  return typeof length === "number" && Number.isInteger(length) ? items.slice(from, from + Math.max(0, length)) : null;
}
