import { equal, isList, order } from "./compare.ts";
import { age, daysBetween, yearsBetween } from "./dates.ts";
import { add, roundHalfUp } from "./decimal.ts";
import { BOOLEAN, NUMBER, type RuleType, TEXT } from "./type.ts";
import type { Value } from "./value.ts";

/** What a function takes at one place. `item` is something of the list before it; `amount` is a number or money. */
export type Takes = "text" | "date" | "number" | "amount" | "list" | "item" | "amounts" | "ordered" | "anything";

/** A function of the rule language: how it is typed, what it does, and how the reference shows it. */
export interface BuiltIn {
  readonly name: string;
  readonly takes: readonly Takes[];
  /** `min(a, b, c)` stands for `min([a, b, c])`. */
  readonly packs: boolean;
  readonly result: RuleType | "first" | "item";
  readonly run: (given: readonly Value[]) => Value;
  readonly says: string;
  readonly example: { readonly source: string; readonly gives: Value };
}

type Made = Pick<BuiltIn, "takes" | "result" | "run">;

function onTexts(result: RuleType, run: (text: string, part: string) => Value, takes: readonly Takes[] = ["text", "text"]): Made {
  return { takes, result, run: ([text, part = ""]) => (typeof text === "string" && typeof part === "string" ? run(text, part) : null) };
}

function onAmount(run: (amount: number) => number | null): Made {
  return { takes: ["amount"], result: "first", run: ([amount]) => (typeof amount === "number" ? run(amount) : null) };
}

function onDates(run: (from: string, to: string) => number | null): Made {
  return {
    takes: ["date", "date"],
    result: NUMBER,
    run: ([from, to]) => (typeof from === "string" && typeof to === "string" ? run(from, to) : null),
  };
}

function onList(takes: Takes, result: BuiltIn["result"], run: (list: readonly Value[]) => Value): Made {
  return { takes: [takes], result, run: ([list]) => (isList(list) ? run(list) : null) };
}

/** The sum of amounts; null for none of them or where one is missing, as FEEL has it. */
function total(list: readonly Value[]): Value {
  if (list.length === 0) return null;
  let sum: number | null = 0;
  for (const item of list) {
    if (typeof item !== "number" || sum === null) return null;
    sum = add(sum, item);
  }
  return sum;
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

function define(name: string, made: Made, says: string, source: string, gives: Value, packs = false): [string, BuiltIn] {
  return [name, { name, ...made, packs, says, example: { source, gives } }];
}

const DEFINED: ReadonlyMap<string, BuiltIn> = new Map([
  define(
    "count",
    onList("list", NUMBER, (list) => list.length),
    "How many items a list has.",
    "count(children)",
    2,
  ),
  define("sum", onList("amounts", "item", total), "All numbers or amounts of money of a list added up.", "sum(children.cost)", 42.5, true),
  define(
    "min",
    onList("ordered", "item", (list) => furthest(list, -1)),
    "The smallest, or earliest, of several.",
    "min(children.age)",
    4,
    true,
  ),
  define(
    "max",
    onList("ordered", "item", (list) => furthest(list, 1)),
    "The largest, or latest, of several.",
    "max(income, 300)",
    300,
    true,
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
    "contains",
    onTexts(BOOLEAN, (text, part) => text.includes(part)),
    "Whether a text has another in it.",
    'contains(name, "Ada")',
    true,
  ),
  define(
    "starts with",
    onTexts(BOOLEAN, (text, part) => text.startsWith(part)),
    "Whether a text begins so.",
    'starts with(name, "Ada")',
    true,
  ),
  define(
    "ends with",
    onTexts(BOOLEAN, (text, part) => text.endsWith(part)),
    "Whether a text ends so.",
    'ends with(name, "Ada")',
    false,
  ),
  define(
    "upper case",
    onTexts(TEXT, (text) => text.toUpperCase(), ["text"]),
    "A text in capitals.",
    'upper case("ab1")',
    "AB1",
  ),
  define(
    "lower case",
    onTexts(TEXT, (text) => text.toLowerCase(), ["text"]),
    "A text in small letters.",
    'lower case("AB1")',
    "ab1",
  ),
  define(
    "string length",
    onTexts(NUMBER, (text) => Array.from(text).length, ["text"]),
    "How many characters a text has.",
    'string length("four")',
    4,
  ),
  define(
    "age",
    onDates(age),
    "Age in whole years on a day; a birthday on 29 February falls on 1 March in other years.",
    "age(born, today)",
    25,
  ),
  define("days between", onDates(daysBetween), "Days from one date to another.", 'days between(date("2026-02-27"), date("2026-03-01"))', 2),
  define("years between", onDates(yearsBetween), "Whole years from one date to another.", "years between(born, today)", 25),
  define("floor", onAmount(Math.floor), "Rounded down to a whole number.", "floor(2.7)", 2),
  define(
    "ceiling",
    onAmount((amount) => Math.ceil(amount) + 0),
    "Rounded up to a whole number.",
    "ceiling(2.1)",
    3,
  ),
  define("abs", onAmount(Math.abs), "Without its minus sign.", "abs(-5)", 5),
  define(
    "round half up",
    {
      takes: ["amount", "number"],
      result: "first",
      run: ([amount, digits]) => (typeof amount === "number" && typeof digits === "number" ? roundHalfUp(amount, digits) : null),
    },
    "Rounded to so many digits after the point, halves away from zero.",
    "round half up(2.345, 2)",
    2.35,
  ),
  define(
    "is defined",
    { takes: ["anything"], result: BOOLEAN, run: ([value = null]) => value !== null },
    "Whether a question was answered.",
    "is defined(partner)",
    false,
  ),
]);

/** Every function that a rule may call, by name, besides `not`, `date` and `duration`, which the language itself reads. */
export const FUNCTIONS: ReadonlyMap<string, BuiltIn> = DEFINED;
