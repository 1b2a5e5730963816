import type { MonthlyMeasure } from "./measure-store.ts";

/** Every measure that the house keeps, and what it counts. The total of `rated` is points, that of `closed` seconds from sent to closed, that of `contacted` seconds from start to end. */
export const MEASURES = {
  started: "journeys started",
  ended: "journeys that ended with an answer instead of a case",
  resumed: "journeys that were sent after all, once they had ended with an answer",
  submitted: "transactions sent",
  rated: "ratings",
  satisfied: "ratings of 4 or 5",
  closed: "cases closed",
  in_time: "cases closed before their deadline",
  contacted: "calls and visits that officers took",
  failure_demand: "calls and visits that were failure demand: the council had not done something, or not done it right",
  handed_over: "transactions sent by another channel than their journey was begun in",
} as const;

export type MeasureName = keyof typeof MEASURES;

export function isMeasure(name: string): name is MeasureName {
  return Object.hasOwn(MEASURES, name);
}

/** Which sums to take: those of some channels, or of all. */
type Where = (channel: string) => boolean;

/** Sums of measures, by channel. Adding is the same in any order. */
export class Tally {
  readonly #sums = new Map<string, { readonly channel: string; readonly measure: string; count: number; total: number }>();

  constructor(measures: Iterable<MonthlyMeasure>) {
    for (const { channel, measure, count, total } of measures) {
      const key = `${measure} ${channel}`;
      const sum = this.#sums.get(key) ?? { channel, measure, count: 0, total: 0 };
      sum.count += count;
      sum.total += total;
      this.#sums.set(key, sum);
    }
  }

  count(measure: MeasureName, where: Where = everywhere): number {
    return this.#sum(measure, where, "count");
  }

  total(measure: MeasureName, where: Where = everywhere): number {
    return this.#sum(measure, where, "total");
  }

  #sum(measure: MeasureName, where: Where, of: "count" | "total"): number {
    let sum = 0;
    for (const found of this.#sums.values()) if (found.measure === measure && where(found.channel)) sum += found[of];
    return sum;
  }
}

function everywhere(): boolean {
  return true;
}
