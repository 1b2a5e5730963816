import { exampleOf, inBoth } from "./area.ts";
import { boxesOf, type Box } from "./boxes.ts";
import type { Rule } from "./rule.ts";

/** Two rows that can both hold, and a case in which they do; without one, two of which it cannot be told. */
export interface Overlap {
  readonly first: number;
  readonly second: number;
  readonly where?: string;
}

/** The first two of several conditions that are not known to exclude each other. */
export function firstOverlap(conditions: readonly Rule[]): Overlap | undefined {
  const all = conditions.map(boxesOf);
  for (const [second, boxes] of all.entries()) {
    for (const [first, earlier] of all.slice(0, second).entries()) {
      if (boxes === undefined || earlier === undefined) return { first, second };
      const shared = earlier.flatMap((one) => boxes.flatMap((other) => shareOf(one, other) ?? []))[0];
      if (shared !== undefined) return { first, second, where: words(shared) };
    }
  }
  return undefined;
}

/** What two boxes have in common; undefined where that is nothing. */
function shareOf(one: Box, other: Box): Box | undefined {
  const share = new Map(one);
  for (const [key, area] of other) {
    const known = share.get(key);
    const both = known === undefined ? area : inBoth(known, area);
    if (both === undefined) return undefined;
    share.set(key, both);
  }
  return share;
}

function words(box: Box): string {
  return [...box].map(([key, area]) => `${key} ${exampleOf(area)}`).join(" and ");
}
