import type { Chance } from "../../src/demonstration/chance.ts";

/**
 * What is done to the program and its database. `program`, `database` and `both` are kill -9; `again` kills the program once more while it
 * comes back; `backend` kills one of the database's workers; `freeze` stops processes for a while and lets them go on; `stop` is SIGTERM.
 */
export const FAULTS = ["program", "database", "both", "again", "backend", "freeze-program", "freeze-database", "stop"] as const;
export type FaultKind = (typeof FAULTS)[number];

export interface Fault {
  readonly kind: FaultKind;
  /** Milliseconds after the round's start, or after the fault before is over. */
  readonly after: number;
  /** Milliseconds that a freeze lasts, or that the program is down, or comes back before it is killed again. */
  readonly lasts: number;
}

export interface Plan {
  readonly faults: readonly Fault[];
  /** How many people are at it at once. */
  readonly people: number;
  /** Milliseconds that people go on beginning journeys after the last fault. */
  readonly tail: number;
}

/** What happens in a round, all of it by its seed. The first rounds of a run see to it that each kind comes up. */
export function planOf(chance: Chance, round: number): Plan {
  const drawn = (): FaultKind =>
    chance.weighted({ program: 5, database: 4, both: 4, again: 2, backend: 2, "freeze-program": 1, "freeze-database": 1, stop: 2 });
  const first = FAULTS[round] ?? drawn();
  const kinds = chance.yes(0.25) ? [first, drawn()] : [first];
  const faults = kinds.map((kind) => ({ kind, after: chance.whole(80, 500), lasts: chance.whole(20, 600) }));
  return { faults, people: 8, tail: chance.whole(100, 300) };
}
