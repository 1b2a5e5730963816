import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import * as fc from "fast-check";
import { openWorkspace } from "../../src/command-line/workspace.ts";
import { namingOf } from "../../src/definition/rule-naming.ts";
import type { Service, Step } from "../../src/definition/service.ts";
import { conditionCall, valueCall } from "../../src/rules/function-words.ts";
import { FUNCTIONS } from "../../src/rules/functions.ts";
import { EXAMPLE_NAMING, EXAMPLE_SCOPE, RULE_REFERENCE } from "../../src/rules/reference.ts";
import type { Rule } from "../../src/rules/rule.ts";
import { ruleInWords } from "../../src/rules/rule-words.ts";
import { expression, SCOPE } from "./generate.ts";
import { compiled } from "./support.ts";

const workspace = await openWorkspace(join(import.meta.dirname, "..", ".."));

function reads(cases: Readonly<Record<string, string>>): void {
  for (const [source, words] of Object.entries(cases)) {
    assert.equal(ruleInWords(compiled(source, EXAMPLE_SCOPE), EXAMPLE_NAMING), words, source);
  }
}

test("a condition reads as a sentence with the questions' labels and the options' texts", () => {
  reads({
    'width = "large" and danger': 'the width is "Larger than a plate" and it is a danger',
    "not(danger)": 'the answer to "Is it a danger?" is no',
    "danger = false": 'the answer to "Is it a danger?" is no',
    "danger != true": 'the answer to "Is it a danger?" is not yes',
    'width in ["small", "large"]': 'the width is "Smaller than a plate" or "Larger than a plate"',
    'not(width in ["small", "large"])': 'the width is neither "Smaller than a plate" nor "Larger than a plate"',
    "income < 1000.5": "the income is less than £1,000.50",
    "rooms >= 1000": "the number of rooms is at least 1,000",
    "partner = null": "the partner's name is not answered",
    "is defined(partner)": "the partner's name is answered",
    'list contains(needs, "ramp")': '"A ramp" is among the needs',
    'where.road.owner != "council"': 'the owner of the road is not "council"',
  });
});

test("dates and lengths of time read as people say them", () => {
  reads({
    'born < date("2008-07-01")': "the date of birth is before 1 July 2008",
    'born in [date("2008-07-01")..date("2009-06-30")]': "the date of birth is from 1 July 2008 to 30 June 2009",
    'not(born in [date("2008-07-01")..date("2009-06-30")])': "the date of birth is not from 1 July 2008 to 30 June 2009",
    'born > today - @"P1Y6M"': "the date of birth is after 1 year and 6 months before today",
    "age(born, today) < 18": "the age today by the date of birth is less than 18",
  });
});

test("an or inside an and stands in brackets, and not turns all that is inside it", () => {
  reads({
    'danger and (rooms > 3 or width = "small")':
      'it is a danger and (the number of rooms is more than 3 or the width is "Smaller than a plate")',
    'not(danger and width = "small")': 'the answer to "Is it a danger?" is no or the width is not "Smaller than a plate"',
    "income in [200..250.50)": "the income is at least £200 and is less than £250.50",
    "not(income in [200..250.50))": "the income is less than £200 or is at least £250.50",
  });
});

test("loops name their entries, and values read as phrases", () => {
  reads({
    "some child in children satisfies child.age > 8": "for at least one child, the child's age is more than 8",
    "not(some child in children satisfies child.age > 8)": "for each child, the child's age is at most 8",
    "count(children[age < 5]) > 1": "the number of entries in those in the children where the child's age is less than 5 is more than 1",
    'if danger then "emergency" else if rooms > 2 then "high" else "normal"':
      'if it is a danger, "emergency"; otherwise if the number of rooms is more than 2, "high"; otherwise "normal"',
    "income + 0.10": "the income plus £0.10",
    "1 + 2 * rooms": "1 plus 2 times the number of rooms",
    "(rooms + 1) * 2": "(the number of rooms plus 1) times 2",
  });
});

test("every function has words", () => {
  for (const { name, takes, result } of FUNCTIONS.values()) {
    const given = takes.map((_, index) => `value ${index}`);
    const boolean = typeof result === "object" && result.kind === "boolean";
    const words = boolean ? [conditionCall(name, given, true), conditionCall(name, given, false)] : [valueCall(name, given)];
    for (const said of words) for (const one of given) assert.ok(said?.includes(one), `${name}: ${said}`);
  }
});

function rulesIn(steps: readonly Step[]): readonly Rule[] {
  return steps.flatMap((step) => {
    const own = step.when === undefined ? [] : [step.when];
    if (step.kind === "screen") return [...own, ...step.screen.musts.map((must) => must.rule)];
    return step.kind === "branch" ? [...own, ...rulesIn(step.steps)] : own;
  });
}

function rulesOf(service: Service): readonly Rule[] {
  return [...rulesIn(service.flow), service.fee, service.case.priority].filter((rule) => rule !== undefined);
}

test("every rule of the shelf reads in words: no name, code or sign of the language is left in it", () => {
  let told = 0;
  for (const { compilation } of workspace.checked) {
    assert.ok(compilation.ok);
    for (const rule of rulesOf(compilation.service)) {
      const words = ruleInWords(rule, namingOf(compilation.service));
      const bare = words.replaceAll(/"[^"]*"/g, "x");
      assert.doesNotMatch(bare, /[=<>_@[\]*+]|undefined|satisfies|list contains/, `${rule.source}: ${words}`);
      assert.doesNotMatch(bare, /^\s|\s$|\s\s/, words);
      told++;
    }
  }
  assert.ok(told > 25, `${told}`);
});

test("two rules of the pothole in full", () => {
  const found = workspace.checked.find(({ service }) => service === "report-a-pothole")?.compilation;
  assert.ok(found?.ok === true);
  const words = new Set(rulesOf(found.service).map((rule) => ruleInWords(rule, namingOf(found.service))));
  assert.ok(words.has('the kind of road is "A motorway or a major trunk road"'));
  assert.ok(words.has('it is a danger or the answer to "How wide is it?" is "Wider than a car door"'));
});

test("whatever rule there is, it reads as something, and its examples too", () => {
  const says = (rule: Rule): void => assert.match(ruleInWords(rule, {}), /^\S(.*\S)?$/s);
  fc.assert(
    fc.property(expression, (source) => says(compiled(source, SCOPE))),
    { numRuns: 300 },
  );
  for (const { example } of RULE_REFERENCE) says(compiled(`[${example}]`, EXAMPLE_SCOPE));
});
