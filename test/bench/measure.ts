import { setTimeout as wait } from "node:timers/promises";

import type { Counted, Work } from "./load/client.ts";
import { load } from "./load/load.ts";
import { processorSeconds } from "./processes.ts";
import type { Cores, Plan } from "./row.ts";

/** Whose processor time is told beside the load's. */
export interface Watched {
  readonly program: readonly number[];
  readonly database: () => readonly number[];
}

export interface Measured extends Counted {
  readonly perSecond: number;
  readonly cores: Cores;
}

export const CLIENTS = 32;

/** Puts one load on and watches what it costs while it is counted. `warm` is how many seconds it goes on before. */
export async function measure(plan: Plan, work: Work, watched: Watched, warm = plan.quick ? 1 : 3): Promise<Measured> {
  const seconds = plan.quick ? 2 : 8;
  const loading = load({ connections: CLIENTS, warm, seconds, work });
  const [counted, program, database] = await Promise.all([loading, ...coresTaken(watched, warm, seconds)]);
  const cores = { program, database, load: counted.processor / counted.seconds };
  return { ...counted, perSecond: counted.done / counted.seconds, cores };
}

/** The share of a core that each took between the warming and the end. A little is left out at both ends, where the load starts and stops. */
function coresTaken({ program, database }: Watched, warm: number, seconds: number): [Promise<number>, Promise<number>] {
  const taken = async (pids: () => readonly number[]): Promise<number> => {
    await wait(warm * 1000 + 200);
    const [before, start] = [processorSeconds(pids()), performance.now()];
    await wait(seconds * 1000 - 400);
    return ((processorSeconds(pids()) - before) * 1000) / (performance.now() - start);
  };
  return [taken(() => program), taken(database)];
}
