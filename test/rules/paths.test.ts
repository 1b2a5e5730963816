import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import type { Facts, Value } from "../../src/rules/value.ts";
import { compiled, HOUSEHOLD } from "./support.ts";

/** The same condition twice: as it is written, where it may run in one step, and put so that its parts run apart. */
const PAIRS: readonly (readonly [short: string, apart: string])[] = [
  ...["=", "!=", "<", "<=", ">", ">="].flatMap((sign) => [
    [`rooms ${sign} 3`, `rooms ${sign} (if true then 3 else 4)`] as const,
    [`fee ${sign} 10.50`, `fee ${sign} (if true then 10.50 else 4)`] as const,
    [`where.road.speed ${sign} 30`, `where.road.speed ${sign} (if true then 30 else 4)`] as const,
    [`born ${sign} date("2004-02-29")`, `born ${sign} (if true then date("2004-02-29") else today)`] as const,
    [`name ${sign} "Ada"`, `name ${sign} (if true then "Ada" else "Bea")`] as const,
  ]),
  ['width != "small"', 'width != (if true then "small" else "large")'],
  ["danger = true", "danger = (if true then true else false)"],
  ["danger != false", "danger != (if true then false else true)"],
];

const held: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(
    3,
    4,
    10.5,
    30,
    true,
    false,
    null,
    undefined,
    "Ada",
    "small",
    "2004-02-29",
    "2004-02-30",
    "2003-01-01",
    Infinity,
    Number.NaN,
  ),
  fc.constantFrom({ road: { speed: 30 } }, { road: [30] }, { road: null }, [1], { road: "x" }),
);
// The wrong shapes are the point of the test, so what is no Value is passed off as one.
const facts = fc.dictionary(fc.constantFrom(...Object.keys(HOUSEHOLD)), held).map((given) => given as Facts);

test("a comparison that runs in one step gives what its parts give apart, whatever the facts", () => {
  const rules = PAIRS.map(([short, apart]) => [compiled(short), compiled(apart)] as const);
  fc.assert(
    fc.property(facts, (given) => {
      for (const [short, apart] of rules) {
        const [one, other]: readonly Value[] = [short.run(given), apart.run(given)];
        assert.equal(one, other, `${short.source} ${JSON.stringify(given)}`);
      }
    }),
    { numRuns: 500 },
  );
});
