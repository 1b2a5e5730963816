import type { ArithmeticSign } from "../syntax.ts";
import { type Build, named, newAlias } from "./build.ts";

/** Enough digits after the point that rounding a quotient to 15 digits is right. */
const QUOTIENT_DIGITS = 60;

/** What `sign` makes of two numerics, rounded as a running rule rounds. A division by zero is null. */
export function calculated(build: Build, sign: ArithmeticSign, left: string, right: string): string {
  if (sign !== "/") return rounded(build, `(${left}) ${sign} (${right})`);
  return named(build, right, (divisor) =>
    rounded(build, `case when ${divisor} <> 0 then round(${left}, ${QUOTIENT_DIGITS}) / ${divisor} end`),
  );
}

/**
 * A numeric to 15 significant digits, halves to the even digit. `round` takes halves away from zero, so a half is known by lying
 * as far from the rounded as from the cut number; the cut one is right where its last digit is even.
 */
export function rounded(build: Build, expression: string): string {
  const given = newAlias(build);
  const cut = newAlias(build);
  const size = `abs(${given}.v)`;
  const before = `case when ${size} >= 1 then length(trunc(${size})::text) else -coalesce(length(substring(${size}::text from '^0\\.(0*)')), 0) end`;
  const even = `substr(ltrim(replace(abs(${cut}.t)::text, '.', ''), '0'), 15, 1) in ('0', '2', '4', '6', '8')`;
  const places = newAlias(build);
  return (
    `(select case when ${cut}.t + ${cut}.r = 2 * ${cut}.v and ${cut}.t <> ${cut}.r and ${even} then ${cut}.t else ${cut}.r end from ` +
    `(select ${places}.v, trunc(${places}.v, ${places}.n) as t, round(${places}.v, ${places}.n) as r from ` +
    `(select ${given}.v, 15 - (${before}) as n from (select ${expression} as v offset 0) as ${given} offset 0) as ${places} offset 0) as ${cut})`
  );
}
