import type { Ids } from "../platform/ids.ts";
import { uuidFrom } from "../platform/ids.ts";

/** A stream of chance that is the same for the same seed. Not for secrets. */
export interface Chance {
  /** From 0 up to, and never, 1. */
  part(): number;
  /** A whole number, both ends included. */
  whole(least: number, most: number): number;
  /** True in this share of all cases. */
  yes(share: number): boolean;
  pick<Items extends readonly [unknown, ...unknown[]]>(items: Items): Items[number];
  /** One of the keys, each as often as its weight says. */
  weighted<Key extends string>(weights: Readonly<Partial<Record<Key, number>>>): Key;
  /** The items in another order. */
  shuffled<Item>(items: readonly Item[]): Item[];
}

/** mulberry32: 2^32 numbers before it comes round, which no demonstration draws. */
export function seededChance(seed: number): Chance {
  let state = seed >>> 0;
  const part = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (least: number, most: number): number => least + Math.floor(part() * (most - least + 1));
  return {
    part,
    whole,
    yes: (share) => part() < share,
    pick: (items) => items[whole(0, items.length - 1)] ?? items[0],
    weighted: (weights) => weighted(weights, part()),
    shuffled: (items) => {
      const rest = [...items];
      return items.flatMap(() => rest.splice(whole(0, rest.length - 1), 1));
    },
  };
}

/** Ids that are the same for the same chance. Four bytes a draw, because a filling draws half a million of them. */
export function idsFrom(chance: Chance): Ids {
  const bytes = (length: number): Buffer => {
    const drawn = Buffer.alloc(Math.ceil(length / 4) * 4);
    for (let at = 0; at < length; at += 4) drawn.writeUInt32LE(Math.floor(chance.part() * 4_294_967_296), at);
    return drawn.subarray(0, length);
  };
  return { uuid: (now) => uuidFrom(now.getTime(), bytes(10)), bytes };
}

function weighted<Key extends string>(weights: Readonly<Partial<Record<Key, number>>>, drawn: number): Key {
  // Safe: a record of weights has no keys but those of its type.
  const entries = Object.entries(weights) as [Key, number][];
  let left = drawn * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [key, weight] of entries) {
    left -= weight;
    if (left < 0) return key;
  }
  throw new Error("There is nothing to choose from");
}
