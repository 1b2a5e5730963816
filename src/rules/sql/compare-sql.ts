import type { ComparisonSign } from "../syntax.ts";
import type { Typed, TypedTest } from "../typed.ts";
import { type Build, named, refuse } from "./build.ts";
import { lengthOf } from "./date-sql.ts";
import { memberSql } from "./list-sql.ts";
import { plainList } from "./read-sql.ts";

/** A comparison: null equals null only, and has no order. */
export function compareSql(build: Build, sign: ComparisonSign, left: Typed, right: Typed): string {
  const kinds = new Set([left.type.kind, right.type.kind]);
  if (kinds.has("duration") && !kinds.has("nothing")) return compareLengths(build, sign, left, right);
  return signed(sign, sideOf(build, left), sideOf(build, right), kinds.has("text") || kinds.has("code") || kinds.has("date"));
}

function sideOf(build: Build, typed: Typed): string {
  return typed.type.kind === "list" ? plainList(build, typed) : build.sql(build, typed);
}

function signed(sign: ComparisonSign, left: string, right: string, texts: boolean): string {
  const collation = texts ? ' collate "C"' : "";
  if (sign === "=") return `(${left}) is not distinct from (${right})${collation}`;
  if (sign === "!=") return `(${left}) is distinct from (${right})${collation}`;
  return `(${left}) ${sign} (${right})${collation}`;
}

function compareLengths(build: Build, sign: ComparisonSign, left: Typed, right: Typed): string {
  const one = lengthOf(build, left);
  const other = lengthOf(build, right);
  if (one === undefined || other === undefined) return "null";
  if (one.unit === other.unit) return signed(sign, one.amount, other.amount, false);
  const both = `(${one.amount}) is null and (${other.amount}) is null`;
  if (sign === "=") return `(${both})`;
  return sign === "!=" ? `not (${both})` : "null::boolean";
}

/** Any test that holds settles it; the value is worked out once. */
export function inSql(build: Build, { value, tests }: Extract<Typed, { kind: "in" }>): string {
  const [only] = tests;
  if (value.type.kind === "duration") return refuse(build, "It tests a length of time with in.");
  if (tests.length === 1 && only !== undefined && only.kind !== "range") return testSql(build, value, only, build.sql);
  if (value.type.kind === "list" || value.type.kind === "record") {
    return tests.map((test) => `(${testSql(build, value, test, build.sql)})`).join(" or ");
  }
  return named(build, build.sql(build, value), (name) => {
    // Within the tests the value goes by its name.
    const inside: Build["sql"] = (within, part) => (part === value ? name : build.sql(within, part));
    return tests.map((test) => `(${testSql(build, value, test, inside)})`).join(" or ");
  });
}

function testSql(build: Build, value: Typed, test: TypedTest, sql: Build["sql"]): string {
  // The counters and values are shared; only how parts are told differs.
  const within: Build = {
    ...build,
    sql,
    get aliases() {
      return build.aliases;
    },
    set aliases(count) {
      build.aliases = count;
    },
  };
  switch (test.kind) {
    case "is":
      return compareSql(within, "=", value, test.value);
    case "compare":
      return compareSql(within, test.sign, value, test.value);
    case "member":
      return memberSql(within, value, test.list);
    default: {
      const above = compareSql(within, test.lowOpen ? ">" : ">=", value, test.low);
      return `(${above}) and (${compareSql(within, test.highOpen ? "<" : "<=", value, test.high)})`;
    }
  }
}
