import { createLog } from "../../src/platform/log.ts";
import type { Log } from "../../src/platform/log.ts";

export interface TestLog extends Log {
  /** Each line as it would be written. */
  readonly lines: readonly string[];
}

/** A log that keeps its lines, for tests that ask what was logged. */
export function testLog(): TestLog {
  const lines: string[] = [];
  return { ...createLog({ level: "debug", write: (line) => lines.push(line) }), lines };
}
