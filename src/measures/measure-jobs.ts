import type { MeasureWork } from "../cases/consequences.ts";
import type { Queries } from "../platform/database.ts";
import type { Job, TogetherHandler } from "../platform/job.ts";
import { JobFailed } from "../platform/job.ts";
import type { MeasureStore } from "./measure-store.ts";

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function isAmounts(value: unknown): value is Readonly<Record<string, number>> {
  return typeof value === "object" && value !== null && Object.values(value).every((amount) => Number.isSafeInteger(amount));
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value !== 0;
}

/** The work of a job. Throws `JobFailed` where the payload is none: it would fail at every try. */
export function measureWork({ payload }: Job): MeasureWork {
  const { service, day, channel, add, times = 1 } = payload;
  if (isText(service) && isText(day) && DAY.test(day) && isText(channel) && isAmounts(add) && isCount(times)) {
    return { service, day, channel, add, times };
  }
  throw new JobFailed("measure-unreadable", "The job does not say what to count", { permanent: true });
}

/** Keeps the figures up: adds what happened, in the transaction that takes the work off the outbox, so that each event counts once. */
export function measureHandler(store: MeasureStore): TogetherHandler {
  const together = (within: Queries, council: string, jobs: readonly Job[]): Promise<void> =>
    store.add(within, council, jobs.map(measureWork));
  // Figures a quarter of a second old are fresh, and a busy hour then makes four small transactions a second instead of sixty.
  return { kind: "measure", delay: 250, together };
}
