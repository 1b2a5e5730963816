import type { Case } from "../case.ts";
import type { CaseEvent } from "../event.ts";
import { partOf } from "./tie.ts";

/** What a case is told of its sub-case. */
export interface PartWork {
  /** The sub-case, and the case that it is part of. */
  readonly part: string;
  readonly of: string;
  /** The number of the sub-case's event. */
  readonly event: number;
  readonly stage: string;
  readonly closed: boolean;
}

/** What follows for the case that a sub-case is part of: it learns when that is closed, and when it is open again. */
export function partWork(item: Case, event: CaseEvent): PartWork | undefined {
  const tie = partOf(item);
  if (tie === undefined || (event.kind !== "acted" && event.kind !== "reopened")) return undefined;
  const closed = item.closedAt !== null;
  if (event.kind === "acted" && !closed) return undefined;
  return { part: item.id, of: tie.case, event: event.number, stage: item.stage, closed };
}
