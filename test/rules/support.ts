import assert from "node:assert/strict";
import { compileRule } from "../../src/rules/compile-rule.ts";
import { EXAMPLE_CALENDAR } from "../../src/rules/reference.ts";
import type { Calendar } from "../../src/rules/working-days.ts";
import type { Rule, RuleProblem } from "../../src/rules/rule.ts";
import { BOOLEAN, code, DATE, DURATION, list, MONEY, NUMBER, record, type RuleType, type Scope, TEXT } from "../../src/rules/type.ts";
import type { Facts, Value } from "../../src/rules/value.ts";

export const HOUSEHOLD: Scope = {
  name: TEXT,
  other_name: TEXT,
  born: DATE,
  danger: BOOLEAN,
  fee: MONEY,
  deposit: MONEY,
  rooms: NUMBER,
  stay: DURATION,
  width: code(["small", "large"]),
  height: code(["low", "high"]),
  needs: list(code(["ramp", "large print"])),
  scores: list(NUMBER),
  where: record({ road: record({ owner: TEXT, speed: NUMBER }) }),
  children: list(record({ name: TEXT, age: NUMBER, cost: MONEY, at_school: BOOLEAN })),
};

export const FACTS: Facts = {
  today: "2026-03-01",
  name: "Ada",
  other_name: null,
  born: "2004-02-29",
  danger: true,
  fee: 10.1,
  deposit: null,
  rooms: 3,
  stay: { unit: "days", amount: 14 },
  width: "large",
  height: "low",
  needs: ["ramp"],
  scores: [3, null, 5],
  where: { road: { owner: "council", speed: 30 } },
  children: [
    { name: "Ben", age: 4, cost: 30.25, at_school: false },
    { name: "Cal", age: 9, cost: 12.1, at_school: true },
  ],
};

export function compiled(source: string, scope: Scope = HOUSEHOLD, expected?: RuleType, calendar: Calendar = EXAMPLE_CALENDAR): Rule {
  const compilation = compileRule(source, scope, expected, {}, calendar);
  assert.ok(compilation.ok, compilation.ok ? "" : `${source}: ${compilation.problems.map((found) => found.message).join(" ")}`);
  return compilation.rule;
}

export function value(source: string, facts: Facts = FACTS): Value {
  return compiled(source).run(facts);
}

export function problems(source: string, expected?: RuleType, scope: Scope = HOUSEHOLD): readonly RuleProblem[] {
  const compilation = compileRule(source, scope, expected);
  assert.ok(!compilation.ok, `${source} has a problem`);
  return compilation.problems;
}

/** The only problem of a rule, with the part of the source it points at. */
export function problem(
  source: string,
  expected?: RuleType,
  scope: Scope = HOUSEHOLD,
): { code: string; part: string; message: string; fix: string | undefined } {
  const found = problems(source, expected, scope);
  const [only] = found;
  assert.equal(found.length, 1, `${source}: ${found.map((each) => each.message).join(" ")}`);
  assert.ok(only !== undefined);
  return { code: only.code, part: source.slice(only.from, only.to), message: only.message, fix: only.fix };
}

export function gives(cases: Readonly<Record<string, Value>>, facts: Facts = FACTS): void {
  for (const [source, expected] of Object.entries(cases)) assert.deepEqual(value(source, facts), expected, source);
}
