import type { Rule } from "../rule.ts";
import type { Typed } from "../typed.ts";
import { type Build, isScalar, parameter, refuse } from "./build.ts";
import { callSql } from "./call-sql.ts";
import { compareSql, inSql } from "./compare-sql.ts";
import { lengthOf, shifted } from "./date-sql.ts";
import { fieldOfEach, filterSql, listSql, loopSql } from "./list-sql.ts";
import { calculated } from "./number-sql.ts";
import { jsonOf, plainList, readSql } from "./read-sql.ts";

/** Where the rule finds what it reads. */
export interface SqlPlace {
  /** The jsonb column of answers as a case keeps them, such as `c.answers`. Money in it is whole pence. */
  readonly answers: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** Questions whose answers rules see in another form than cases keep them: a rule that reads one is refused. */
  readonly shaped?: ReadonlySet<string>;
  /** The number of the first parameter; 1 unless told. */
  readonly firstValue?: number;
}

export type RuleSql =
  | { readonly ok: true; readonly text: string; readonly values: readonly unknown[] }
  | { readonly ok: false; readonly reason: string };

/**
 * A rule as an SQL expression over answers, giving what the rule gives: boolean, numeric (pounds), text (dates as YYYY-MM-DD) or a
 * jsonb list; null where the rule gives null. Holds for numbers, amounts and sums of up to 15 digits. Rules that have no form in SQL
 * are refused with the reason; the caller then runs the rule itself over the rows.
 */
export function ruleToSql({ tree }: Rule, place: SqlPlace): RuleSql {
  if (!/^[a-z_][a-z0-9_]*(\.[a-z_][a-z0-9_]*)?$/.test(place.answers)) return { ok: false, reason: `"${place.answers}" is not a column.` };
  const { answers, today, firstValue = 1, shaped = new Set() } = place;
  const build: Build = { answers, today, shaped, firstValue, values: [], refusals: [], variables: new Map(), aliases: 0, sql: sqlOf };
  const text = wholeOf(build, tree);
  const [reason] = build.refusals;
  return reason === undefined ? { ok: true, ...used(`(${text})`, build) } : { ok: false, reason };
}

/** Leaves out the values of parts that came to nothing: PostgreSQL wants every parameter in the text. */
function used(text: string, { values, firstValue }: Build): { text: string; values: readonly unknown[] } {
  const kept: number[] = [];
  const renumbered = text.replaceAll(/\$(\d+)/g, (_, number: string) => {
    const index = Number(number) - firstValue;
    if (!kept.includes(index)) kept.push(index);
    return `$${firstValue + kept.indexOf(index)}`;
  });
  return { text: renumbered, values: kept.map((index) => values[index]) };
}

function wholeOf(build: Build, tree: Typed): string {
  if (tree.type.kind === "list") return plainList(build, tree);
  return isScalar(tree.type) ? sqlOf(build, tree) : refuse(build, "It gives a group or a length of time.");
}

function sqlOf(build: Build, typed: Typed): string {
  if (typed.type.kind === "nothing") return "null";
  const inner = (part: Typed): string => build.sql(build, part);
  switch (typed.kind) {
    case "literal":
      return literalSql(build, typed);
    case "fact":
      return typed.name === "today" ? parameter(build, build.today, "text") : readSql(build, jsonOf(build, typed), typed.type);
    case "local":
      return readSql(build, jsonOf(build, typed), typed.type);
    case "field":
      return typed.many ? fieldOfEach(build, typed) : readSql(build, jsonOf(build, typed), typed.type);
    case "call":
      return callSql(build, typed);
    case "compare":
      return compareSql(build, typed.sign, typed.left, typed.right);
    case "in":
      return inSql(build, typed);
    case "arithmetic":
      return arithmeticSql(build, typed);
    case "negate":
      return `-(${inner(typed.of)})`;
    case "not":
      return `not (${inner(typed.of)})`;
    case "and":
    case "or":
      return typed.terms.map((term) => `(${inner(term)})`).join(` ${typed.kind} `);
    case "if":
      return ifSql(build, typed);
    case "table":
      return inner(typed.inner);
    case "list":
      return listSql(build, typed);
    case "filter":
      return filterSql(build, typed);
    default:
      return loopSql(build, typed);
  }
}

function literalSql(build: Build, { value }: Extract<Typed, { kind: "literal" }>): string {
  if (typeof value === "boolean") return parameter(build, value, "boolean");
  if (typeof value === "number") return parameter(build, value, "numeric");
  return typeof value === "string" ? parameter(build, value, "text") : refuse(build, "It gives a length of time.");
}

function arithmeticSql(build: Build, { work, sign, left, right }: Extract<Typed, { kind: "arithmetic" }>): string {
  if (work === "numbers") return calculated(build, sign, build.sql(build, left), build.sql(build, right));
  if (work === "texts") return `(${build.sql(build, left)})::text || (${build.sql(build, right)})::text`;
  if (work === "two dates" || work === "two durations" || work === "duration and number")
    return refuse(build, "It gives a length of time.");
  const [date, length] = work === "date and duration" ? [left, right] : [right, left];
  const known = lengthOf(build, length);
  return known === undefined ? "null" : shifted(build, build.sql(build, date), known, sign === "-" ? "-" : "+");
}

function ifSql(build: Build, { condition, yes, no, type }: Extract<Typed, { kind: "if" }>): string {
  const branch = (part: Typed): string => (type.kind === "list" ? plainList(build, part) : build.sql(build, part));
  if (type.kind === "record") return refuse(build, "It chooses between groups.");
  return `case when ${build.sql(build, condition)} then ${branch(yes)} else ${branch(no)} end`;
}
