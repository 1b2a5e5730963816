import type { PublishedService } from "../../definition/service.ts";
import type { Case } from "../case.ts";
import { NOBODY } from "../case.ts";
import type { Plan, PlannedCase } from "./plan.ts";
import { refusedPlan, stalePlan } from "./plan.ts";
import { awayOf, partOf, tiesOf } from "./tie.ts";

/** How many sub-cases a case may have. */
export const MOST_PARTS = 20;
const LONGEST_TASK = 2000;

/** What an officer splits off a case. */
export interface Part {
  readonly id: string;
  readonly reference: string;
  /** How sub-cases of its kind are worked. */
  readonly service: PublishedService;
  readonly team: string;
  /** The first instant that is too late. */
  readonly due: Date;
  /** What is to be done. */
  readonly text: string;
  /** The names of the questions whose answers it sees. */
  readonly sees: readonly string[];
}

/** Makes a sub-case of a case, for a team that need not see the case itself. */
export function splitting(part: Part): Plan {
  return (item) => {
    const text = part.text.trim();
    if (item.erasedAt !== null) return stalePlan("This case has been erased");
    if (partOf(item) !== undefined) return stalePlan("A sub-case has no sub-cases of its own");
    const away = awayOf(item);
    if (away !== undefined) return stalePlan(`This case goes on as ${away.reference}. Make the sub-case there`);
    if (item.closedAt !== null) return stalePlan("This case is closed, and nothing more is to be done");
    if (tiesOf(item.ties, "sub-case").length >= MOST_PARTS)
      return stalePlan(`This case has ${MOST_PARTS} sub-cases already, and can have no more`);
    if (text === "") return refusedPlan("task", "Enter what is to be done");
    if (text.length > LONGEST_TASK)
      return refusedPlan("task", `What is to be done must be ${LONGEST_TASK.toLocaleString("en-GB")} characters or fewer`);
    const { id, reference, team } = part;
    const happening = { kind: "split", data: { case: id, reference, team }, personal: { text } } as const;
    return { steps: [{ item, happening }], opens: [partCase(item, part, text)] };
  };
}

function partCase(item: Case, { id, reference, service, team, due, sees }: Part, text: string): PlannedCase {
  const data = {
    service: service.id,
    version: service.version,
    stage: service.case.first,
    priority: "normal",
    team,
    due: due.toISOString(),
    feePence: null,
    tellBy: "none",
    part: { case: item.id, reference: item.reference, sees },
  } as const;
  return { id, reference, service, happening: { kind: "submitted", data, personal: { answers: {}, person: NOBODY, text } } };
}
