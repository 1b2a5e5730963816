import assert from "node:assert/strict";
import { test } from "node:test";
import { evaluate } from "feelin";
import { compileRule } from "../../src/rules/compile-rule.ts";
import { isDuration } from "../../src/rules/compare.ts";
import { FUNCTIONS } from "../../src/rules/functions.ts";
import { LEFT_OUT_FORMS, LEFT_OUT_FUNCTIONS } from "../../src/rules/left-out.ts";
import { EXAMPLE_FACTS, EXAMPLE_SCOPE, RULE_REFERENCE } from "../../src/rules/reference.ts";
import type { Value } from "../../src/rules/value.ts";
import { compiled } from "./support.ts";

test("every example of the language reference gives what it says", () => {
  for (const { name, example, gives } of RULE_REFERENCE) {
    assert.deepEqual(compiled(example, EXAMPLE_SCOPE).run(EXAMPLE_FACTS), gives, `${name}: ${example}`);
  }
});

/** Standard FEEL that feelin does not know. */
const UNKNOWN_TO_FEELIN = new Set(["duration * number"]);

test("every example that is FEEL gives what feelin makes of it, and the others are no FEEL", () => {
  const day = (text: string): unknown => evaluate(`date("${text}")`, {}).value;
  const facts = { ...EXAMPLE_FACTS, today: day("2026-07-01"), born: day("2000-08-14") };
  for (const { name, example, gives, own } of RULE_REFERENCE) {
    if (UNKNOWN_TO_FEELIN.has(name)) continue;
    assert.equal(inFeelin(example, facts) === written(gives), !own, `${name}: ${example}`);
  }
});

function inFeelin(example: string, facts: Readonly<Record<string, unknown>>): string {
  try {
    return JSON.stringify(evaluate(example, facts).value);
  } catch {
    return "not FEEL";
  }
}

/** As feelin writes it: lengths of time as P1Y6M and P30D. */
function written(value: Value): string {
  if (!isDuration(value)) return JSON.stringify(value);
  const { unit, amount } = value;
  return JSON.stringify(unit === "days" ? `P${amount}D` : `P${Math.floor(amount / 12)}Y${amount % 12}M`);
}

test("every entry has its own name and one sentence, and every function is there", () => {
  const names = RULE_REFERENCE.map((entry) => entry.name);
  assert.equal(new Set(names).size, names.length);
  for (const { name, says } of RULE_REFERENCE) assert.match(says, /^[A-Z][^.]*(\.\s[A-Z][^.]*)?\.$/, name);
  for (const name of FUNCTIONS.keys()) assert.ok(names.includes(name), name);
});

test("what of FEEL is not in the language is refused as the reference says, at its place", () => {
  const leftOut = [...LEFT_OUT_FORMS, ...LEFT_OUT_FUNCTIONS];
  assert.ok(leftOut.length > 55);
  for (const { name, example, message, instead } of leftOut) {
    const compilation = compileRule(example, EXAMPLE_SCOPE);
    assert.ok(!compilation.ok, example);
    const found = compilation.problems.map((problem) => [problem.code, problem.message, problem.fix]);
    assert.deepEqual(found, [["rule-not-supported", message, instead]], `${name}: ${example}`);
    assert.match(message, /\.$/);
    assert.match(instead, /^[A-Z].*\.$/);
  }
  for (const { name } of leftOut) assert.ok(!FUNCTIONS.has(name), name);
});

test("a date or a length of time that is written another way has its own fix", () => {
  for (const [source, fix] of [
    ['@"P2W"', 'Write "P14D" for 2 weeks.'],
    ['duration("P1M10D")', 'Add one after the other, as in: today + @"P1M" + @"P10D".'],
    ['@"PT2H"', 'Rules know no hours: write "P1D" for 1 day.'],
    ['date("31/01/2026")', 'Write date("2026-01-31").'],
    ['date("2026-01-01T10:00:00")', 'Rules know no time of day: write date("2026-01-01").'],
    ['date("2026-02-30")', "Write year, month and day, as in 2026-01-31."],
  ] as const) {
    const compilation = compileRule(source, EXAMPLE_SCOPE);
    assert.deepEqual(compilation.ok ? [] : compilation.problems.map((problem) => problem.fix), [fix], source);
  }
});
