/** Runs a few pieces of work at a time; the rest wait their turn. */
export interface Queue {
  /** The result of `work`, or undefined without running it when too many wait already. */
  run<Result>(work: () => Promise<Result>): Promise<Result | undefined>;
}

export function makeQueue({ together, waiting }: { together: number; waiting: number }): Queue {
  const turns: (() => void)[] = [];
  let running = 0;
  const leave = (): void => {
    const next = turns.shift();
    // A turn is handed on, so that nobody who comes later slips in between.
    if (next === undefined) running -= 1;
    else next();
  };
  return {
    async run(work) {
      if (running < together) running += 1;
      else if (turns.length >= waiting) return undefined;
      else await new Promise<void>((resolve) => turns.push(resolve));
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
