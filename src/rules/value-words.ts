import { parseDate } from "./dates.ts";
import { isDuration } from "./compare.ts";
import { MONTHS } from "./calendar-functions.ts";
import { callPhrase, placeWords } from "./call-words.ts";

import type { Named, Naming } from "./naming.ts";
import type { Typed } from "./typed.ts";
import type { Duration, Value } from "./value.ts";

/** What is needed to tell a rule: the names of questions, those of the variables in sight, and how conditions are told. */
export interface Telling {
  readonly naming: Naming;
  readonly variables: readonly (Named | undefined)[];
  readonly condition: (telling: Telling, typed: Typed, wanted: boolean) => string;
}

type Of<Kind extends Typed["kind"]> = Extract<Typed, { kind: Kind }>;

const SIGNS = { "+": "plus", "-": "minus", "*": "times", "/": "divided by" } as const;

/** A part of a rule that gives a value, as a phrase. `beside` is what it is compared or put together with: it settles how literals read. */
export function valueWords(telling: Telling, typed: Typed, beside?: Typed): string {
  switch (typed.kind) {
    case "literal":
      return literalWords(typed.value, typed.type.kind === "date", telling, beside);
    case "fact":
      return typed.name === "today" ? "today" : (namedOf(telling, typed)?.says ?? typed.name);
    case "local":
    case "field":
      return `${namedOf(telling, typed)?.says ?? plainName(typed)}${ofEvery(telling, typed)}`;
    case "call":
      return typed.function.name === "item at" ? (namedOf(telling, typed)?.says ?? callWords(telling, typed)) : callWords(telling, typed);
    case "arithmetic":
      return arithmeticWords(telling, typed);
    case "negate":
      return `minus ${tight(telling, typed.of)}`;
    case "if":
      return ifWords(telling, typed, beside);
    case "table":
      return `the value of the table "${typed.name.replaceAll("_", " ")}"`;
    case "list":
      return listed(typed.items.map((item) => valueWords(telling, item, beside)));
    case "filter":
      return `those in ${valueWords(telling, typed.list)} where ${telling.condition(entered(telling, typed), typed.condition, true)}`;
    case "for":
      return `for each ${entryWord(telling, typed.list)}, ${valueWords(entered(telling, typed), typed.body)}`;
    default:
      return `whether ${telling.condition(telling, typed, true)}`;
  }
}

/** `a`, `a or b`, `a, b or c`. */
export function listed(words: readonly string[], last = "or"): string {
  const end = words.at(-1) ?? "nothing";
  return words.length < 2 ? end : `${words.slice(0, -1).join(", ")} ${last} ${end}`;
}

/** What a part of a rule is called, where it is a question, a part of an answer, or a list of them. */
export function namedOf(telling: Telling, typed: Typed): Named | undefined {
  if (typed.kind === "fact") return Object.hasOwn(telling.naming, typed.name) ? telling.naming[typed.name] : undefined;
  if (typed.kind === "local") return telling.variables[typed.slot];
  if (typed.kind === "filter") return namedOf(telling, typed.list);
  if (typed.kind === "for") return namedOf(entered(telling, typed), typed.body);
  if (typed.kind === "call" && PASSING.has(typed.function.name)) return entriesOf(telling, typed);
  if (typed.kind !== "field") return undefined;
  const parts = namedOf(telling, typed.target)?.parts;
  return parts !== undefined && Object.hasOwn(parts, typed.name) ? parts[typed.name] : undefined;
}

/** Calls that give entries of the list that they are given. */
const PASSING = new Set(["item at", "sublist", "distinct values", "concatenate", "union", "append"]);

/** One entry, or some, of a list that has a name. */
function entriesOf(telling: Telling, { function: called, arguments: given }: Of<"call">): Named | undefined {
  const [list, place] = given;
  const named = list && namedOf(telling, list);
  if (named === undefined || called.name !== "item at" || place === undefined) return named;
  return { ...named, says: `the ${placeWords(valueWords(telling, place))} ${named.entry ?? "entry"}` };
}

/** The telling inside a loop or a filter, where its variable is in sight. */
export function entered(telling: Telling, { slot, list }: { readonly slot: number; readonly list: Typed }): Telling {
  const variables = [...telling.variables];
  const named = namedOf(telling, list);
  variables[slot] = named === undefined ? undefined : { ...named, says: `the ${named.entry ?? "entry"}` };
  return { ...telling, variables };
}

export function entryWord(telling: Telling, list: Typed): string {
  return namedOf(telling, list)?.entry ?? `entry of ${valueWords(telling, list)}`;
}

/** A part of a group read over all its entries: `its length of every dragon`. */
function ofEvery(telling: Telling, typed: Of<"local"> | Of<"field">): string {
  if (typed.kind !== "field") return "";
  if (typed.target.kind === "call" && typed.target.function.name === "item at") return ` of ${valueWords(telling, typed.target)}`;
  const entry = typed.many ? namedOf(telling, typed.target)?.entry : undefined;
  return entry === undefined ? "" : ` of ${everyWords(telling, typed.target, entry)}`;
}

