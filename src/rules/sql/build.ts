import type { RuleType } from "../type.ts";
import type { Typed } from "../typed.ts";

/** An SQL expression that is being put together. Every value goes into `values` and stands in the text as `$1`, `$2`. */
export interface Build {
  /** The jsonb column of the answers. */
  readonly answers: string;
  readonly today: string;
  /** Questions whose answers rules see in another form than cases keep them. */
  readonly shaped: ReadonlySet<string>;
  readonly firstValue: number;
  readonly values: unknown[];
  readonly refusals: string[];
  /** What a loop's or a filter's variable reads from, by its slot. */
  readonly variables: Map<number, Json>;
  aliases: number;
  /** The SQL of a part; handed down so that the files do not import each other in a ring. */
  readonly sql: (build: Build, typed: Typed) => string;
}

/** JSON out of the answers, where money is whole pence, or out of a list that the rule made, where it is pounds. */
export interface Json {
  readonly text: string;
  readonly stored: boolean;
}

type Cast = "text" | "numeric" | "boolean" | "jsonb" | "text[]" | "numeric[]" | "int";

/** A value as a parameter. PostgreSQL cannot hold the character 0 or half a character. */
export function parameter(build: Build, value: unknown, cast: Cast): string {
  const texts = typeof value === "string" ? [value] : Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
  if (texts.some((text) => !text.isWellFormed() || text.includes("\0"))) {
    return refuse(build, "It holds a character that a database cannot hold.");
  }
  build.values.push(value);
  return `$${build.firstValue + build.values.length - 1}::${cast}`;
}

/** Notes why the rule cannot be said in SQL and stands in for the part; a build with refusals is never run. */
export function refuse(build: Build, reason: string): string {
  build.refusals.push(reason);
  return "null";
}

/**
 * Names an expression that is used more than once. `offset 0` keeps PostgreSQL from putting it back in each place, which would
 * double the work at each level.
 */
export function named(build: Build, expression: string, body: (name: string) => string): string {
  const alias = newAlias(build);
  return `(select ${body(`${alias}.v`)} from (select ${expression} as v offset 0) as ${alias})`;
}

export function newAlias(build: Build): string {
  build.aliases += 1;
  return `r${build.aliases}`;
}

/** The items of a list, as rows of `alias.e` in the order of `alias.n`. */
export function itemsOf(list: string, alias: string): string {
  return `jsonb_array_elements(${list}) with ordinality as ${alias}(e, n)`;
}

/** Text of a part as its type is written in a list that the rule makes. */
export function toJson(expression: string, type: RuleType): string {
  return type.kind === "nothing" ? "'null'::jsonb" : `coalesce(to_jsonb(${expression}), 'null'::jsonb)`;
}

/** Whether SQL has it as one plain value. */
export function isScalar({ kind }: RuleType): boolean {
  return kind !== "list" && kind !== "record" && kind !== "duration";
}
