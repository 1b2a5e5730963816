import { setTimeout as pause } from "node:timers/promises";

import { DatabaseUnavailable } from "./database-error.ts";
import type { EachHandler, Finish, Job } from "./job.ts";
import { JobFailed } from "./job.ts";
import { LeaseLost } from "./job-recorder.ts";
import type { Recorder } from "./job-recorder.ts";
import { afterFailure, isPassing, lostTooOften } from "./job-retry.ts";
import { handBackJobs, leaseReady, postponeJob } from "./job-store.ts";
import type { Batch, JobsHouse } from "./jobs-house.ts";
import type { Slots } from "./slots.ts";

/** Milliseconds a lease holds. After it another program may take the job. */
export const LEASE = 30_000;

// Milliseconds. Both usually end well before the lease; where they don't, its token keeps two programs from both recording.
const LONGEST_EFFECT = 20_000;
const LONGEST_RECORDING = 20_000;
const MOST_LEASED = 8;

/** What doing jobs with an effect outside needs besides. */
export interface EachHouse extends JobsHouse {
  readonly record: Recorder;
  /** The jobs of this program that are being done and their councils, so that a stop can hand them back. */
  readonly held: Map<string, string>;
}

function tooLong(): JobFailed {
  return new JobFailed("job-too-long", "It took longer than 20 seconds");
}

/** The effect, given up after a while: what hangs must not hold its place for ever. What it still does later is not recorded. */
async function effect(handler: EachHandler, council: string, job: Job): Promise<Finish> {
  const timer = new AbortController();
  const limit = pause(LONGEST_EFFECT, undefined, { signal: timer.signal, ref: false }).then(() => Promise.reject(tooLong()));
  // Aborted once the effect is over first.
  limit.catch(() => undefined);
  try {
    return await Promise.race([handler.each(council, job), limit]);
  } finally {
    timer.abort();
  }
}

/** Records what was done, again and again while the database is away: the effect has happened and should not happen twice. */
async function recordPatiently(house: EachHouse, council: string, job: Job, finish: Finish): Promise<void> {
  let waited = 0;
  for (let wait = 100; ; wait = Math.min(wait * 2, 2000)) {
    try {
      return await house.record(council, job, finish);
    } catch (error) {
      if (!isPassing(error) || waited + wait > LONGEST_RECORDING) throw error;
      await pause(wait);
      waited += wait;
    }
  }
}

async function fail(house: JobsHouse, council: string, job: Job, error: unknown): Promise<void> {
  const fields = { council, kind: job.kind, id: job.id, count: job.attempts };
  if (error instanceof LeaseLost) return house.log.warn("job lease lost", fields);
  // Nothing can be written now; the lease runs out and the job is taken again.
  if (error instanceof DatabaseUnavailable) return house.log.warn("job left to its lease", fields, error);
  const to = afterFailure(job.attempts, error, house.clock.now(), house.ids);
  house.log.warn(to.deadAt === null ? "job failed" : "job dead", fields, error);
  await postponeJob(house.database, council, job, to);
}

async function runOne(house: EachHouse, handler: EachHandler, council: string, job: Job): Promise<void> {
  try {
    const lost = lostTooOften(job);
    if (lost !== undefined) throw lost;
    await recordPatiently(house, council, job, await effect(handler, council, job));
  } catch (error) {
    await fail(house, council, job, error).catch((second: unknown) => {
      house.log.warn("job left to its lease", { council, kind: job.kind, id: job.id }, second);
    });
  }
}

/** Leases some of a council's ready jobs and does them at the same time. Throws where the database can't answer. */
export async function runEach(house: EachHouse, handler: EachHandler, council: string, slots: Slots): Promise<Batch> {
  const taken = await slots.take(MOST_LEASED);
  let spare = taken;
  try {
    const now = house.clock.now();
    const until = new Date(now.getTime() + LEASE);
    const jobs = await leaseReady(house.database, council, handler.kind, { now, until }, taken);
    spare = taken - jobs.length;
    slots.give(spare);
    spare = 0;
    const doing = jobs.map(async (job) => {
      house.held.set(job.id, council);
      await runOne(house, handler, council, job);
      house.held.delete(job.id);
      slots.give(1);
    });
    await Promise.all(doing);
    return { count: jobs.length, more: jobs.length === taken };
  } finally {
    slots.give(spare);
  }
}

/** Ends the leases of what is still being done, so that another program takes it up at once. */
export async function handBack(house: EachHouse): Promise<void> {
  const councils = new Map<string, string[]>();
  for (const [id, council] of house.held) councils.set(council, [...(councils.get(council) ?? []), id]);
  for (const [council, ids] of councils) await handBackJobs(house.database, council, ids, house.clock.now());
}
