import type { Finish, Job } from "./job.ts";
import { finishJobs } from "./job-store.ts";
import type { JobsHouse } from "./jobs-house.ts";
import { lane } from "./lane.ts";

/** Somebody else has leased the job since: what we did is not recorded, they record it. */
export class LeaseLost extends Error {}

/** Writes what a job did and deletes it, durably, or throws. */
export type Recorder = (council: string, job: Job, finish: Finish) => Promise<void>;

interface Recording {
  readonly job: Job;
  readonly finish: Finish;
}

// Enough to share a commit; short enough that one more finish hardly waits.
const MOST = 50;

async function record(house: JobsHouse, council: string, recordings: readonly Recording[]): Promise<readonly undefined[]> {
  await house.database.transaction(async (within) => {
    for (const { finish } of recordings) await finish(within);
    const jobs = recordings.map(({ job }) => job);
    if ((await finishJobs(within, council, jobs)) < jobs.length) throw new LeaseLost();
  });
  return recordings.map(() => undefined);
}

/**
 * Records jobs of one council that end at about the same time in one transaction. Should it fail, they are recorded apart, so
 * that one bad finish or lost lease fails alone.
 */
export function jobRecorder(house: JobsHouse): Recorder {
  const lanes = new Map<string, (recording: Recording) => Promise<undefined>>();
  return (council, job, finish) => {
    let found = lanes.get(council);
    if (found === undefined) {
      found = lane<Recording, undefined>((recordings) => record(house, council, recordings), { most: MOST, retryAlone: true });
      lanes.set(council, found);
    }
    return found({ job, finish });
  };
}
