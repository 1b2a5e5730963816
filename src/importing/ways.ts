import { NEVER, all, any, compare, not, opposite, test } from "./condition.ts";
import type { Comparison, Condition, Test, TestCondition } from "./condition.ts";
import { Diagram, FALSE, TANGLED, TRUE } from "./diagram.ts";
import type { Fn } from "./diagram.ts";
import type { Asked } from "./form.ts";

const LONGEST_RULE_PARTS = 40;
/** Of one question; more are not compared with each other. */
const MOST_NUMBER_TESTS = 12;

interface NumberTest {
  readonly number: number;
  of(answer: number): boolean;
}

function numberTest(test: Test): NumberTest | undefined {
  if (!("value" in test) || !("number" in test.value)) return undefined;
  const { number } = test.value;
  return { number, of: (answer) => compare(answer, test.op, number) };
}

/** One number of each stretch that two numbers part. */
function samplesAround(one: number, other: number): readonly number[] {
  return [Math.min(one, other) - 1, one, (one + other) / 2, other, Math.max(one, other) + 1];
}

/**
 * Works with conditions by what they mean: under which answers each page of a form of linked pages is come to, and the shortest condition that
 * says so. One variable stands for each test of an answer, and what tests of one answer have to do with each other is known.
 */
export class Ways {
  readonly diagram = new Diagram();
  private readonly tests: TestCondition[] = [];
  private readonly variables = new Map<string, number>();
  /** What always holds: a test holds only of an answer, and an answer is not two things at once. */
  private readonly known: { readonly fn: Fn; readonly support: ReadonlySet<number> }[] = [];
  private readonly chosen = new Map<string, Map<string, Fn>>();
  private readonly numbers = new Map<string, (NumberTest & { readonly fn: Fn })[]>();
  private readonly reach = new Map<string, Fn>();
  private readonly question: (field: string) => Asked | undefined;

  constructor(question: (field: string) => Asked | undefined) {
    this.question = question;
  }

  /** Says under what a question's page is come to. Before that, conditions take it as not asked. */
  comeTo(field: string, when: Fn): void {
    this.reach.set(field, when);
  }

  /** From here on journeys go on only where this does not hold. */
  endsWhere(when: Fn): void {
    this.learn(this.diagram.not(when));
  }

  private learn(fn: Fn): void {
    if (fn !== TRUE && fn !== TANGLED) this.known.push({ fn, support: this.diagram.support(fn) });
  }

  fn(condition: Condition): Fn {
    switch (condition.kind) {
      case "constant":
        return condition.value ? TRUE : FALSE;
      case "all":
        return condition.of.reduce((whole, part) => this.diagram.and(whole, this.fn(part)), TRUE);
      case "any":
        return condition.of.reduce((whole, part) => this.diagram.or(whole, this.fn(part)), FALSE);
      case "not":
        return this.diagram.not(this.fn(condition.of));
      case "asked":
        return this.reach.get(condition.field) ?? FALSE;
      case "test":
        return this.testFn(condition);
    }
  }

  private testFn({ field, test }: TestCondition): Fn {
    if (!this.reach.has(field)) return FALSE;
    const answered = this.answered(field);
    if (test.op === "answered") return answered;
    const { plain, turned } = plainTest(test);
    const made = this.variable(field, plain, answered);
    return turned ? this.diagram.and(answered, this.diagram.not(made)) : made;
  }

  /** A question that must be answered is answered wherever its page is come to. */
  private answered(field: string): Fn {
    const reach = this.reach.get(field) ?? FALSE;
    return this.question(field)?.optional === false ? reach : this.variable(field, { op: "answered" }, reach);
  }

  private variable(field: string, test: Test, onlyWhere: Fn): Fn {
    const key = JSON.stringify([field, test]);
    const known = this.variables.get(key);
    if (known !== undefined) return this.diagram.of(known);
    const index = this.tests.push({ kind: "test", field, test }) - 1;
    this.variables.set(key, index);
    const made = this.diagram.of(index);
    this.learn(this.diagram.or(this.diagram.not(made), onlyWhere));
    if (test.op === "=" && "text" in test.value) this.learnOption(field, test.value.text, made, onlyWhere);
    this.learnNumber(field, test, made, onlyWhere);
    return made;
  }

