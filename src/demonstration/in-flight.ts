import { setImmediate as nextTurn } from "node:timers/promises";

/** Work for the database that goes on while the program makes more. */
export interface InFlight {
  /** Starts a piece of work once fewer than the most are under way. Throws what an earlier one threw. */
  start(work: () => Promise<void>): Promise<void>;
  /** Waits for all of it. Throws what any of it threw. */
  finish(): Promise<void>;
}

export function inFlight(most: number): InFlight {
  const running: Promise<void>[] = [];
  return {
    async start(work) {
      if (running.length >= most) await running.shift();
      const started = work();
      // It is awaited, and what it throws is thrown, only later.
      started.catch(() => undefined);
      running.push(started);
      // Sends it off before the caller takes the processor again.
      await nextTurn();
    },
    async finish() {
      await Promise.all(running);
    },
  };
}
