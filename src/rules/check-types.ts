import { call } from "./check-call.ts";
import { agree, arithmetic, compare, isTest } from "./check-operator.ts";
import { common, commonOfAll, describe, itemOf } from "./fit.ts";
import { FORMS } from "./left-out.ts";
import { ITEM_AT } from "./list-shape-functions.ts";
import { type Checking, field, fieldsOf, type Local, resolve, variable } from "./names.ts";
import { problem } from "./problem.ts";
import type { RuleProblem } from "./rule.ts";
import type { Tables } from "./tables.ts";
import type { At, Expression, Test } from "./syntax.ts";
import { BOOLEAN, code, list, NUMBER, type RuleType, type Scope } from "./type.ts";
import type { Shape, Typed, TypedTest } from "./typed.ts";
import { type Calendar, WEEKENDS_ONLY } from "./working-days.ts";

export interface Checked {
  /** Absent where there are problems. */
  readonly typed: Typed | undefined;
  readonly problems: readonly RuleProblem[];
  readonly reads: readonly string[];
  /** How many variables of loops and filters a run must hold. */
  readonly slots: number;
}

/** Parts of a rule, with those of the tables that it reads. */
const MOST_PARTS = 20_000;

type Of<Kind extends Expression["kind"]> = Extract<Expression, { kind: Kind }>;

/** Types a rule against the names in sight and reports everything that is wrong with it, not only the first. */
export function checkTypes(expression: Expression, scope: Scope, tables: Tables = {}, calendar: Calendar = WEEKENDS_ONLY): Checked {
  const checking: Checking = { scope, tables, calendar, problems: [], reads: new Set(), slots: 0, parts: 0 };
  const typed = check(checking, expression, []);
  const sound = checking.problems.length === 0 ? typed : undefined;
  return { typed: sound, problems: checking.problems, reads: [...checking.reads], slots: checking.slots };
}

/** Undefined where something in it is wrong; the problem is noted where it was found, once. */
function check(checking: Checking, expression: Expression, locals: readonly Local[]): Typed | undefined {
  const at = { from: expression.from, to: expression.to };
  if (isTooLarge(checking, at)) return undefined;
  const inner = (part: Expression): Typed | undefined => check(checking, part, locals);
  switch (expression.kind) {
    case "literal":
      return literal(at, expression);
    case "name":
      return tableOf(checking, at, expression.name, locals) ?? resolve(checking, at, expression.name, locals);
    case "path": {
      const target = inner(expression.target);
      return target && field(checking, at, target, expression.field, expression.fieldAt);
    }
    case "call":
      return call(expression, expression.arguments.map(inner), checking.problems, checking.calendar);
    case "compare":
    case "arithmetic":
      return sides(checking, at, expression, inner(expression.left), inner(expression.right));
    case "in":
      return membership(checking, at, inner(expression.value), expression.tests, inner);
    case "negate":
      return negate(checking, at, inner(expression.of));
    case "and":
    case "or":
      return connect(checking, at, expression.kind, expression.terms.map(inner));
    case "if":
      return choose(checking, at, inner(expression.condition), inner(expression.yes), inner(expression.no));
    case "list":
      return listOf(checking, at, expression.items.map(inner));
    case "filter":
      return filter(checking, at, expression, locals);
    default:
      return loop(checking, at, expression, locals);
  }
}

/** Tables that read tables could make a rule of any size. */
function isTooLarge(checking: Checking, at: At): boolean {
  checking.parts += 1;
  if (checking.parts === MOST_PARTS + 1) {
    checking.problems.push(
      problem("rule-not-supported", at, "With the tables that it reads, the rule is too large.", "Read fewer tables."),
    );
  }
  return checking.parts > MOST_PARTS;
}

