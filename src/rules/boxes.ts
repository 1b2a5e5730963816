import { type Area, type End, inBoth, type Ordered, type Stretch } from "./area.ts";
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
export function boxesOf(rule: Rule): readonly Box[] | undefined {
  return holdsIn(rule.source, rule.tree, true);
}

function holdsIn(source: string, typed: Typed, wanted: boolean): readonly Box[] | undefined {
  switch (typed.kind) {
    case "not":
      return holdsIn(source, typed.of, !wanted);
    case "and":
    case "or":
      return together(
        typed.terms.map((term) => holdsIn(source, term, wanted)),
        (typed.kind === "and") === wanted,
      );
    case "compare":
      return compared(source, wanted ? typed.sign : OPPOSITE[typed.sign], typed.left, typed.right) ?? unseen(source, typed, wanted);
    case "in":
      return inTests(source, typed, wanted) ?? unseen(source, typed, wanted);
    case "literal":
      return (typed.value === true) === wanted ? [new Map()] : [];
    case "call":
      return definedIn(source, typed, wanted) ?? unseen(source, typed, wanted);
    default:
      return unseen(source, typed, wanted);
  }
}

/** What is not looked into is yes or no as a whole. */
function unseen(source: string, typed: Typed, wanted: boolean): readonly Box[] {
  return [oneBox(source, typed, { kind: "some", values: [wanted], nulls: false })];
}

function inTests(source: string, { value, tests }: Extract<Typed, { kind: "in" }>, wanted: boolean): Boxes {
  return together(
    tests.map((test) => testedIn(source, value, test, wanted)),
    !wanted,
  );
}

function definedIn(source: string, { function: called, arguments: given }: Extract<Typed, { kind: "call" }>, wanted: boolean): Boxes {
  const [only] = given;
  return called.name === "is defined" && only !== undefined ? areaBox(source, only, answered(only.type, wanted)) : undefined;
}

function oneBox(source: string, typed: Typed, area: Area): Box {
  return new Map([[source.slice(typed.from, typed.to).replaceAll(/\s+/g, " "), area]]);
}

type Boxes = readonly Box[] | undefined;

/** All of several (`every`) or any of them. */
function together(parts: readonly Boxes[], every: boolean): Boxes {
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

function compared(source: string, sign: ComparisonSign, left: Typed, right: Typed): Boxes {
  const value = literalOf(right);
  if (value !== undefined) return areaBox(source, left, areaOf(sign, value, left.type));
  const other = literalOf(left);
  return other === undefined ? undefined : areaBox(source, right, areaOf(MIRRORED[sign], other, right.type));
}

function areaBox(source: string, typed: Typed, area: Area | undefined): Boxes {
  return area === undefined ? undefined : [oneBox(source, typed, area)];
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

function testedIn(source: string, value: Typed, test: TypedTest, wanted: boolean): Boxes {
  switch (test.kind) {
    case "is":
      return compared(source, wanted ? "=" : "!=", value, test.value);
    case "compare":
      return compared(source, wanted ? test.sign : OPPOSITE[test.sign], value, test.value);
    case "member":
      return memberIn(source, value, test.list, wanted);
    default:
      return rangeIn(source, value, test, wanted);
  }
}

function memberIn(source: string, value: Typed, list: Typed, wanted: boolean): Boxes {
  if (list.kind !== "list") return undefined;
  return together(
    list.items.map((item) => compared(source, wanted ? "=" : "!=", value, item)),
    !wanted,
  );
}

function rangeIn(source: string, value: Typed, test: Extract<TypedTest, { kind: "range" }>, wanted: boolean): Boxes {
  const above = test.lowOpen ? ">" : ">=";
  const below = test.highOpen ? "<" : "<=";
  return together(
    [
      compared(source, wanted ? above : OPPOSITE[above], value, test.low),
      compared(source, wanted ? below : OPPOSITE[below], value, test.high),
    ],
    wanted,
  );
}
