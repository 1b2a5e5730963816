import { type Area, type End, inBoth, type Ordered, type Stretch } from "./area.ts";
import { partText } from "./part-text.ts";
import type { Rule } from "./rule.ts";
import { OPPOSITE } from "./sign-words.ts";
import type { ComparisonSign } from "./syntax.ts";
import type { RuleType } from "./type.ts";
import type { Typed, TypedTest } from "./typed.ts";

/** Areas by what they are areas of: the text of a part of the rule, such as `litres` or `age(born, today)`. All must be met. */
export type Box = ReadonlyMap<string, Area>;

const MOST_BOXES = 64;
const MIRRORED: Readonly<Record<ComparisonSign, ComparisonSign>> = { "=": "=", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<=" };

/** The cases in which a condition holds, as boxes of which one must be met; undefined where they cannot be told. */
export function boxesOf(rule: Rule): Boxes {
  return holdsIn(rule.tree, true);
}

function holdsIn(typed: Typed, wanted: boolean): Boxes {
  switch (typed.kind) {
    case "not":
      return holdsIn(typed.of, !wanted);
    case "and":
    case "or":
      return together(
        typed.terms.map((term) => holdsIn(term, wanted)),
        (typed.kind === "and") === wanted,
      );
    case "compare":
      return compared(wanted ? typed.sign : OPPOSITE[typed.sign], typed.left, typed.right) ?? unseen(typed, wanted);
    case "in":
      return inTests(typed, wanted) ?? unseen(typed, wanted);
    case "table":
      return holdsIn(typed.inner, wanted);
    case "literal":
      return (typed.value === true) === wanted ? [new Map()] : [];
    case "call":
      return definedIn(typed, wanted) ?? unseen(typed, wanted);
    default:
      return unseen(typed, wanted);
  }
}

/** What is not looked into is yes or no as a whole. */
function unseen(typed: Typed, wanted: boolean): readonly Box[] {
  return [oneBox(typed, { kind: "some", values: [wanted], nulls: false })];
}

function inTests({ value, tests }: Extract<Typed, { kind: "in" }>, wanted: boolean): Boxes {
  return together(
    tests.map((test) => testedIn(value, test, wanted)),
    !wanted,
  );
}

function definedIn({ function: called, arguments: given }: Extract<Typed, { kind: "call" }>, wanted: boolean): Boxes {
  const [only] = given;
  return called.name === "is defined" && only !== undefined ? areaBox(only, answered(only.type, wanted)) : undefined;
}

function oneBox(typed: Typed, area: Area): Box {
  return new Map([[partText(typed), area]]);
}

/** Undefined where they cannot be told, or are too many. */
export type Boxes = readonly Box[] | undefined;

/** All of several (`every`) or any of them. */
export function together(parts: readonly Boxes[], every: boolean): Boxes {
  let found: readonly Box[] = every ? [new Map()] : [];
  for (const boxes of parts) {
    if (boxes === undefined) return undefined;
    found = every ? found.flatMap((one) => boxes.flatMap((other) => met(one, other))) : [...found, ...boxes];
    if (found.length > MOST_BOXES) return undefined;
  }
  return found;
}

function met(one: Box, other: Box): readonly Box[] {
  const both = new Map(one);
  for (const [key, area] of other) {
    const known = both.get(key);
    const shared = known === undefined ? area : inBoth(known, area);
    if (shared === undefined) return [];
    both.set(key, shared);
  }
  return [both];
}

function compared(sign: ComparisonSign, left: Typed, right: Typed): Boxes {
  const value = literalOf(right);
  if (value !== undefined) return areaBox(left, areaOf(sign, value, left.type));
  const other = literalOf(left);
  return other === undefined ? undefined : areaBox(right, areaOf(MIRRORED[sign], other, right.type));
}

function areaBox(typed: Typed, area: Area | undefined): Boxes {
  return area === undefined ? undefined : [oneBox(typed, area)];
}

type Literal = Ordered | boolean | null;

function literalOf(typed: Typed): Literal | undefined {
  if (typed.kind === "negate" && typed.of.kind === "literal" && typeof typed.of.value === "number") return -typed.of.value;
  return typed.kind === "literal" && (typeof typed.value !== "object" || typed.value === null) ? typed.value : undefined;
}

/** What a comparison with a literal lets through. Null is not equal to any, and has no order. */
function areaOf(sign: ComparisonSign, value: Literal, type: RuleType): Area | undefined {
  if (value === null) return sign === "=" || sign === "!=" ? answered(type, sign === "!=") : undefined;
  if (!hasOrder(type)) return unordered(sign, value, type);
  if (typeof value === "boolean") return undefined;
  return { kind: "stretches", stretches: STRETCHES[sign](value), nulls: sign === "!=" };
}

const STRETCHES: Readonly<Record<ComparisonSign, (at: Ordered) => readonly Stretch[]>> = {
  "=": (at) => [{ low: end(at, true), high: end(at, true) }],
  "!=": (at) => [{ high: end(at, false) }, { low: end(at, false) }],
  "<": (at) => [{ high: end(at, false) }],
  "<=": (at) => [{ high: end(at, true) }],
  ">": (at) => [{ low: end(at, false) }],
  ">=": (at) => [{ low: end(at, true) }],
};

function end(at: Ordered, included: boolean): End {
  return { at, included };
}

function hasOrder({ kind }: RuleType): boolean {
  return kind === "number" || kind === "money" || kind === "date";
}

function unordered(sign: ComparisonSign, value: Ordered | boolean, type: RuleType): Area | undefined {
  if (sign !== "=" && sign !== "!=") return undefined;
  if (sign === "=") return typeof value === "number" ? undefined : { kind: "some", values: [value], nulls: false };
  const all = type.kind === "boolean" ? [true, false] : type.kind === "code" ? type.values : undefined;
  if (all !== undefined) return { kind: "some", values: all.filter((one) => one !== value), nulls: true };
  return typeof value === "number" ? undefined : { kind: "all but", values: [value], nulls: true };
}

function answered(type: RuleType, wanted: boolean): Area | undefined {
  if (hasOrder(type)) return { kind: "stretches", stretches: wanted ? [{}] : [], nulls: !wanted };
  if (type.kind === "list" || type.kind === "record" || type.kind === "duration") return undefined;
  return wanted ? { kind: "all but", values: [], nulls: false } : { kind: "some", values: [], nulls: true };
}

function testedIn(value: Typed, test: TypedTest, wanted: boolean): Boxes {
  switch (test.kind) {
    case "is":
      return compared(wanted ? "=" : "!=", value, test.value);
    case "compare":
      return compared(wanted ? test.sign : OPPOSITE[test.sign], value, test.value);
    case "member":
      return memberIn(value, test.list, wanted);
    default:
      return rangeIn(value, test, wanted);
  }
}

function memberIn(value: Typed, list: Typed, wanted: boolean): Boxes {
  if (list.kind !== "list") return undefined;
  return together(
    list.items.map((item) => compared(wanted ? "=" : "!=", value, item)),
    !wanted,
  );
}

function rangeIn(value: Typed, test: Extract<TypedTest, { kind: "range" }>, wanted: boolean): Boxes {
  const above = test.lowOpen ? ">" : ">=";
  const below = test.highOpen ? "<" : "<=";
  return together(
    [compared(wanted ? above : OPPOSITE[above], value, test.low), compared(wanted ? below : OPPOSITE[below], value, test.high)],
    wanted,
  );
}
