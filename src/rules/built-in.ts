import { isList } from "./compare.ts";
import { NUMBER, type RuleType } from "./type.ts";
import type { Value } from "./value.ts";
import type { Calendar } from "./working-days.ts";

/** What a function takes at one place. `item` is something of the list before it; `amount` is a number or money. */
export type Takes =
  | "text"
  | "date"
  | "number"
  | "amount"
  | "list"
  | "same list"
  | "item"
  | "same item"
  | "writable"
  | "amounts"
  | "ordered"
  | "texts"
  | "conditions"
  | "anything";

/** A function of the rule language: how it is typed, what it does, and how the reference shows it. */
export interface BuiltIn {
  readonly name: string;
  readonly takes: readonly Takes[];
  /** How many of the last places may be left out. */
  readonly optional: number;
  /** `min(a, b, c)` stands for `min([a, b, c])`. */
  readonly packs: boolean;
  readonly result: RuleType | "first" | "item";
  readonly run: (given: readonly Value[]) => Value;
  /** How it runs where working days are those of a calendar, for a function that asks for them. */
  readonly runIn?: (calendar: Calendar) => BuiltIn["run"];
  /** The calendar that it was put in, once the rule is typed. */
  readonly calendar?: Calendar;
  readonly says: string;
  readonly example: { readonly source: string; readonly gives: Value };
}

export type Made = Pick<BuiltIn, "takes" | "result" | "run">;

/** A text that a rule makes is at most so long, as work is bounded; a longer one is null. */
const LONGEST_TEXT = 100_000;

export function define(
  name: string,
  made: Made,
  says: string,
  source: string,
  gives: Value,
  more: Partial<Pick<BuiltIn, "packs" | "optional" | "runIn">> = {},
): [string, BuiltIn] {
  return [name, { name, ...made, packs: false, optional: 0, ...more, says, example: { source, gives } }];
}

/** A function as it runs under a calendar. */
export function inCalendar(found: BuiltIn, calendar: Calendar): BuiltIn {
  return found.runIn === undefined ? found : { ...found, calendar, run: found.runIn(calendar) };
}

export function onTexts(result: RuleType, run: (text: string, part: string) => Value, takes: readonly Takes[] = ["text", "text"]): Made {
  return { takes, result, run: ([text, part = ""]) => (typeof text === "string" && typeof part === "string" ? run(text, part) : null) };
}

export function onAmount(run: (amount: number) => number | null): Made {
  return { takes: ["amount"], result: "first", run: ([amount]) => (typeof amount === "number" ? run(amount) : null) };
}

/** Two numbers, of which the first may be money and gives the type of the result. */
export function onNumbers(run: (amount: number, other: number) => number | null): Made {
  return {
    takes: ["amount", "number"],
    result: "first",
    run: ([amount, other]) => (typeof amount === "number" && typeof other === "number" ? run(amount, other) : null),
  };
}

export function onDates(run: (from: string, to: string) => Value, result: RuleType = NUMBER): Made {
  return {
    takes: ["date", "date"],
    result,
    run: ([from, to]) => (typeof from === "string" && typeof to === "string" ? run(from, to) : null),
  };
}

export function onList(takes: Takes, result: BuiltIn["result"], run: (list: readonly Value[]) => Value): Made {
  return { takes: [takes], result, run: ([list]) => (isList(list) ? run(list) : null) };
}

export function limited(text: string): string | null {
  return text.length > LONGEST_TEXT ? null : text;
}
