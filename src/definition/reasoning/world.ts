import { type Area, inBoth } from "../../rules/area.ts";
import type { Box } from "../../rules/boxes.ts";

/** What is known on the way to a place of the flow: every journey that comes there is in at least one of its worlds. */
export interface World {
  /** By parts of rules, such as `width` or `age(born, today)`. What is not here may be anything. */
  readonly areas: Box;
  /** Questions that are passed and were not asked. */
  readonly absent: ReadonlySet<string>;
}

export const FIRST_WORLD: World = { areas: new Map(), absent: new Set() };

const NOT_ANSWERED: Area = { kind: "some", values: [], nulls: true };

/** Functions and fields that give nothing when what they are given is nothing. */
const STRICT = /^(?:(?:age|days between|years between|year|month|day|day of week)\()?([a-z][a-z0-9_]*)(?:[.,)]|$)/;

/** What is known of a part; undefined where it may be anything. */
export function areaIn(world: World, key: string): Area | undefined {
  const known = world.areas.get(key);
  if (known !== undefined || world.absent.size === 0) return known;
  const [, root = ""] = STRICT.exec(key) ?? [];
  return world.absent.has(root) ? NOT_ANSWERED : undefined;
}

/** A world in which a box is met as well; undefined where it cannot be. */
export function narrowed(world: World, box: Box): World | undefined {
  const areas = new Map(world.areas);
  for (const [key, area] of box) {
    const both = sharedArea(areaIn(world, key), area);
    if (both === undefined) return undefined;
    areas.set(key, both);
  }
  return { areas, absent: world.absent };
}

/** What two areas share; undefined where that is nothing. Without the first, the second may be met anywhere. */
export function sharedArea(known: Area | undefined, area: Area): Area | undefined {
  if (known === undefined) return area;
  if (known.kind === area.kind || known.kind !== "some" || known.values.length > 0) return inBoth(known, area);
  return known.nulls && area.nulls ? known : undefined;
}

/** A world once questions have been asked: what they may be answered with, for those that rules look at. */
export function asked(world: World, areas: Iterable<readonly [string, Area]>): World {
  const all = new Map(world.areas);
  for (const [key, area] of areas) all.set(key, area);
  return { areas: all, absent: world.absent };
}

/** A world once questions have been passed over. */
export function passedOver(world: World, questions: readonly string[]): World {
  return questions.length === 0 ? world : { areas: world.areas, absent: new Set([...world.absent, ...questions]) };
}
