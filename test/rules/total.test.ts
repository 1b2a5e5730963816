import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { compileRule, holds } from "../../src/rules/compile-rule.ts";
import { MOST_WORK } from "../../src/rules/frame.ts";
import { RULE_REFERENCE } from "../../src/rules/reference.ts";
import type { Facts, Value } from "../../src/rules/value.ts";
import { BOOLEAN, list, NUMBER } from "../../src/rules/type.ts";
import { expression, facts, SCOPE } from "./generate.ts";
import { compiled, FACTS, HOUSEHOLD } from "./support.ts";

/** Whatever could lie in a draft of an older version, or in a broken one. */
const anything: fc.Arbitrary<unknown> = fc.anything({
  maxDepth: 3,
  key: fc.constantFrom("road", "owner", "age", "name", "unit", "amount", "length"),
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSparseArray: true,
  withNullPrototype: true,
});

const names = [...new Set([...Object.keys(SCOPE), ...Object.keys(HOUSEHOLD), "today"])];
// The wrong shapes are the point of the test, so what is no Value is passed off as one.
const brokenFacts = fc.dictionary(fc.constantFrom(...names), anything).map((given) => given as Facts);

const words =
  "and or not( if then else in between some every for satisfies return [ ] ( ) .. , . < > = != + - * / ** { } : @ \" ' // null true".split(
    " ",
  );
const soup = fc
  .array(
    fc.oneof(
      fc.constantFrom(...words),
      fc.constantFrom(...names, "count(", "date(", '"a"', "1", "0.5", "item", "x"),
      fc.string({ maxLength: 3 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(" "));

const known = RULE_REFERENCE.map((entry) => entry.example.replaceAll("income", "fee"));
const damaged = fc
  .tuple(fc.constantFrom(...known), fc.nat(60), fc.nat(4), fc.string({ maxLength: 4 }))
  .map(([source, at, cut, put]) => source.slice(0, at) + put + source.slice(at + cut));

function compilesOrExplains(source: string): void {
  const compilation = compileRule(source, HOUSEHOLD);
  if (compilation.ok) {
    compilation.rule.run(FACTS);
    compilation.rule.run({});
    return;
  }
  assert.ok(compilation.problems.length > 0);
  for (const { from, to, message } of compilation.problems) {
    assert.ok(from >= 0 && from <= to && to <= source.length, `${JSON.stringify(source)}: ${from} to ${to}`);
    assert.match(message, /\.$/);
  }
}

test("any text compiles or has a problem inside it; nothing throws", () => {
  fc.assert(
    fc.property(fc.oneof(soup, damaged, fc.string({ maxLength: 60 }), fc.string({ unit: "binary", maxLength: 30 })), compilesOrExplains),
    { numRuns: 800 },
  );
});

test("a rule never throws, whatever the facts, and gives a value of its type or null", () => {
  fc.assert(
    fc.property(expression, fc.oneof(facts, brokenFacts), (source, given) => {
      const rule = compiled(source, SCOPE);
      const found = rule.run(given);
      assert.ok(found === null || fits(found, rule.type.kind), `${source} gave ${JSON.stringify(found)}`);
      holds(rule, given);
    }),
    { numRuns: 500 },
  );
});

test("the rules of the examples never throw, whatever the facts", () => {
  const rules = known.flatMap((source) => {
    const compilation = compileRule(source, HOUSEHOLD);
    return compilation.ok ? [compilation.rule] : [];
  });
  assert.ok(rules.length > 30);
  fc.assert(
    fc.property(brokenFacts, (given) => {
      for (const rule of rules) rule.run(given);
    }),
    { numRuns: 500 },
  );
});

function fits(found: Value, kind: string): boolean {
  if (kind === "list") return Array.isArray(found);
  if (kind === "number" || kind === "money") return typeof found === "number" && Number.isFinite(found);
  return kind === "boolean" ? typeof found === "boolean" : typeof found === "string";
}

test("running twice gives the same and leaves the facts as they were", () => {
  fc.assert(
    fc.property(expression, facts, (source, given) => {
      const rule = compiled(source, SCOPE);
      const before = JSON.stringify(given);
      assert.deepEqual(rule.run(given), rule.run(given));
      assert.equal(JSON.stringify(given), before);
    }),
    { numRuns: 300 },
  );
});

test("loops inside loops over long lists stop, and what they would give is null", () => {
  const scope = { numbers: list(NUMBER) };
  const numbers = Array.from({ length: 3000 }, (_, index) => index);
  const loops = (depth: number): string => (depth === 0 ? "a0 = -1" : `some a${depth - 1} in numbers satisfies ${loops(depth - 1)}`);
  for (const source of [
    loops(5),
    `is defined(${loops(4)})`,
    "count(for a in numbers return numbers[item > a])",
    "every a in numbers satisfies sum(numbers) > a",
  ]) {
    assert.equal(compiled(source, scope).run({ numbers }), null, source);
  }
  assert.equal(compiled("count(for a in numbers return a + 1)", scope).run({ numbers }), 3000);
  assert.ok(numbers.length ** 2 > MOST_WORK);
});

test("names that every object has are not in a scope or a group by that", () => {
  for (const source of ["constructor = 1", "toString", "where.constructor", "where.__proto__", "hasOwnProperty(1)"]) {
    assert.equal(compileRule(source, HOUSEHOLD).ok, false, source);
  }
  assert.equal(compiled("constructor", { constructor: BOOLEAN }).run({}), null);
});
