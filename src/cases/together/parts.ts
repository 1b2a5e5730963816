import type { Service } from "../../definition/service.ts";
import type { Case } from "../case.ts";
import type { Decision } from "../decision.ts";
import { openParts, tieTo } from "./tie.ts";

/** Says of a sub-case that it was closed, or opened again, by its event of that number. */
export interface PartCommand {
  readonly kind: "part";
  readonly case: string;
  readonly event: number;
  readonly stage: string;
  readonly closed: boolean;
  /** Why, as the officer said it there. */
  readonly reason: string;
}

/** Whether a case cannot go to a stage yet, because it would be closed there while something is to be done in a sub-case. */
export function isHeld(service: Service, item: Case, to: string): boolean {
  return openParts(item).length > 0 && service.case.stages.get(to)?.closed === true;
}

/** Why a case cannot be closed yet, and what to do. */
export function heldWords(item: Case): string {
  const open = openParts(item).map(({ reference }) => reference);
  const all = open.length > 3 ? `${open.slice(0, 3).join(", ")} and ${open.length - 3} more` : open.join(", ");
  return open.length === 1
    ? `Its sub-case ${all} is open. Close that first: it is done, or cannot be done`
    : `${open.length} of its sub-cases are open: ${all}. Close those first: each is done, or cannot be done`;
}

/** What a case learns of its sub-case: nothing that it knows already, and nothing older than what it knows. */
export function decidePart({ ties }: Case, { case: id, event, stage, closed, reason }: PartCommand): Decision {
  const tie = tieTo(ties, "sub-case", id);
  if (tie === undefined || (tie.event ?? 0) >= event) return { ok: false, refusal: { code: "nothing", message: "It is known already" } };
  const data = { case: id, reference: tie.reference, event, stage };
  return { ok: true, happening: { kind: closed ? "part-closed" : "part-reopened", data, personal: { text: reason } } };
}
