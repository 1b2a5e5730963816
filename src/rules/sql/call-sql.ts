import type { Typed } from "../typed.ts";
import { type Build, named, refuse } from "./build.ts";
import { age, daysBetween, yearsBetween } from "./date-sql.ts";
import { aggregated, count, memberSql } from "./list-sql.ts";
import { rounded } from "./number-sql.ts";
import { jsonOf, readSql } from "./read-sql.ts";

type Call = Extract<Typed, { kind: "call" }>;
type Maker = (build: Build, given: readonly string[]) => string;

/** PostgreSQL's full mapping of case, as JavaScript's; the collation is turned back so that no two meet. */
function cased(name: "upper" | "lower"): Maker {
  return (_, [text]) => `(${name}((${text}) collate "pg_unicode_fast")) collate "C"`;
}

const MAKERS: Readonly<Record<string, Maker>> = {
  contains: (_, [text, part]) => `strpos((${text}) collate "C", (${part}) collate "C") > 0`,
  "starts with": (_, [text, part]) => `starts_with((${text}) collate "C", (${part}) collate "C")`,
  "ends with": (build, [text = "", part = ""]) => named(build, part, (end) => `right((${text}) collate "C", length(${end})) = ${end}`),
  "upper case": cased("upper"),
  "lower case": cased("lower"),
  "string length": (_, [text]) => `length((${text})::text)::numeric`,
  age: (build, [born = "", today = ""]) => age(build, born, today),
  "days between": (_, [from = "", to = ""]) => `${daysBetween(from, to)}::numeric`,
  "years between": (build, [from = "", to = ""]) => yearsBetween(build, from, to),
  floor: (_, [amount]) => `floor((${amount})::numeric)`,
  ceiling: (_, [amount]) => `ceil((${amount})::numeric)`,
  abs: (_, [amount]) => `abs((${amount})::numeric)`,
  "round half up": (build, [amount = "", digits = ""]) =>
    named(build, `(${digits})::numeric`, (places) => {
      const whole = `${places} = trunc(${places}) and abs(${places}) <= 15`;
      return rounded(build, `case when ${whole} then round((${amount})::numeric, ${places}::int) end`);
    }),
};

/** A call of a function. One that is not known here is refused by name. */
export function callSql(build: Build, typed: Call): string {
  const { name } = typed.function;
  const [first, second] = typed.arguments;
  if (first === undefined) return refuse(build, `It calls ${name}, which has no form in SQL.`);
  if (name === "count") return count(build, first);
  if (name === "sum" || name === "min" || name === "max") return aggregated(build, name, first);
  if (name === "list contains" && second !== undefined) return memberSql(build, second, first);
  if (name === "is defined") return `(${readSql(build, jsonOf(build, first), first.type)}) is not null`;
  const maker = Object.hasOwn(MAKERS, name) ? MAKERS[name] : undefined;
  if (maker === undefined) return refuse(build, `It calls ${name}, which has no form in SQL.`);
  return maker(
    build,
    typed.arguments.map((part) => build.sql(build, part)),
  );
}
