import type { Outline } from "../outline.ts";
import type { Finding } from "../service.ts";
import type { Place } from "../yaml/node.ts";

/** One thing that the checker looks for. Its line in docs/reference/checks.md is made from it. */
export interface Check {
  readonly code: string;
  readonly severity: Finding["severity"];
  /** What it finds, in one sentence. */
  readonly about: string;
  /** A piece of a sound definition and the same piece gone wrong; the tests run both. */
  readonly example?: Example;
  /** Looks at a whole definition. Absent where the reader of the file notes it on the way. */
  find?(outline: Outline): Iterable<Found>;
}

export interface Example {
  readonly right: string;
  readonly wrong: string;
}

export interface Found {
  readonly at: Place;
  readonly message: string;
  readonly fix?: string;
}
