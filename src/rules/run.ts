import { runArithmetic, runNegate } from "./run-arithmetic.ts";
import { runCompare, runIn } from "./run-compare.ts";
import { runLiteral } from "./run-literal.ts";
import { pathOf, runPath } from "./run-path.ts";
import { isList } from "./compare.ts";
import { isRecord, MOST_WORK, readerOf, type Frame, type Run } from "./frame.ts";
import type { Typed } from "./typed.ts";
import type { Facts, Value } from "./value.ts";

type Of<Kind extends Typed["kind"]> = Extract<Typed, { kind: Kind }>;

/** A function from facts to value for a typed rule. It never throws; a run that goes through more than MOST_WORK list items gives null. */
export function compile(typed: Typed, slots: number): (facts: Facts) => Value {
  const run = runOf(typed);
  if (slots === 0) return withoutVariables(run);
  const blank: readonly Value[] = Array.from({ length: slots }, () => null);
  return (facts) => {
    const frame: Frame = { facts, locals: blank.slice(), work: 0 };
    const value = run(frame);
    return frame.work > MOST_WORK ? null : value;
  };
}

const NO_VARIABLES: Value[] = [];

/** Rules without loops, the common case, need no room of their own for variables. */
function withoutVariables(run: Run): (facts: Facts) => Value {
  return (facts) => {
    const frame: Frame = { facts, locals: NO_VARIABLES, work: 0 };
    const value = run(frame);
    return frame.work > MOST_WORK ? null : value;
  };
}

function runOf(typed: Typed): Run {
  const path = pathOf(typed);
  return path === undefined ? runPart(typed) : runPath(path, typed);
}

function runPart(typed: Typed): Run {
  switch (typed.kind) {
    case "literal":
      return constant(typed.value);
    case "fact":
      return runPath([typed.name], typed);
    case "local":
      return ({ locals }) => locals[typed.slot] ?? null;
    case "field":
      return typed.many ? fieldOfEach(typed) : field(typed);
    case "call":
      return call(typed);
    case "compare":
      return runLiteral(typed) ?? runCompare(typed, runOf(typed.left), runOf(typed.right));
    case "in":
      return runIn(runOf(typed.value), typed.tests, runOf);
    case "arithmetic":
      return runArithmetic(typed, runOf(typed.left), runOf(typed.right));
    case "negate":
      return runNegate(runOf(typed.of));
    case "not":
      return not(runOf(typed.of));
    case "and":
      return connect(typed.terms.map(runOf), false);
    case "or":
      return connect(typed.terms.map(runOf), true);
    case "if":
      return choose(runOf(typed.condition), runOf(typed.yes), runOf(typed.no));
    case "table":
      return runOf(typed.inner);
    case "list":
      return items(typed.items.map(runOf));
    case "filter":
      return filter(runOf(typed.list), typed.slot, runOf(typed.condition));
    case "for":
      return each(runOf(typed.list), typed.slot, runOf(typed.body));
    default:
      return quantified(runOf(typed.list), typed.slot, runOf(typed.body), typed.kind === "some");
  }
}

function constant(value: Value): Run {
  return () => value;
}

function field({ target, name, type }: Of<"field">): Run {
  const holder = runOf(target);
  const read = readerOf(type);
  return (frame) => {
    const record = holder(frame);
    return isRecord(record) ? read(record[name]) : null;
  };
}

function fieldOfEach({ target, name, type }: Of<"field">): Run {
  const holders = runOf(target);
  const read = readerOf(type.kind === "list" ? type.of : type);
  return (frame) => {
    const records = holders(frame);
    if (!isList(records)) return null;
    frame.work += records.length;
    return records.map((record) => (isRecord(record) ? read(record[name]) : null));
  };
}

function call({ function: called, arguments: written }: Of<"call">): Run {
  const given = written.map(runOf);
  return (frame) => {
    const values = given.map((value) => value(frame));
    for (const list of values) if (isList(list)) frame.work += list.length;
    return called.run(values);
  };
}

function not(of: Run): Run {
  return (frame) => {
    const value = of(frame);
    return typeof value === "boolean" ? !value : null;
  };
}

/** `and` is settled by a false term, `or` by a true one; else an unknown term leaves it unknown. */
function connect(terms: readonly Run[], settling: boolean): Run {
  const [first, second] = terms;
  if (terms.length === 2 && first !== undefined && second !== undefined) return connectTwo(first, second, settling);
  return (frame) => {
    let unknown = false;
    for (const term of terms) {
      const value = term(frame);
      if (value === settling) return settling;
      if (value === null) unknown = true;
    }
    return unknown ? null : !settling;
  };
}

function connectTwo(first: Run, second: Run, settling: boolean): Run {
  return (frame) => {
    const left = first(frame);
    if (left === settling) return settling;
    const right = second(frame);
    if (right === settling) return settling;
    return left === null || right === null ? null : !settling;
  };
}

function choose(condition: Run, yes: Run, no: Run): Run {
  return (frame) => (condition(frame) === true ? yes(frame) : no(frame));
}

function items(runs: readonly Run[]): Run {
  return (frame) => runs.map((run) => run(frame));
}

/** Sets the variable to each item in turn until told to stop or the work is used up. */
function walk(frame: Frame, list: readonly Value[], slot: number, visit: (item: Value) => boolean): void {
  for (const item of list) {
    if (++frame.work > MOST_WORK) return;
    frame.locals[slot] = item;
    if (!visit(item)) return;
  }
}

function filter(list: Run, slot: number, condition: Run): Run {
  return (frame) => {
    const source = list(frame);
    if (!isList(source)) return null;
    const kept: Value[] = [];
    walk(frame, source, slot, (item) => {
      if (condition(frame) === true) kept.push(item);
      return true;
    });
    return kept;
  };
}

function each(list: Run, slot: number, body: Run): Run {
  return (frame) => {
    const source = list(frame);
    if (!isList(source)) return null;
    const made: Value[] = [];
    walk(frame, source, slot, () => made.push(body(frame)) > 0);
    return made;
  };
}

/** `some` is an `or` over the items, `every` an `and`. */
function quantified(list: Run, slot: number, body: Run, settling: boolean): Run {
  return (frame) => {
    const source = list(frame);
    if (!isList(source)) return null;
    let found: boolean | null = !settling;
    walk(frame, source, slot, () => {
      const value = body(frame);
      if (value === settling) found = settling;
      else if (value === null) found = null;
      return value !== settling;
    });
    return found;
  };
}
