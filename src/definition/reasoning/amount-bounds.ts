import type { Typed } from "../../rules/typed.ts";
import type { Outline, QuestionSource } from "../outline.ts";

/** What an amount may come to, as far as its rule alone can tell: never less than what there is. */
export interface AmountBounds {
  readonly belowZero: boolean;
  readonly endless: boolean;
  readonly nothing: boolean;
}

const SETTLED: AmountBounds = { belowZero: false, endless: false, nothing: false };
const ANYTHING: AmountBounds = { belowZero: true, endless: true, nothing: true };
/** Functions that give no more than what they are given. */
const KEEPING = new Set(["max", "min", "floor", "ceiling", "round half up", "round up", "round down"]);

export interface Known {
  readonly outline: Outline;
  /** Questions that every journey is asked. */
  readonly always: ReadonlySet<string>;
  /** Facts that were looked at before: facts over facts would make it slow without. */
  readonly facts: Map<string, AmountBounds>;
}

/** A quick look that settles most fees; what it leaves open is tried with answers. */
export function amountBounds(typed: Typed, known: Known): AmountBounds {
  switch (typed.kind) {
    case "literal":
      return { ...SETTLED, belowZero: typeof typed.value === "number" && typed.value < 0, nothing: typed.value === null };
    case "fact":
      return ofName(typed.name, known);
    case "field":
      return ofField(typed, known);
    case "table":
      return amountBounds(typed.inner, known);
    case "if":
      return either(amountBounds(typed.yes, known), amountBounds(typed.no, known));
    case "arithmetic":
      return ofWork(typed, known);
    case "call":
      return ofCall(typed, known);
    case "list":
      return typed.items.map((item) => amountBounds(item, known)).reduce(either, SETTLED);
    default:
      return ANYTHING;
  }
}

function either(one: AmountBounds, other: AmountBounds): AmountBounds {
  return {
    belowZero: one.belowZero || other.belowZero,
    endless: one.endless || other.endless,
    nothing: one.nothing || other.nothing,
  };
}

function ofName(name: string, known: Known): AmountBounds {
  const source = known.outline.questions.get(name);
  const absent = !known.always.has(name);
  if (source?.fact === undefined) return ofQuestion(source, absent);
  const rule = source.fact.rule && known.outline.rules.get(source.fact.rule);
  const own = known.facts.get(name) ?? (rule === undefined ? ANYTHING : amountBounds(rule.tree, known));
  known.facts.set(name, own);
  return either(own, { ...SETTLED, nothing: absent });
}

function ofQuestion(source: QuestionSource | undefined, mayBeAbsent: boolean): AmountBounds {
  if (source === undefined) return ANYTHING;
  const { type, optional, settings } = source.question;
  const least = settings.least ?? (type === "number" ? -1 : 0);
  return { belowZero: least < 0, endless: settings.most === undefined, nothing: optional || mayBeAbsent };
}

/** One question of a repeated group. */
function ofField({ target, name }: Extract<Typed, { kind: "field" }>, known: Known): AmountBounds {
  const group = target.kind === "fact" ? known.outline.questions.get(target.name) : undefined;
  const inner = group?.inner.find(({ question }) => question.id === name);
  if (group === undefined || inner === undefined || target.kind !== "fact") return ANYTHING;
  return ofQuestion(inner, !known.always.has(target.name) || (group.question.settings.least ?? 0) < 1);
}

function ofWork({ sign, left, right }: Extract<Typed, { kind: "arithmetic" }>, known: Known): AmountBounds {
  const both = either(amountBounds(left, known), amountBounds(right, known));
  if (sign === "+" || sign === "*") return both;
  const divided = sign === "/" && right.kind === "literal" && right.value !== 0;
  return divided ? both : { ...both, belowZero: true, nothing: both.nothing || sign === "/" };
}

function ofCall({ function: called, arguments: given }: Extract<Typed, { kind: "call" }>, known: Known): AmountBounds {
  const [first] = given;
  if (first === undefined) return ANYTHING;
  if (KEEPING.has(called.name)) return given.map((part) => amountBounds(part, known)).reduce(either, SETTLED);
  if (called.name !== "count" || first.kind !== "fact") return ANYTHING;
  const counted = known.outline.questions.get(first.name)?.question;
  const bounded = counted?.settings.most !== undefined || counted?.settings.options !== undefined;
  return { belowZero: false, endless: !bounded, nothing: !known.always.has(first.name) };
}
