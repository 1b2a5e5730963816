import type { Clock } from "./clock.ts";
import type { Database } from "./database.ts";
import type { Ids } from "./ids.ts";
import type { Log } from "./log.ts";

/** What running jobs needs. */
export interface JobsHouse {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
}

/** What one round of a council's jobs came to: how many there were, and whether there may be more. */
export interface Batch {
  readonly count: number;
  readonly more: boolean;
}
