import { type Area, exampleOf } from "../../rules/area.ts";
import { type Box, type Boxes, boxesOf } from "../../rules/boxes.ts";
import { missed } from "../../rules/box-sets.ts";
import { partText } from "../../rules/part-text.ts";
import { lookedAt } from "../../rules/looked-at.ts";
import type { Rule } from "../../rules/rule.ts";
import type { RuleType } from "../../rules/type.ts";
import type { Typed } from "../../rules/typed.ts";
import type { Outline } from "../outline.ts";
import { ruleTypeOf } from "../rule-type-of.ts";
import { domainOf } from "./domain.ts";
import { digitsOf, onSteps } from "./steps.ts";
import { asked, FIRST_WORLD, narrowed, type World } from "./world.ts";

/** More cases than this are not followed: nothing is claimed then. */
const MOST_CASES = 200;

/** A case that none of several conditions takes in, in words; undefined where there is none, or it cannot be told. */
export function gapBetween(conditions: readonly Rule[], outline: Outline): string | undefined {
  const holds = conditions.map(boxesOf);
  const parts: Parts = new Map(conditions.flatMap(({ tree }) => [...lookedAt(tree)].map((part) => [partText(part), part] as const)));
  let left: readonly World[] = [startOf(parts, holds, outline)];
  for (const boxes of holds.map(missed)) {
    if (boxes === undefined) return undefined;
    left = left.flatMap((world) => boxes.flatMap((box) => narrowed(world, box) ?? []));
    if (left.length > MOST_CASES) return undefined;
  }
  const [first] = left.flatMap((world) => possible(world, parts, outline) ?? []);
  return first === undefined ? undefined : words(first, holds);
}

/** What the conditions look at, by how it is written. */
type Parts = ReadonlyMap<string, Typed>;

/** A world without what lies between values that there can be: no number of rooms is 3.5. */
function possible({ areas, absent }: World, parts: Parts, outline: Outline): World | undefined {
  const stepped = new Map<string, Area>();
  for (const [key, area] of areas) {
    const left = onSteps(area, digitsOf(key, parts.get(key), outline));
    if (left === undefined) return undefined;
    stepped.set(key, left);
  }
  return { areas: stepped, absent };
}

/** All that the parts which the conditions look at may be: what their questions may be answered with, or else any value. */
function startOf(parts: Parts, holds: readonly Boxes[], outline: Outline): World {
  return asked(
    FIRST_WORLD,
    [...keysOf(holds)].flatMap((key) => {
      const area = answersTo(key, outline) ?? anyOf(parts.get(key)?.type);
      return area === undefined ? [] : [[key, area] as const];
    }),
  );
}

function answersTo(key: string, { questions }: Outline): Area | undefined {
  const source = questions.get(key);
  return source && domainOf(source.question, ruleTypeOf(source));
}

/** A value that is worked out is taken to be there: whether it may be nothing cannot be told from here. */
function anyOf(type: RuleType | undefined): Area | undefined {
  const nulls = false;
  switch (type?.kind) {
    case "boolean":
      return { kind: "some", values: [true, false], nulls };
    case "code":
      return { kind: "some", values: type.values, nulls };
    case "number":
    case "money":
    case "date":
      return { kind: "stretches", stretches: [{}], nulls };
    default:
      return { kind: "all but", values: [], nulls };
  }
}

function keysOf(holds: readonly Boxes[]): ReadonlySet<string> {
  return new Set(holds.flatMap((boxes) => (boxes ?? []).flatMap((box: Box) => [...box.keys()])));
}

function words({ areas }: World, holds: readonly Boxes[]): string {
  return [...keysOf(holds)].flatMap((key) => (areas.has(key) ? [`${key} ${exampleOf(areas.get(key) ?? NOTHING)}`] : [])).join(" and ");
}

const NOTHING: Area = { kind: "some", values: [], nulls: true };
