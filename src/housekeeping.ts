import type { Context } from "./context.ts";
import { sweepDrafts } from "./drafts/sweep-drafts.ts";
import { sweepSessions } from "./people/sessions.ts";

const HOUR = 3_600_000;

/** Deletes what is kept no longer: drafts nobody came back to, and sessions that ended. One council after another. */
export async function keepHouse(context: Context): Promise<void> {
  const { database, files, clock, log } = context;
  for (const { id: council } of context.councils.all()) {
    const drafts = await sweepDrafts(database, files, council, clock.now());
    const sessions = await sweepSessions(context, council);
    if (drafts + sessions > 0) log.info("house kept", { council, count: drafts + sessions });
  }
}

/** Keeps house now and every hour. What a failure leaves is there the next time. Gives the way to stop. */
export function startHousekeeping(context: Context): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  const round = (): void => {
    running = running.then(() => keepHouse(context)).catch((error: unknown) => context.log.warn("housekeeping interrupted", {}, error));
  };
  round();
  const timer = setInterval(round, HOUR);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
