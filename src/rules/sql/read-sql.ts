import type { RuleType } from "../type.ts";
import type { Typed } from "../typed.ts";
import { type Build, isScalar, itemsOf, type Json, newAlias, parameter, refuse, toJson } from "./build.ts";

/** JSON taken as its type, or as null where it is something else, as the reader of a running rule takes it. No cast can fail. */
export function readSql(build: Build, { text, stored }: Json, type: RuleType): string {
  const when = (kind: string, value: string): string => `case jsonb_typeof(${text}) when '${kind}' then ${value} end`;
  switch (type.kind) {
    case "boolean":
      return when("boolean", `(${text})::boolean`);
    case "number":
      return when("number", `(${text})::numeric`);
    case "money":
      return when("number", stored ? `(${text})::numeric * 0.01` : `(${text})::numeric`);
    case "text":
    case "code":
      return when("string", `${text} #>> '{}'`);
    case "date":
      return when("string", dateSql(`${text} #>> '{}'`));
    case "record":
      return when("object", text);
    case "list":
      return when("array", text);
    case "duration":
      return refuse(build, "It reads a length of time out of the answers.");
    default:
      return "null";
  }
}

function dateSql(text: string): string {
  return `case when ${text} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' and pg_input_is_valid(${text}, 'date') then ${text} end`;
}

/** The JSON that a part stands for, before it is taken as its type. */
export function jsonOf(build: Build, typed: Typed): Json {
  if (typed.kind === "fact" && typed.name !== "today") {
    if (build.shaped.has(typed.name)) refuse(build, `Rules see the answer to ${typed.name} in another form than it is kept in.`);
    return { text: `${build.answers}->${parameter(build, typed.name, "text")}`, stored: true };
  }
  const variable = typed.kind === "local" ? build.variables.get(typed.slot) : undefined;
  if (variable !== undefined) return variable;
  if (typed.kind === "field" && !typed.many) {
    const target = jsonOf(build, typed.target);
    return { text: `${target.text}->${parameter(build, typed.name, "text")}`, stored: target.stored };
  }
  const [list, place] = typed.kind === "call" && typed.function.name === "item at" ? typed.arguments : [];
  if (list !== undefined && place !== undefined) return { text: itemSql(build, list, place), stored: isStored(build, list) };
  return { text: build.sql(build, typed), stored: isStored(build, typed) };
}

/** PostgreSQL counts from 0, and like rules from -1 at the end. */
function itemSql(build: Build, list: Typed, place: Typed): string {
  const written = place.kind === "literal" && typeof place.value === "number" ? place.value : 0;
  return `(${build.sql(build, list)})->${parameter(build, written > 0 ? written - 1 : written, "int")}`;
}

/** Calls that give items of a list as the list holds them. */
const PASSING = new Set(["item at", "sublist"]);

/** Whether the items of a list, or the parts of a group, are as the answers hold them. */
export function isStored(build: Build, typed: Typed): boolean {
  switch (typed.kind) {
    case "fact":
      return true;
    case "local":
      return build.variables.get(typed.slot)?.stored ?? false;
    case "field":
      return isStored(build, typed.target);
    case "filter":
      return isStored(build, typed.list);
    case "call": {
      const [list] = typed.arguments;
      return list !== undefined && PASSING.has(typed.function.name) && isStored(build, list);
    }
    default:
      return false;
  }
}

/** A list as the rule would give it: each item taken as its type, money in pounds. */
export function plainList(build: Build, typed: Typed): string {
  const list = build.sql(build, typed);
  if (typed.type.kind !== "list") return list;
  const item = typed.type.of;
  if (!isScalar(item)) return refuse(build, "It gives or compares a list of lists or of groups as a whole.");
  const alias = newAlias(build);
  const read = readSql(build, { text: `${alias}.e`, stored: isStored(build, typed) }, item);
  const made = newAlias(build);
  const items = `(select coalesce(jsonb_agg(${toJson(read, item)} order by ${alias}.n), '[]') from ${itemsOf(`${made}.v`, alias)})`;
  return `(select case when ${made}.v is not null then ${items} end from (select ${list} as v offset 0) as ${made})`;
}