/** A table that a name stands for, taken in as if its expression stood there; undefined where the name is none, or is not to be read yet. */
function tableOf(checking: Checking, at: At, name: string, locals: readonly Local[]): Typed | undefined {
  const table = Object.hasOwn(checking.tables, name) ? checking.tables[name] : undefined;
  if (table === undefined || locals.some((local) => local.name === name)) return undefined;
  if (table.reads.some((read) => !Object.hasOwn(checking.scope, read))) return undefined;
  const inner = check(checking, table.expression, []);
  return inner && { ...at, kind: "table", name, inner, type: inner.type, literal: table.literal };
}

function literal(at: At, { of, value }: Of<"literal">): Typed {
  const type: RuleType = of === "text" && typeof value === "string" ? code([value]) : of === "text" ? { kind: "nothing" } : { kind: of };
  return { ...at, kind: "literal", value, type, literal: true };
}

function sides(
  checking: Checking,
  at: At,
  expression: Of<"compare"> | Of<"arithmetic">,
  left: Typed | undefined,
  right: Typed | undefined,
): Typed | undefined {
  if (left === undefined || right === undefined) return undefined;
  return expression.kind === "compare"
    ? compare(at, expression.sign, left, right, checking.problems)
    : arithmetic(at, expression.sign, left, right, checking.problems);
}

type Inner = (part: Expression) => Typed | undefined;

function membership(checking: Checking, at: At, value: Typed | undefined, written: readonly Test[], inner: Inner): Typed | undefined {
  const tests = written.map((test) => oneTest(checking, value, test, inner));
  const sound = tests.filter((test) => test !== undefined);
  if (value === undefined || sound.length < tests.length) return undefined;
  return { ...at, kind: "in", value, tests: sound, type: BOOLEAN, literal: false };
}

function oneTest(checking: Checking, value: Typed | undefined, test: Test, inner: Inner): TypedTest | undefined {
  const at = { from: test.from, to: test.to };
  if (test.kind === "range") {
    const low = inner(test.low);
    const high = inner(test.high);
    if (value === undefined || low === undefined || high === undefined) return undefined;
    const fits = agree(low, ">=", value, low, checking.problems) && agree(high, "<=", value, high, checking.problems);
    return fits ? { kind: "range", low, high, lowOpen: test.lowOpen, highOpen: test.highOpen } : undefined;
  }
  const tested = inner(test.value);
  if (value === undefined || tested === undefined) return undefined;
  if (test.kind === "is") return isTest(at, value, tested, checking.problems);
  return agree(at, test.sign, value, tested, checking.problems) ? { kind: "compare", sign: test.sign, value: tested } : undefined;
}

function negate(checking: Checking, at: At, of: Typed | undefined): Typed | undefined {
  if (of === undefined) return undefined;
  if (of.type.kind !== "number" && of.type.kind !== "money") {
    checking.problems.push(problem("rule-type", at, `A minus sign needs a number or an amount of money, not ${describe(of)}.`));
    return undefined;
  }
  return { ...at, kind: "negate", of, type: of.type, literal: of.literal };
}

function connect(checking: Checking, at: At, kind: "and" | "or", given: readonly (Typed | undefined)[]): Typed | undefined {
  const terms = given.filter((term): term is Typed => isCondition(checking, term, `"${kind}"`));
  return terms.length < given.length ? undefined : { ...at, kind, terms, type: BOOLEAN, literal: false };
}

/** Whether it is yes or no; `needer` is named in the problem where it is not. */
function isCondition(checking: Checking, part: Typed | undefined, needer: string): part is Typed {
  if (part === undefined) return false;
  if (part.type.kind === "boolean" || part.type.kind === "nothing") return true;
  // `rooms = 1 or 2` is what people say.
  const fix =
    part.literal && needer !== '"if"' ? `Write the whole comparison again, or use "in", as in: width in ["small", "large"].` : undefined;
  checking.problems.push(problem("rule-type", part, `${needer} needs a condition (yes or no) here, not ${describe(part)}.`, fix));
  return false;
}

