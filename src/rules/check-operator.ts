import { common, describe, itemOf, optionProblems } from "./fit.ts";
import { arithmeticFix, mixFix } from "./mix-fix.ts";
import { problem } from "./problem.ts";
import type { RuleProblem } from "./rule.ts";
import type { ArithmeticSign, At, ComparisonSign } from "./syntax.ts";
import { BOOLEAN, DATE, DURATION, list, MONEY, NUMBER, TEXT, type RuleType } from "./type.ts";
import type { ArithmeticWork, Shape, Typed, TypedTest } from "./typed.ts";

const TEXTS = new Set<RuleType["kind"]>(["text", "code"]);
const ORDERED = new Set(["number", "money", "date", "duration", "text"]);

/** Groups of answers are compared field by field by whoever writes the rule, never as wholes. */
export function comparable(type: RuleType): boolean {
  return type.kind === "list" ? comparable(type.of) : type.kind !== "record";
}

export function orderable(type: RuleType): boolean {
  return ORDERED.has(type.kind);
}

/** Two typed sides around a comparison sign. */
export function compare(at: At, sign: ComparisonSign, left: Typed, right: Typed, problems: RuleProblem[]): Typed | undefined {
  const fits = agree(at, sign, left, right, problems);
  return fits ? { ...at, kind: "compare", sign, left, right, type: BOOLEAN, literal: false } : undefined;
}

/** Whether two parts may be compared with this sign; says why not. */
export function agree(at: At, sign: ComparisonSign, left: Typed, right: Typed, problems: RuleProblem[]): boolean {
  const found = common(left, right);
  const withNull = left.type.kind === "nothing" || right.type.kind === "nothing";
  if (found === undefined || !(withNull || comparable(found))) {
    problems.push(problem("rule-type", at, `This compares ${describe(left)} with ${describe(right)}.`, mixFix(left, right)));
    return false;
  }
  const options = [...optionProblems(left, choices(right)), ...optionProblems(right, choices(left))];
  problems.push(...options);
  if (options.length > 0) return false;
  const texts = found.kind === "code" && left.literal && right.literal;
  if (sign !== "=" && sign !== "!=" && !orderable(found) && !texts && found.kind !== "nothing") {
    problems.push(problem("rule-type", at, `${capital(describe(left))} has no order, so "${sign}" cannot compare it.`, 'Use "=" or "in".'));
    return false;
  }
  return overlap(at, left, right, problems);
}

/** A test after `in`; what it means depends on the type of its value. */
export function isTest(at: At, value: Typed, tested: Typed, problems: RuleProblem[]): TypedTest | undefined {
  const inside = itemOf(tested);
  if (inside === undefined || (value.type.kind === "list" && inside.type.kind !== "list")) {
    return agree(at, "=", value, tested, problems) ? { kind: "is", value: tested } : undefined;
  }
  const found = common(value, inside);
  if (found === undefined || !comparable(found)) {
    const message = `This looks for ${describe(value)} in ${describe(tested)}.`;
    problems.push(problem("rule-type", at, message, mixFix(value, inside)));
    return undefined;
  }
  const options = [...optionProblems(value, choices(inside)), ...optionProblems(tested, list(choices(value)))];
  problems.push(...options);
  return options.length === 0 ? { kind: "member", list: tested } : undefined;
}

/** Two typed sides around + - * /. A number literal stands for pounds next to money. */
export function arithmetic(at: At, sign: ArithmeticSign, left: Typed, right: Typed, problems: RuleProblem[]): Typed | undefined {
  const done =
    amounts(sign, left, right) ?? onDates(sign, left.type.kind, right.type.kind) ?? others(sign, left.type.kind, right.type.kind);
  if (done === undefined) {
    const message = `"${sign}" does not work with ${describe(left)} and ${describe(right)}.`;
    problems.push(problem("rule-type", at, message, arithmeticFix(sign, left, right)));
    return undefined;
  }
  return { ...at, kind: "arithmetic", sign, left, right, ...done, literal: done.work !== "texts" && left.literal && right.literal };
}

interface Done {
  readonly type: RuleType;
  readonly work: ArithmeticWork;
}

function amounts(sign: ArithmeticSign, left: Shape, right: Shape): Done | undefined {
  const kinds = [left.type.kind, right.type.kind];
  if (!kinds.every((kind) => kind === "number" || kind === "money")) return undefined;
  const work = "numbers";
  if (!kinds.includes("money")) return { type: NUMBER, work };
  const both = common(left, right) !== undefined;
  if (sign === "+" || sign === "-") return both ? { type: MONEY, work } : undefined;
  if (sign === "*") return kinds.includes("number") ? { type: MONEY, work } : undefined;
  if (right.type.kind === "money") return both ? { type: NUMBER, work } : undefined;
  return { type: MONEY, work };
}

function onDates(sign: ArithmeticSign, left: RuleType["kind"], right: RuleType["kind"]): Done | undefined {
  if (sign !== "+" && sign !== "-") return undefined;
  if (left === "date" && right === "duration") return { type: DATE, work: "date and duration" };
  if (left === "duration" && right === "date" && sign === "+") return { type: DATE, work: "duration and date" };
  if (left === "date" && right === "date" && sign === "-") return { type: DURATION, work: "two dates" };
  return left === "duration" && right === "duration" ? { type: DURATION, work: "two durations" } : undefined;
}

/** Texts are put together, and lengths of time are taken so many times. */
function others(sign: ArithmeticSign, left: RuleType["kind"], right: RuleType["kind"]): Done | undefined {
  if (sign === "+" && TEXTS.has(left) && TEXTS.has(right)) return { type: TEXT, work: "texts" };
  const times = (left === "duration" && right === "number") || (left === "number" && right === "duration");
  return sign === "*" && times ? { type: DURATION, work: "duration and number" } : undefined;
}

/** The options that a literal beside this part must keep to; another literal sets none. */
export function choices(part: Shape): RuleType {
  return part.literal ? { kind: "nothing" } : part.type;
}

/** Two choices without a shared option are never equal: a mistake worth saying. */
function overlap(at: At, left: Typed, right: Typed, problems: RuleProblem[]): boolean {
  const a = left.type;
  const b = right.type;
  if (a.kind !== "code" || b.kind !== "code" || left.literal || right.literal) return true;
  if (a.values.some((value) => b.values.includes(value))) return true;
  const message = `These two share no option: ${describe(left)}, and ${describe(right)}.`;
  problems.push(problem("rule-type", at, message, "Compare each with its own options, or ask one of the two another way."));
  return false;
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