/** `every tank`, `every tank where it is full`, `the first 2 entries of the tanks`. */
function everyWords(telling: Telling, list: Typed, entry: string): string {
  if (list.kind === "call") return valueWords(telling, list);
  if (list.kind !== "filter") return `every ${entry}`;
  const inner = everyWords(telling, list.list, entry);
  return `${inner} ${list.list.kind === "filter" ? "and" : "where"} ${telling.condition(entered(telling, list), list.condition, true)}`;
}

function plainName(typed: Of<"local"> | Of<"field">): string {
  return typed.kind === "local" ? "the entry" : `the ${typed.name.replaceAll("_", " ")}`;
}

function literalWords(value: Value, isDate: boolean, telling: Telling, beside: Typed | undefined): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return holdsMoney(beside) ? pounds(value) : grouped(String(value));
  if (isDuration(value)) return durationWords(value);
  if (typeof value !== "string") return "nothing";
  if (isDate) return dateWords(value);
  const options = beside === undefined ? undefined : namedOf(telling, beside)?.options;
  return `"${options !== undefined && Object.hasOwn(options, value) ? options[value] : value}"`;
}

function holdsMoney(beside: Typed | undefined): boolean {
  const type = beside?.type.kind === "list" ? beside.type.of : beside?.type;
  return type?.kind === "money";
}

function pounds(amount: number): string {
  const size = Math.abs(amount);
  return `${amount < 0 ? "minus " : ""}£${grouped(Number.isInteger(size) ? String(size) : size.toFixed(2))}`;
}

function grouped(digits: string): string {
  const [whole = "", fraction] = digits.split(".");
  const spaced = whole.replaceAll(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? spaced : `${spaced}.${fraction}`;
}

/** `2026-01-31` as 31 January 2026. */
function dateWords(text: string): string {
  const date = parseDate(text);
  return date === null ? text : `${date.day} ${MONTHS[date.month - 1]} ${date.year}`;
}

function durationWords({ unit, amount }: Duration): string {
  const size = Math.abs(amount);
  const words = unit === "days" ? [counted(size, "day")] : [counted(Math.floor(size / 12), "year"), counted(size % 12, "month")];
  const said = words.filter((word) => !word.startsWith("0 "));
  return `${amount < 0 ? "minus " : ""}${said.length === 0 ? (words.at(-1) ?? "") : said.join(" and ")}`;
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

function callWords(telling: Telling, typed: Of<"call">): string {
  const { name } = typed.function;
  const [first] = typed.arguments;
  // The years of a length of time between two dates are said of the dates.
  if (first?.kind === "call" && first.function.name === "years and months duration" && Object.hasOwn(BETWEEN_DATES, name)) {
    const [from = "", to = ""] = first.arguments.map((part) => valueWords(telling, part));
    return `${BETWEEN_DATES[name]} from ${from} to ${to}`;
  }
  const given = typed.arguments.map((part) => givenWords(telling, part, part === first ? undefined : first));
  return callPhrase(name, given) ?? `whether ${telling.condition(telling, typed, true)}`;
}

/** What is given to a function; values that stand side by side are told one by one. */
export function givenWords(telling: Telling, part: Typed, beside: Typed | undefined): string {
  if (part.kind !== "list") return valueWords(telling, part, beside);
  const words = part.items.map((item) =>
    item.type.kind === "boolean" ? telling.condition(telling, item, true) : valueWords(telling, item, part),
  );
  return listed(words, "and");
}

const BETWEEN_DATES: Readonly<Record<string, string>> = {
  years: "the whole years",
  months: "the months besides whole years",
};

function arithmeticWords(telling: Telling, { work, sign, left, right }: Of<"arithmetic">): string {
  if (work === "date and duration") return `${tight(telling, right)} ${sign === "-" ? "before" : "after"} ${tight(telling, left)}`;
  if (work === "duration and date") return `${tight(telling, left)} after ${tight(telling, right)}`;
  if (work === "two dates") return `the time from ${valueWords(telling, right)} to ${valueWords(telling, left)}`;
  if (work === "texts") return `${valueWords(telling, left)} followed by ${valueWords(telling, right)}`;
  const adds = sign === "+" || sign === "-";
  const [before, after] = adds ? [right, left] : [undefined, undefined];
  const first = left.kind === "arithmetic" && left.work === work && (adds || "*/".includes(left.sign));
  const second = right.kind === "arithmetic" && adds && "*/".includes(right.sign);
  const words = (part: Typed, beside: Typed | undefined, loose: boolean): string =>
    loose ? valueWords(telling, part, beside) : tight(telling, part, beside);
  return `${words(left, before, first)} ${SIGNS[sign]} ${words(right, after, second)}`;
}

/** In brackets where it would run into what stands around it. */
function tight(telling: Telling, part: Typed, beside?: Typed): string {
  const words = valueWords(telling, part, beside);
  return part.kind === "arithmetic" || part.kind === "if" ? `(${words})` : words;
}

function ifWords(telling: Telling, { condition, yes, no }: Of<"if">, beside: Typed | undefined): string {
  const then = `if ${telling.condition(telling, condition, true)}, ${valueWords(telling, yes, beside)}`;
  return `${then}; otherwise ${valueWords(telling, no, beside)}`;
}
