import type { Job, TogetherHandler } from "./job.ts";
import { afterFailure, isPassing } from "./job-retry.ts";
import { postponeJob, takeJobs, takeReady } from "./job-store.ts";
import type { Batch, JobsHouse } from "./jobs-house.ts";
import type { Slots } from "./slots.ts";

const BATCH = 500;

/** A batch that was rolled back, with what it held. */
interface Failed {
  readonly error: unknown;
  readonly jobs: readonly Job[];
}

type Outcome = { readonly done: number } | Failed;

/** Claims, handles and deletes in one transaction. */
async function attempt(house: JobsHouse, handler: TogetherHandler, council: string, ids?: readonly string[]): Promise<Outcome> {
  let jobs: readonly Job[] = [];
  try {
    await house.database.transaction(async (within) => {
      const most = handler.batch ?? BATCH;
      jobs =
        ids === undefined ? await takeReady(within, council, handler.kind, house.clock.now(), most) : await takeJobs(within, council, ids);
      if (jobs.length > 0) await handler.together(within, council, jobs);
    });
    return { done: jobs.length };
  } catch (error) {
    return { error, jobs };
  }
}

async function fail(house: JobsHouse, council: string, job: Job, error: unknown): Promise<void> {
  const to = afterFailure(job.attempts + 1, error, house.clock.now(), house.ids);
  await postponeJob(house.database, council, job, to);
  house.log.warn(to.deadAt === null ? "job failed" : "job dead", { council, kind: job.kind, id: job.id, count: to.attempts }, error);
}

/** Halves a batch that failed until the jobs at fault stand alone, so that they don't stop their neighbours. */
async function divide(house: JobsHouse, handler: TogetherHandler, council: string, failed: Failed): Promise<void> {
  const [first] = failed.jobs;
  if (first === undefined || isPassing(failed.error)) throw failed.error;
  if (failed.jobs.length === 1) return fail(house, council, first, failed.error);
  const half = Math.ceil(failed.jobs.length / 2);
  for (const part of [failed.jobs.slice(0, half), failed.jobs.slice(half)]) {
    const outcome = await attempt(
      house,
      handler,
      council,
      part.map((job) => job.id),
    );
    if ("error" in outcome) await divide(house, handler, council, outcome);
  }
}

/** Handles one batch of a council's ready jobs in one transaction. Throws where the database can't answer. */
export async function runTogether(house: JobsHouse, handler: TogetherHandler, council: string, slots: Slots): Promise<Batch> {
  const taken = await slots.take(1);
  try {
    const outcome = await attempt(house, handler, council);
    const count = "done" in outcome ? outcome.done : outcome.jobs.length;
    if ("error" in outcome) await divide(house, handler, council, outcome);
    return { count, more: count === (handler.batch ?? BATCH) };
  } finally {
    slots.give(taken);
  }
}