  /** What is more than 500 is more than 50 too: of two tests of one number, what cannot be together. */
  private learnNumber(field: string, test: Test, made: Fn, answered: Fn): void {
    const holds = numberTest(test);
    if (holds === undefined) return;
    const tests = this.numbers.get(field) ?? [];
    this.numbers.set(field, tests);
    for (const other of tests.slice(0, MOST_NUMBER_TESTS)) {
      const samples = samplesAround(holds.number, other.number);
      for (const [one, two] of [
        [true, true],
        [true, false],
        [false, true],
        [false, false],
      ] as const) {
        if (samples.some((number) => holds.of(number) === one && other.of(number) === two)) continue;
        const both = this.diagram.and(one ? made : this.diagram.not(made), two ? other.fn : this.diagram.not(other.fn));
        this.learn(this.diagram.not(this.diagram.and(answered, both)));
      }
    }
    tests.push({ ...holds, fn: made });
  }

  /** One option only may be chosen, and where all are spoken of, one of them was. */
  private learnOption(field: string, option: string, made: Fn, answered: Fn): void {
    const options = this.chosen.get(field) ?? new Map<string, Fn>();
    this.chosen.set(field, options);
    for (const other of options.values()) this.learn(this.diagram.not(this.diagram.and(made, other)));
    options.set(option, made);
    const question = this.question(field);
    const every = question?.options?.every(({ value }) => options.has(value)) ?? false;
    if (question?.type !== "choice" || !every) return;
    const some = [...options.values()].reduce((whole, one) => this.diagram.or(whole, one), FALSE);
    this.learn(this.diagram.or(this.diagram.not(answered), some));
  }

  /** The shortest condition that comes to the same; undefined where that is too long to be read, or too tangled to be worked out. */
  condition(fn: Fn): Condition | undefined {
    if (fn === TANGLED) return undefined;
    const given = this.given(fn);
    const least = this.diagram.and(fn, given);
    const cubes = this.diagram.cover(least, this.diagram.or(fn, this.diagram.not(given)), LONGEST_RULE_PARTS);
    return cubes === undefined ? undefined : any(cubes.map((cube) => all([...cube].map(([index, holds]) => this.literal(index, holds)))));
  }

  private literal(index: number, holds: boolean): Condition {
    const found = this.tests[index];
    if (found === undefined) return NEVER;
    return holds ? found : not(test(found.field, found.test));
  }

  /** What is known of the answers that a function reads. Leaving some of it out makes a condition longer, never wrong. */
  private given(fn: Fn): Fn {
    const support = this.diagram.support(fn);
    let whole = TRUE;
    for (const known of this.known) {
      if (![...known.support].some((variable) => support.has(variable))) continue;
      const more = this.diagram.and(whole, known.fn);
      if (more !== TANGLED) whole = more;
    }
    return whole;
  }

  /** Whether a function can never hold, by what is known. */
  isNever(fn: Fn): boolean {
    return fn === FALSE || (fn !== TANGLED && this.diagram.and(fn, this.given(fn)) === FALSE);
  }
}

const YES: Test = { op: "=", value: { yes: true } };

/** Of a test and its opposite, the one that has the variable; `turned` where the test is the other one. */
function plainTest(test: Test): { readonly plain: Test; readonly turned: boolean } {
  if (test.op === "answered" || test.op === "has") return { plain: test, turned: false };
  if ("is" in test) {
    return isTurned(test.is) ? { plain: { ...test, is: opposite(test.is) }, turned: true } : { plain: test, turned: false };
  }
  if ("yes" in test.value) return { plain: YES, turned: (test.op === "=") !== test.value.yes };
  // The other question may be the one that is empty, so that the opposite does not follow from this one being answered.
  if ("field" in test.value || !isTurned(test.op)) return { plain: test, turned: false };
  return { plain: { ...test, op: opposite(test.op) }, turned: true };
}

function isTurned(comparison: Comparison): boolean {
  return comparison === "!=" || comparison === ">=" || comparison === "<=";
}
