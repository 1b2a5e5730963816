import type { PublishedService } from "../definition/service.ts";
import type { Case } from "./case.ts";
import type { Asked, Command } from "./decide.ts";
import { decide } from "./decide.ts";
import type { Decision } from "./decision.ts";

/** What is asked of one of many cases. `seen` is the number of events that it had when the officer looked: one that has more is left alone. */
export interface BulkAsk {
  readonly caseId: string;
  readonly command: Command;
  readonly seen?: number;
}

function stale(message: string): Decision {
  return { ok: false, refusal: { code: "stale", message } };
}

/** Decides what a command makes happen to one of many cases. Besides what is refused anyway, nothing is done twice or to a closed case's holder. */
export function decideInBulk(service: PublishedService, item: Case, { command, seen }: Omit<BulkAsk, "caseId">, asked: Asked): Decision {
  if (seen !== undefined && seen !== item.eventCount) return stale("It has changed since you looked. Open it to see what happened");
  if (command.kind === "take") {
    if (item.closedAt !== null) return stale("It is closed");
    if (item.officer === command.officer) return stale(command.officer === null ? "Nobody has it already" : "They have it already");
  }
  return decide(service, item, command, asked);
}
