import type { RuleType } from "../type.ts";
import type { Typed } from "../typed.ts";
import { type Build, isScalar, itemsOf, named, newAlias, parameter, refuse, toJson } from "./build.ts";
import { rounded } from "./number-sql.ts";
import { isStored, readSql } from "./read-sql.ts";

type Of<Kind extends Typed["kind"]> = Extract<Typed, { kind: Kind }>;
type Loop = Extract<Typed, { body: Typed }>;

/** What is made of the rows of a list; null where there is no list. `made` is given the alias of the rows. */
function overList(build: Build, list: Typed, made: (alias: string, rows: string) => string): string {
  return named(build, build.sql(build, list), (name) => {
    const alias = newAlias(build);
    return `case when ${name} is not null then ${made(alias, itemsOf(name, alias))} end`;
  });
}

function itemOf({ type }: Typed): RuleType {
  return type.kind === "list" ? type.of : { kind: "nothing" };
}

/** The same with each item in sight of a part of the rule, as its variable. */
function overItems(build: Build, { list, slot }: { list: Typed; slot: number }, made: (alias: string, rows: string) => string): string {
  return overList(build, list, (alias, rows) => {
    build.variables.set(slot, { text: `${alias}.e`, stored: isStored(build, list) });
    return made(alias, rows);
  });
}

export function filterSql(build: Build, typed: Of<"filter">): string {
  return overItems(build, typed, (alias, rows) => {
    const condition = build.sql(build, typed.condition);
    return `(select coalesce(jsonb_agg(${alias}.e order by ${alias}.n), '[]') from ${rows} where ${condition})`;
  });
}

/** `some` is an `or` over the items, `every` an `and`. */
export function loopSql(build: Build, typed: Loop): string {
  return overItems(build, typed, (alias, rows) => {
    const body = build.sql(build, typed.body);
    if (typed.kind === "for") return forEach(build, typed, alias, rows, body);
    return settledRows(build, body, rows, typed.kind === "every");
  });
}

function forEach(build: Build, { body }: Loop, alias: string, rows: string, made: string): string {
  if (!isScalar(body.type)) return refuse(build, "It makes a list of lists, of groups or of lengths of time.");
  return `(select coalesce(jsonb_agg(${toJson(made, body.type)} order by ${alias}.n), '[]') from ${rows})`;
}

export function fieldOfEach(build: Build, { target, name }: Of<"field">): string {
  const part = parameter(build, name, "text");
  return overList(build, target, (alias, rows) => {
    return `(select coalesce(jsonb_agg(coalesce(${alias}.e->${part}, 'null'::jsonb) order by ${alias}.n), '[]') from ${rows})`;
  });
}

export function listSql(build: Build, { items, type }: Of<"list">): string {
  if (type.kind === "list" && !isScalar(type.of)) return refuse(build, "It writes a list of lists, of groups or of lengths of time.");
  return `jsonb_build_array(${items.map((item) => toJson(build.sql(build, item), item.type)).join(", ")})`;
}

export function count(build: Build, list: Typed): string {
  return `jsonb_array_length(${build.sql(build, list)})::numeric`;
}

/** Null for none of them, or where one is missing. */
export function aggregated(build: Build, aggregate: "sum" | "min" | "max", list: Typed): string {
  const type = itemOf(list);
  if (!isScalar(type)) return refuse(build, "It looks for the shortest or longest of several lengths of time.");
  const made = overList(build, list, (alias, rows) => {
    const each = newAlias(build);
    const item = readSql(build, { text: `${alias}.e`, stored: isStored(build, list) }, type);
    const read = type.kind === "date" ? `(${item}) collate "C"` : `(${item})::numeric`;
    const missing = `bool_or(${each}.v is null)`;
    return `(select case when ${missing} then null else ${aggregate}(${each}.v) end from (select ${read} as v from ${rows}) as ${each})`;
  });
  return aggregate === "sum" ? rounded(build, made) : made;
}

/** `and` or `or` over the items. */
export function settledSql(build: Build, list: Typed, every: boolean): string {
  return overList(build, list, (alias, rows) => {
    const item = readSql(build, { text: `${alias}.e`, stored: false }, { kind: "boolean" });
    return settledRows(build, item, rows, every);
  });
}