function choose(
  checking: Checking,
  at: At,
  condition: Typed | undefined,
  yes: Typed | undefined,
  no: Typed | undefined,
): Typed | undefined {
  if (!isCondition(checking, condition, '"if"') || yes === undefined || no === undefined) return undefined;
  const type = common(yes, no);
  if (type === undefined) {
    const message = `"then" gives ${describe(yes)} and "else" gives ${describe(no)}; both must be of one type.`;
    checking.problems.push(problem("rule-type", at, message));
    return undefined;
  }
  return { ...at, kind: "if", condition, yes, no, type, literal: yes.literal && no.literal };
}

function listOf(checking: Checking, at: At, given: readonly (Typed | undefined)[]): Typed | undefined {
  const items = given.filter((item) => item !== undefined);
  if (items.length < given.length) return undefined;
  const of = commonOfAll(items);
  if (of === undefined) {
    const kinds = [...new Set(items.map(describe))];
    checking.problems.push(problem("rule-type", at, `A list holds values of one type; this one holds ${kinds.join(" and ")}.`));
    return undefined;
  }
  return { ...at, kind: "list", items, type: list(of), literal: items.every((item) => item.literal) };
}

function filter(checking: Checking, at: At, expression: Of<"filter">, locals: readonly Local[]): Typed | undefined {
  const source = check(checking, expression.list, locals);
  const item = source && itemShape(checking, source, "A filter in square brackets");
  if (source === undefined || item === undefined) return undefined;
  const place = placeOf(expression.condition);
  if (place !== undefined) return itemAt(checking, at, source, item, place);
  const slot = checking.slots++;
  const seen = [...fieldsOf(slot, item.type), variable("item", slot, item), ...locals];
  const condition = check(checking, expression.condition, seen);
  if (condition?.type.kind === "number") {
    checking.problems.push(problem("rule-not-supported", condition, FORMS.place.message, FORMS.place.instead));
    return undefined;
  }
  if (!isCondition(checking, condition, "A filter")) return undefined;
  return { ...at, kind: "filter", list: source, slot, condition, type: list(item.type), literal: false };
}

/** The number that stands alone in square brackets. */
function placeOf(condition: Expression): (At & { readonly place: number }) | undefined {
  const { from, to } = condition;
  if (condition.kind === "negate") {
    const inner = placeOf(condition.of);
    return inner === undefined ? undefined : { from, to, place: -inner.place };
  }
  return condition.kind === "literal" && typeof condition.value === "number" ? { from, to, place: condition.value } : undefined;
}

/** `list[1]` is the first item, `list[-1]` the last. */
function itemAt(checking: Checking, at: At, source: Typed, item: Shape, where: At & { readonly place: number }): Typed | undefined {
  const { from, to, place: value } = where;
  if (!Number.isInteger(value) || value === 0) {
    checking.problems.push(problem("rule-type", where, "Items are counted from 1, or from -1 at the end.", "Write [1] for the first."));
    return undefined;
  }
  const place: Typed = { from, to, kind: "literal", value, type: NUMBER, literal: true };
  return { ...at, kind: "call", function: ITEM_AT, arguments: [source, place], type: item.type, literal: item.literal };
}

function loop(checking: Checking, at: At, expression: Of<"some" | "every" | "for">, locals: readonly Local[]): Typed | undefined {
  const source = check(checking, expression.list, locals);
  const item = source && itemShape(checking, source, `"${expression.kind}"`);
  if (source === undefined || item === undefined) return undefined;
  const slot = checking.slots++;
  const body = check(checking, expression.body, [variable(expression.name, slot, item), ...locals]);
  if (body === undefined) return undefined;
  const { kind } = expression;
  if (kind === "for") return { ...at, kind, slot, list: source, body, type: list(body.type), literal: false };
  return isCondition(checking, body, '"satisfies"') ? { ...at, kind, slot, list: source, body, type: BOOLEAN, literal: false } : undefined;
}

/** What is known of a list's items; a problem is noted where it is no list. */
function itemShape(checking: Checking, part: Typed, needer: string): Shape | undefined {
  const item = itemOf(part);
  if (item !== undefined) return { type: item.type, literal: item.literal };
  checking.problems.push(problem("rule-type", part, `${needer} needs a list, not ${describe(part)}.`));
  return undefined;
}
