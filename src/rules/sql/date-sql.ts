import type { Duration } from "../value.ts";
import type { Typed } from "../typed.ts";
import { isDuration } from "../compare.ts";
import { type Build, named, newAlias, parameter, refuse } from "./build.ts";

/** A length of time whose unit is known before it runs. */
export interface Length {
  readonly unit: Duration["unit"];
  /** SQL of a whole number. */
  readonly amount: string;
}

type Arithmetic = Extract<Typed, { kind: "arithmetic" }>;

/** The length of time of a part; undefined, with a refusal noted, where its unit hangs on the answers. */
export function lengthOf(build: Build, typed: Typed): Length | undefined {
  if (typed.kind === "literal" && isDuration(typed.value)) {
    return { unit: typed.value.unit, amount: parameter(build, typed.value.amount, "numeric") };
  }
  if (typed.kind === "arithmetic" && typed.work === "two dates") {
    return { unit: "days", amount: daysBetween(build.sql(build, typed.right), build.sql(build, typed.left)) };
  }
  if (typed.kind === "arithmetic" && typed.work === "two durations") return together(build, typed);
  if (typed.kind === "arithmetic" && typed.work === "duration and number") return times(build, typed);
  if (typed.kind === "call" && typed.function.name === "years and months duration") return monthsOf(build, typed.arguments);
  refuse(build, "It reckons with a length of time that is neither written in the rule nor between two dates.");
  return undefined;
}

function together(build: Build, { sign, left, right }: Arithmetic): Length | undefined {
  const one = lengthOf(build, left);
  const other = lengthOf(build, right);
  if (one === undefined || other === undefined) return undefined;
  // Months and days do not add up: nothing comes of it.
  return { unit: one.unit, amount: one.unit === other.unit ? `(${one.amount} ${sign} ${other.amount})` : "null::numeric" };
}

/** What is not whole is null. */
function times(build: Build, { left, right }: Arithmetic): Length | undefined {
  const [duration, count] = left.type.kind === "duration" ? [left, right] : [right, left];
  const length = lengthOf(build, duration);
  const amount =
    length && named(build, `(${length.amount}) * (${build.sql(build, count)})`, (v) => `case when ${v} = trunc(${v}) then ${v} end`);
  return length === undefined || amount === undefined ? undefined : { unit: length.unit, amount };
}

function monthsOf(build: Build, [from, to]: readonly Typed[]): Length | undefined {
  if (from === undefined || to === undefined) return undefined;
  const amount = fromTo(build, [build.sql(build, from), build.sql(build, to)], wholeMonths);
  return { unit: "months", amount: `(${amount})` };
}

/** One part of a length of time, as `.years`, `.months` and `.days` give it; null where the unit has no such part. */
export function partOfLength(build: Build, part: string, typed: Typed): string {
  const length = lengthOf(build, typed);
  if (length === undefined || (length.unit === "days") !== (part === "days")) return "null::numeric";
  if (part === "days") return `(${length.amount})::numeric`;
  return part === "years" ? `trunc((${length.amount}) / 12.0)` : `mod((${length.amount})::numeric, 12)`;
}

/** The day of a year, month and day; null where there is none such. */
export function dateOfParts(build: Build, parts: readonly string[]): string {
  const [year = "", month = "", day = ""] = parts;
  const rows = `(select (${year})::numeric as y, (${month})::numeric as m, (${day})::numeric as d offset 0)`;
  const [given, made] = [newAlias(build), newAlias(build)];
  const whole = `${given}.y = trunc(${given}.y) and ${given}.m = trunc(${given}.m) and ${given}.d = trunc(${given}.d)`;
  const within = `${given}.y between 1 and 9999 and ${given}.m between 1 and 12 and ${given}.d between 1 and 31`;
  const text = `to_char(${given}.y, 'FM0000') || '-' || to_char(${given}.m, 'FM00') || '-' || to_char(${given}.d, 'FM00')`;
  const dates = `(select case when ${whole} and ${within} then ${text} end as v from ${rows} as ${given} offset 0)`;
  return `(select case when pg_input_is_valid(${made}.v, 'date') then ${made}.v end from ${dates} as ${made})`;
}

export function daysBetween(from: string, to: string): string {
  return `((${to})::date - (${from})::date)`;
}

/** The date so much later or earlier; null outside the years 1 to 9999, asked before PostgreSQL's own limits are met. */
export function shifted(build: Build, date: string, length: Length, direction: "+" | "-"): string {
  return named(build, date, (day) => {
    return named(
      build,
      named(build, length.amount, (amount) => nearby(amount, direction)),
      (amount) => (length.unit === "days" ? daysLater(day, amount) : monthsLater(day, amount)),
    );
  });
}

/** An amount that leaves the calendar is cut off before a whole number could be too large. */
function nearby(amount: string, direction: "+" | "-"): string {
  return `case when abs(${amount}) < 100000000 then ${direction}(${amount})::bigint end`;
}

function daysLater(day: string, amount: string): string {
  // 3652058 days lie between the first day of the year 1 and the last of the year 9999.
  const within = `${day}::date - '0001-01-01'::date + ${amount} between 0 and 3652058`;
  return `case when ${within} then to_char(${day}::date + ${amount}::int, 'YYYY-MM-DD') end`;
}

function monthsLater(day: string, amount: string): string {
  const months = `left(${day}, 4)::int * 12 + substr(${day}, 6, 2)::int - 1 + ${amount}`;
  return `case when ${months} between 12 and 119999 then to_char(${day}::date + make_interval(months => ${amount}::int), 'YYYY-MM-DD') end`;
}

/** Whole years; a birthday on 29 February falls on 1 March in other years. */
export function yearsBetween(build: Build, from: string, to: string): string {
  return `(${fromTo(build, [from, to], wholeYears)})::numeric`;
}

/** What is counted between two dates, below nothing where the second is the earlier. */
function fromTo(build: Build, [from, to]: readonly [string, string], whole: (start: string, end: string) => string): string {
  return twoDates(build, from, to, (a, b) => {
    return `case when ${a} <= ${b} collate "C" then ${whole(a, b)} when ${a} > ${b} collate "C" then -(${whole(b, a)}) end`;
  });
}

function monthOf(day: string): string {
  return `left(${day}, 4)::int * 12 + substr(${day}, 6, 2)::int`;
}

function wholeMonths(start: string, end: string): string {
  return `${monthOf(end)} - (${monthOf(start)}) - (right(${end}, 2) < right(${start}, 2) collate "C")::int`;
}

function wholeYears(start: string, end: string): string {
  return `left(${end}, 4)::int - left(${start}, 4)::int - (right(${end}, 5) < right(${start}, 5) collate "C")::int`;
}

/** Null before the birth. */
export function age(build: Build, born: string, today: string): string {
  return twoDates(build, born, today, (a, b) => `case when ${a} <= ${b} collate "C" then ${yearsBetween(build, a, b)} end`);
}

function twoDates(build: Build, from: string, to: string, body: (a: string, b: string) => string): string {
  return named(build, from, (a) => named(build, to, (b) => body(a, b)));
}
