import type { Clock } from "../../src/platform/clock.ts";

export interface TestClock extends Clock {
  /** Moves the present on by milliseconds. */
  pass(milliseconds: number): void;
}

/** A clock that stands still until told. */
export function testClock(start = "2026-03-02T09:00:00Z"): TestClock {
  let at = Date.parse(start);
  return {
    now: () => new Date(at),
    pass: (milliseconds) => {
      at += milliseconds;
    },
  };
}