function settledRows(build: Build, condition: string, rows: string, every: boolean): string {
  const each = newAlias(build);
  const held = `from (select (${condition})::boolean as c from ${rows}) as ${each}`;
  const unknown = `when bool_or(${each}.c is null) then null`;
  return every
    ? `(select case when not bool_and(${each}.c) then false ${unknown} else true end ${held})`
    : `(select case when bool_or(${each}.c) then true ${unknown} else false end ${held})`;
}

/** Each item once, where it first stands. */
export function distinctSql(build: Build, list: string): string {
  return named(build, list, (name) => {
    const [alias, each] = [newAlias(build), newAlias(build)];
    const first = `(select ${alias}.e, min(${alias}.n) as n from ${itemsOf(name, alias)} group by ${alias}.e) as ${each}`;
    return `case when ${name} is not null then (select coalesce(jsonb_agg(${each}.e order by ${each}.n), '[]') from ${first}) end`;
  });
}

/** The texts of a list with another between them; those that are missing are left out. */
export function joinSql(build: Build, list: Typed, between: string): string {
  return overList(build, list, (alias, rows) => {
    const item = readSql(build, { text: `${alias}.e`, stored: false }, { kind: "text" });
    const each = newAlias(build);
    const texts = `(select ${item} as v, ${alias}.n from ${rows}) as ${each}`;
    return named(build, `(${between})::text`, (by) => {
      return `case when ${by} is not null then (select coalesce(string_agg(${each}.v, ${by} order by ${each}.n), '') from ${texts}) end`;
    });
  });
}

/** Whether a value is among the items; null where there is no list. */
export function memberSql(build: Build, value: Typed, list: Typed): string {
  const plain = plainItems(build, list);
  if (plain !== undefined) return `coalesce((${build.sql(build, value)}) = any(${plain}), false)`;
  const type = itemOf(list);
  if (!isScalar(type) || !isScalar(value.type)) return refuse(build, "It looks for a list, a group or a length of time in a list.");
  return named(build, build.sql(build, value), (wanted) =>
    overList(build, list, (alias, rows) => {
      const item = readSql(build, { text: `${alias}.e`, stored: isStored(build, list) }, type);
      return `exists (select from ${rows} where (${item}) is not distinct from ${wanted})`;
    }),
  );
}

/** At which places a value stands, counted from 1. */
export function placesSql(build: Build, value: Typed, list: Typed): string {
  const type = itemOf(list);
  if (!isScalar(type) || !isScalar(value.type)) return refuse(build, "It looks for a list, a group or a length of time in a list.");
  return named(build, build.sql(build, value), (wanted) =>
    overList(build, list, (alias, rows) => {
      const item = readSql(build, { text: `${alias}.e`, stored: isStored(build, list) }, type);
      const same = `(${item}) is not distinct from ${wanted}`;
      return `(select coalesce(jsonb_agg(${alias}.n order by ${alias}.n), '[]') from ${rows} where ${same})`;
    }),
  );
}

/** The items from one place on, as they are; a place before the first is the first. */
export function sublistSql(build: Build, [list, start, length]: readonly Typed[]): string {
  if (list === undefined || start === undefined) return refuse(build, "It takes a part of nothing.");
  const most = length === undefined ? "100000000::numeric" : `(${build.sql(build, length)})::numeric`;
  return named(build, `(${build.sql(build, start)})::numeric`, (from) =>
    named(build, most, (count) =>
      named(build, build.sql(build, list), (name) => {
        const alias = newAlias(build);
        const first = `case when ${from} > 0 then ${from} else greatest(1, jsonb_array_length(${name}) + ${from} + 1) end`;
        const kept = `${alias}.n >= ${first} and ${alias}.n < ${first} + ${count}`;
        const whole = `${from} = trunc(${from}) and ${from} <> 0 and ${count} = trunc(${count})`;
        return `case when ${whole} and ${name} is not null then (select coalesce(jsonb_agg(${alias}.e order by ${alias}.n), '[]') from ${itemsOf(name, alias)} where ${kept}) end`;
      }),
    ),
  );
}

/** The items of a list that is written out, as one parameter; undefined where it is not so plain. */
function plainItems(build: Build, list: Typed): string | undefined {
  if (list.kind !== "list" || list.items.length === 0) return undefined;
  const values = list.items.map((item) => (item.kind === "literal" ? item.value : null));
  if (values.every((value) => typeof value === "string")) return parameter(build, values, "text[]");
  return values.every((value) => typeof value === "number") ? parameter(build, values, "numeric[]") : undefined;
}
