import { checkTypes } from "./check-types.ts";
import { describe, gives, optionProblems } from "./fit.ts";
import { placeFix } from "./mix-fix.ts";
import { parse } from "./parse.ts";
import { problem } from "./problem.ts";
import type { Rule, RuleCompilation, RuleProblem } from "./rule.ts";
import { compile } from "./run.ts";
import type { Tables } from "./tables.ts";
import { nameOf, type RuleType, type Scope } from "./type.ts";
import type { Typed } from "./typed.ts";
import type { Facts } from "./value.ts";
import type { Calendar } from "./working-days.ts";

/**
 * Compiles the text of a rule. `scope` names what it may read, besides `today`, which is always in sight and has its value at
 * run time from `facts.today`. `expected` is what the place of the rule needs: a guard needs BOOLEAN; where it is left out, any type will do.
 * `tables` are decision tables that it may read by name. `calendar` says which days are working days; without one all but weekends are.
 * Problems are all that were found, with offsets into the source. `rule.reads` names scope entries, without `today`.
 */
export function compileRule(source: string, scope: Scope, expected?: RuleType, tables: Tables = {}, calendar?: Calendar): RuleCompilation {
  const parsing = parse(source);
  if (!parsing.ok) return parsing;
  const { typed, problems, reads, slots } = checkTypes(parsing.expression, scope, tables, calendar);
  if (typed === undefined) return { ok: false, problems };
  const unfit = expected === undefined ? [] : expectationProblems(typed, expected);
  if (unfit.length > 0) return { ok: false, problems: unfit };
  return { ok: true, rule: { source, type: expected ?? typed.type, reads, tree: typed, run: compile(typed, slots) } };
}

/** Whether a condition holds. One that is unknown, because it reads something that was not answered, does not. */
export function holds(rule: Rule, facts: Facts): boolean {
  return rule.run(facts) === true;
}

function expectationProblems(typed: Typed, expected: RuleType): readonly RuleProblem[] {
  const options = optionProblems(typed, expected);
  if (options.length > 0) return options;
  const neverHolds = expected.kind === "boolean" && typed.type.kind === "nothing";
  if (gives(typed, expected) && !neverHolds) return [];
  const message = `This rule must give ${nameOf(expected)}, but it gives ${describe(typed)}.`;
  return [problem("rule-type", typed, message, placeFix(typed.type, expected))];
}
