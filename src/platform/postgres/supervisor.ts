import { setTimeout as pause } from "node:timers/promises";
import { clearLeftovers } from "./leftovers.ts";
import { startServer } from "./server.ts";
import type { Ending, Server, ServerPlan } from "./server.ts";

/** A server that is started again whenever it ends by itself. */
export interface Supervised {
  /** The main process of the moment. */
  readonly id: () => number;
  readonly onExit: (listener: (ending: Ending) => void) => void;
  readonly stop: () => Promise<void>;
}

// A server that has stayed up this long has got over whatever ended it before.
const SETTLED = 60_000;

/** Milliseconds before the next start: none after the first ending, then longer each time, up to 5 seconds. */
function delay(endings: number): number {
  return endings <= 1 ? 0 : Math.min(5000, 50 * 2 ** endings);
}

async function startAgain(plan: ServerPlan, stopping: AbortSignal, failedBefore: number): Promise<Server | undefined> {
  for (let failures = failedBefore; !stopping.aborted; failures += 1) {
    await pause(delay(failures), undefined, { ref: !plan.background, signal: stopping }).catch(() => undefined);
    if (stopping.aborted) break;
    try {
      await clearLeftovers(plan.cluster, plan.socketFolder, plan.log);
      return await startServer(plan);
    } catch (error) {
      plan.log(error instanceof Error ? error.message : String(error));
    }
  }
  return undefined;
}

/** Starts the server, clearing away first what a killed one left, and keeps it up until `stop`. */
export async function supervise(plan: ServerPlan): Promise<Supervised> {
  await clearLeftovers(plan.cluster, plan.socketFolder, plan.log);
  let server = await startServer(plan);
  let endings = 0;
  let restart: Promise<void> = Promise.resolve();
  const stopping = new AbortController();
  const listeners: ((ending: Ending) => void)[] = [];
  const watch = (): void => {
    const settled = setTimeout(() => (endings = 0), SETTLED).unref();
    server.ended.then((ending) => afterEnding(ending, settled)).catch(() => undefined);
  };
  const afterEnding = (ending: Ending, settled: NodeJS.Timeout): void => {
    clearTimeout(settled);
    if (stopping.signal.aborted) return;
    endings += 1;
    plan.log(`PostgreSQL ended (${ending.signal ?? ending.code ?? "not started"}) and is being started again`);
    restart = again();
    for (const listener of listeners) listener(ending);
  };
  const again = async (): Promise<void> => {
    const next = await startAgain(plan, stopping.signal, endings);
    if (next === undefined) return;
    server = next;
    watch();
  };
  watch();
  return {
    id: () => server.id,
    onExit: (listener) => void listeners.push(listener),
    stop: async () => {
      stopping.abort();
      await restart;
      await server.stop();
    },
  };
}
