import type { FaultKind } from "./plan.ts";
import { FAULTS } from "./plan.ts";
import type { RoundReport } from "./run.ts";

/** Milliseconds within which something is accepted again, by kind of fault: design.md, section 7. */
export const BAR: Readonly<Record<FaultKind, number>> = {
  program: 2000,
  again: 2000,
  stop: 2000,
  "freeze-program": 2000,
  database: 5000,
  both: 5000,
  backend: 5000,
  "freeze-database": 5000,
};

export interface Recovered {
  readonly kind: FaultKind;
  readonly times: number;
  readonly median: number;
  readonly worst: number;
}

/** How long each kind of fault took to get over, over some rounds. Milliseconds. */
export function recovered(rounds: readonly RoundReport[]): readonly Recovered[] {
  return FAULTS.flatMap((kind) => {
    const took = rounds
      .flatMap(({ recoveries }) => recoveries.filter((one) => one.kind === kind).map((one) => one.took))
      .toSorted((a, b) => a - b);
    if (took.length === 0) return [];
    return [{ kind, times: took.length, median: took[Math.floor(took.length / 2)] ?? 0, worst: took.at(-1) ?? 0 }];
  });
}

/** A run as a table to read. */
export function summary(rounds: readonly RoundReport[]): string {
  const rows = recovered(rounds).map(({ kind, times, median, worst }) =>
    [kind.padEnd(16), String(times).padStart(5), String(median).padStart(7), String(worst).padStart(7), String(BAR[kind]).padStart(6)].join(
      " ",
    ),
  );
  const people = rounds.reduce((sum, one) => sum + one.people, 0);
  const sent = rounds.reduce((sum, one) => sum + one.sent, 0);
  const wrong = rounds.reduce((sum, one) => sum + one.wrong.length, 0);
  const head = "accepting again   times  median   worst    bar  (ms, from the process's start or the database's end)";
  return [
    head,
    ...rows,
    `${rounds.length} rounds, ${people} journeys, ${sent} told they are sent, ${rounds.at(-1)?.cases ?? 0} cases, ${wrong} wrong`,
  ].join("\n");
}
