import type { Place } from "../yaml/node.ts";

/** A place that both the overlay and the shelf have changed, each in its own way. */
export interface Conflict {
  /** Its keys with points between, as it is named on the command line: `questions.due.hint`, `flow.2` for the second edit of the flow. */
  readonly path: string;
  /** Where the overlay says it. */
  readonly at: Place;
  /** What each side says, in one sentence. */
  readonly words: string;
}

/** What comparing brings up, gathered on the way. */
export interface Found {
  readonly conflicts: Conflict[];
  readonly needless: string[];
}
