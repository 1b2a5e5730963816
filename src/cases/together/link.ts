import type { Case } from "../case.ts";
import type { Happening } from "../event.ts";
import type { Plan, Planned } from "./plan.ts";
import { readWords, refusedPlan, stalePlan } from "./plan.ts";
import type { Other } from "./tie.ts";
import { tieTo, tiesOf } from "./tie.ts";

/** How many cases one case may be linked with. */
export const MOST_LINKS = 50;

/** Links two cases, with a few words why. */
export function linking(other: string, why: string): Plan {
  return (item, found) => {
    const target = found.get(other);
    if (target === undefined || target.erasedAt !== null || item.erasedAt !== null) return stalePlan("One of the cases has been erased");
    if (target.id === item.id) return refusedPlan("reference", "Enter the reference of another case. This is the case that you are on");
    if (tieTo(item.ties, "linked", target.id) !== undefined) return refusedPlan("reference", "The two cases are linked already");
    const text = readWords(why, "why", "Why they belong together");
    if (typeof text !== "string") return text;
    if (text === "") return refusedPlan("why", "Enter why the two belong together");
    const full = [item, target].find(({ ties }) => tiesOf(ties, "linked").length >= MOST_LINKS);
    if (full !== undefined)
      return refusedPlan("reference", `${full.reference} is linked with ${MOST_LINKS} cases already, and can have no more`);
    return both(item, target, (one) => ({ kind: "linked", data: one, personal: { text } }));
  };
}

/** Ends the link of two cases. */
export function unlinking(other: string): Plan {
  return (item, found) => {
    const target = found.get(other);
    if (target === undefined || tieTo(item.ties, "linked", other) === undefined) return stalePlan("The two cases are linked no longer");
    if (item.erasedAt !== null || target.erasedAt !== null) return stalePlan("One of the cases has been erased");
    return both(item, target, (one) => ({ kind: "unlinked", data: one, personal: null }));
  };
}

function both(item: Case, target: Case, make: (other: Other) => Happening): Planned {
  return {
    steps: [
      { item, happening: make(said(target)) },
      { item: target, happening: make(said(item)) },
    ],
  };
}

function said({ id, reference }: Case): Other {
  return { case: id, reference };
}
