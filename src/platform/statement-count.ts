import { AsyncLocalStorage } from "node:async_hooks";

const counters = new AsyncLocalStorage<{ count: number }>();

/** Notes one statement sent on behalf of whatever asked for it. */
export function noteStatement(): void {
  const counter = counters.getStore();
  if (counter !== undefined) counter.count += 1;
}

/** Runs `work` and says how many declared statements it sent (begin and commit are not among them). */
export async function countStatements<Result>(work: () => Promise<Result>): Promise<{ result: Result; count: number }> {
  const counter = { count: 0 };
  const result = await counters.run(counter, work);
  return { result, count: counter.count };
}

/** Runs work that a request sets off but does not wait for, so that its statements are not the request's. */
export function apart(work: () => void): void {
  counters.exit(work);
}
