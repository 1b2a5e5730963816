import type { Duration } from "../value.ts";
import type { Typed } from "../typed.ts";
import { isDuration } from "../compare.ts";
import { type Build, named, parameter, refuse } from "./build.ts";

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
    return { unit: typed.value.unit, amount: parameter(build, typed.value.amount, "int") };
  }
  if (typed.kind === "arithmetic" && typed.work === "two dates") {
    return { unit: "days", amount: daysBetween(build.sql(build, typed.right), build.sql(build, typed.left)) };
  }
  if (typed.kind === "arithmetic" && typed.work === "two durations") return together(build, typed);
  refuse(build, "It reckons with a length of time that is neither written in the rule nor between two dates.");
  return undefined;
}

function together(build: Build, { sign, left, right }: Arithmetic): Length | undefined {
  const one = lengthOf(build, left);
  const other = lengthOf(build, right);
  if (one === undefined || other === undefined) return undefined;
  // Months and days do not add up: nothing comes of it.
  return { unit: one.unit, amount: one.unit === other.unit ? `(${one.amount} ${sign} ${other.amount})` : "null::int" };
}

export function daysBetween(from: string, to: string): string {
  return `((${to})::date - (${from})::date)`;
}

/** The date so much later or earlier; null outside the years 1 to 9999, asked before PostgreSQL's own limits are met. */
export function shifted(build: Build, date: string, length: Length, direction: "+" | "-"): string {
  return named(build, date, (day) => {
    return named(build, `(${direction}${length.amount})::bigint`, (amount) =>
      length.unit === "days" ? daysLater(day, amount) : monthsLater(day, amount),
    );
  });
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
  return twoDates(build, from, to, (a, b) => {
    return `case when ${a} <= ${b} collate "C" then ${wholeYears(a, b)} when ${a} > ${b} collate "C" then -(${wholeYears(b, a)}) end::numeric`;
  });
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
