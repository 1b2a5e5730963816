import type { DeadlineLength } from "../../definition/service.ts";

/** How the deadline of a case came to be another. Instants are ISO. */
export interface DeadlineMove {
  readonly was: string;
  readonly due: string;
  /** How long the clock had been stopped, in the unit of the deadline: milliseconds for hours, days for weeks and months. */
  readonly stopped?: number;
  readonly unit?: DeadlineLength["unit"];
  /** The priority that it had. */
  readonly priority?: string;
}
