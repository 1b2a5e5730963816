import { CodedError } from "./coded-error.ts";
import { DatabaseUnavailable, StatementFailed } from "./database-error.ts";
import type { Ids } from "./ids.ts";
import type { Job } from "./job.ts";
import { JobFailed } from "./job.ts";
import type { Postponement } from "./job-store.ts";

/** A job is dead after this many attempts: about four hours after the first. */
export const MOST_ATTEMPTS = 10;

const SECOND = 1000;
const WAITS = [1, 5, 30, 120, 600, 1800, 3600].map((seconds) => seconds * SECOND);

/** Milliseconds until the next attempt, a fifth more or less so that what failed together does not come back together. */
export function backoff(attempts: number, ids: Ids): number {
  const wait = WAITS[Math.min(attempts, WAITS.length) - 1] ?? SECOND;
  return Math.round(wait * (0.8 + (0.4 * ids.bytes(2).readUInt16BE(0)) / 65_535));
}

/** Whether an error says nothing about the job: the database is away, or two transactions got in each other's way. */
export function isPassing(error: unknown): boolean {
  if (error instanceof DatabaseUnavailable) return true;
  return error instanceof StatementFailed && error.sqlState.startsWith("40");
}

/** Why it failed, as officers read it. Only errors with a code have words that are known to hold no personal data. */
export function problemOf(error: unknown): string {
  if (error instanceof CodedError) return `${error.code}: ${error.message}`;
  return "unexpected: The program met a fault of its own. The log has the details";
}

/** What becomes of a job after its attempt number `attempts` failed. */
export function afterFailure(attempts: number, error: unknown, now: Date, ids: Ids): Postponement {
  const dead = attempts >= MOST_ATTEMPTS || (error instanceof JobFailed && error.permanent);
  const runAt = dead ? now : new Date(now.getTime() + backoff(attempts, ids));
  return { attempts, runAt, deadAt: dead ? now : null, problem: problemOf(error) };
}

/** For a job whose program was killed, or stood still, at every attempt. */
export function lostTooOften(job: Job): JobFailed | undefined {
  if (job.attempts <= MOST_ATTEMPTS) return undefined;
  return new JobFailed("job-never-finished", "The program stopped each time it tried this", { permanent: true });
}
