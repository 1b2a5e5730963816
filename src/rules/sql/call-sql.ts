import type { Typed } from "../typed.ts";
import { type Build, isScalar, named, refuse, toJson } from "./build.ts";
import { age, dateOfParts, daysBetween, partOfLength, yearsBetween } from "./date-sql.ts";
import { aggregated, count, distinctSql, joinSql, memberSql, placesSql, settledSql, sublistSql } from "./list-sql.ts";
import { calculated, rounded } from "./number-sql.ts";
import { jsonOf, plainList, readSql } from "./read-sql.ts";
import { workingDaysSql } from "./working-days-sql.ts";

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
  "round half up": roundedTo((amount, places) => `round(${amount}, ${places})`),
  "round down": roundedTo((amount, places) => `trunc(${amount}, ${places})`),
  // 15 places are the most, so that twenty digits write the step exactly.
  "round up": roundedTo((amount, places) => {
    const step = `case when trunc(${amount}, ${places}) = ${amount} then 0 else sign(${amount}) * round(power(10::numeric, -${places}), 20) end`;
    return `trunc(${amount}, ${places}) + ${step}`;
  }),
  modulo: (build, [amount = "", portion = ""]) =>
    named(build, `(${amount})::numeric`, (whole) =>
      named(build, `(${portion})::numeric`, (part) => {
        const times = `floor(${calculated(build, "/", whole, part)})`;
        return calculated(build, "-", whole, calculated(build, "*", times, part));
      }),
    ),
  date: (build, given) => dateOfParts(build, given),
  year: (_, [date]) => `left(${date}, 4)::numeric`,
  month: (_, [date]) => `substr(${date}, 6, 2)::numeric`,
  day: (_, [date]) => `right(${date}, 2)::numeric`,
  weekday: (_, [date]) => `extract(isodow from (${date})::date)::numeric`,
  "day of week": (_, [date]) => `rtrim(to_char((${date})::date, 'Day'))`,
  "month of year": (_, [date]) => `rtrim(to_char((${date})::date, 'Month'))`,
  "day of year": (_, [date]) => `extract(doy from (${date})::date)::numeric`,
  "week of year": (_, [date]) => `extract(week from (${date})::date)::numeric`,
  substring: (build, [text = "", start = "", length]) => {
    const rest = substringSql(build, text, start);
    return length === undefined
      ? rest
      : named(
          build,
          `(${length})::numeric`,
          (most) => `case when ${most} = trunc(${most}) then left(${rest}, ${clamped(`greatest(${most}, 0)`)}) end`,
        );
  },
  "substring before": (build, given) => cutAt(build, given, (text, at) => `left(${text}, ${at} - 1)`),
  "substring after": (build, given) => cutAt(build, given, (text, at, part) => `substr(${text}, ${at} + length(${part}))`),
};

function roundedTo(made: (amount: string, places: string) => string): Maker {
  return (build, [amount = "", digits = ""]) =>
    named(build, `(${digits})::numeric`, (places) =>
      named(build, `(${amount})::numeric`, (number) => {
        const whole = `${places} = trunc(${places}) and abs(${places}) <= 15`;
        return rounded(build, `case when ${whole} then ${made(number, `${places}::int`)} end`);
      }),
    );
}

/** A count of characters that no text reaches stands for all that are more. */
function clamped(count: string): string {
  return `least(greatest(${count}, -100000000), 100000000)::int`;
}

function substringSql(build: Build, text: string, start: string): string {
  return named(build, `(${text})::text`, (given) =>
    named(build, `(${start})::numeric`, (from) => {
      const rest = `case when ${from} > 0 then substr(${given}, ${clamped(from)}) else right(${given}, ${clamped(`-${from}`)}) end`;
      return `case when ${from} = trunc(${from}) and ${from} <> 0 then ${rest} end`;
    }),
  );
}

/** A text up to, or from, where another stands in it; empty where it does not. */
function cutAt(build: Build, [text = "", part = ""]: readonly string[], made: (text: string, at: string, part: string) => string): string {
  return named(build, `(${text})::text`, (given) =>
    named(build, `(${part})::text`, (wanted) => {
      const at = `strpos(${given} collate "C", ${wanted} collate "C")`;
      return `case ${at} > 0 when true then ${made(given, at, wanted)} when false then '' end`;
    }),
  );
}

type WithList = (build: Build, list: Typed, second: Typed | undefined) => string;

function bothLists(build: Build, one: Typed, other: Typed): string {
  return `(${plainList(build, one)} || ${plainList(build, other)})`;
}

function appended(build: Build, list: Typed, item: Typed): string {
  if (!isScalar(item.type)) return refuse(build, "It puts a list, a group or a length of time into a list.");
  return `(${plainList(build, list)} || jsonb_build_array(${toJson(build.sql(build, item), item.type)}))`;
}

function textSql(build: Build, part: Typed): string {
  const value = build.sql(build, part);
  return part.type.kind === "number" || part.type.kind === "money" ? `trim_scale((${value})::numeric)::text` : `(${value})::text`;
}

/** Functions that are told by how a part is read and not by its value. */
const LIST_MAKERS: Readonly<Record<string, WithList>> = {
  count: (build, list) => count(build, list),
  sum: (build, list) => aggregated(build, "sum", list),
  mean: (build, list) => calculated(build, "/", aggregated(build, "sum", list), count(build, list)),
  min: (build, list) => aggregated(build, "min", list),
  max: (build, list) => aggregated(build, "max", list),
  all: (build, list) => settledSql(build, list, true),
  any: (build, list) => settledSql(build, list, false),
  "list contains": (build, list, item) => (item === undefined ? refuse(build, "It looks for nothing.") : memberSql(build, item, list)),
  "distinct values": (build, list) => distinctSql(build, plainList(build, list)),
  concatenate: (build, list, other) => (other === undefined ? plainList(build, list) : bothLists(build, list, other)),
  union: (build, list, other) => distinctSql(build, other === undefined ? plainList(build, list) : bothLists(build, list, other)),
  append: (build, list, item) => (item === undefined ? plainList(build, list) : appended(build, list, item)),
  "index of": (build, list, item) => (item === undefined ? refuse(build, "It looks for nothing.") : placesSql(build, item, list)),
  string: (build, part) => textSql(build, part),
  "string join": (build, list, between) => joinSql(build, list, between === undefined ? "''" : build.sql(build, between)),
};

const PARTS_OF_LENGTH = new Set(["years", "months", "days"]);

/** A call of a function. One that is not known here is refused by name. */
export function callSql(build: Build, typed: Call): string {
  const { name } = typed.function;
  const [first, second] = typed.arguments;
  if (first === undefined) return refuse(build, `It calls ${name}, which has no form in SQL.`);
  const onList = Object.hasOwn(LIST_MAKERS, name) ? LIST_MAKERS[name] : undefined;
  if (onList !== undefined) return onList(build, first, second);
  if (name === "sublist") return sublistSql(build, typed.arguments);
  if (name === "item at") return readSql(build, jsonOf(build, typed), typed.type);
  if (PARTS_OF_LENGTH.has(name)) return partOfLength(build, name, first);
  if (name === "is defined") return `(${readSql(build, jsonOf(build, first), first.type)}) is not null`;
  const given = typed.arguments.map((part) => build.sql(build, part));
  const { calendar } = typed.function;
  if (calendar !== undefined) return workingDaysSql(build, name, calendar, given);
  const maker = Object.hasOwn(MAKERS, name) ? MAKERS[name] : undefined;
  if (maker === undefined) return refuse(build, `It calls ${name}, which has no form in SQL.`);
  return maker(build, given);
}
