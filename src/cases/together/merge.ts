import type { Case } from "../case.ts";
import type { ReplyCommand } from "../replied.ts";
import { decideReply } from "../replied.ts";
import { heldWords } from "./parts.ts";
import type { Plan, Planned } from "./plan.ts";
import { readWords, refusedPlan, stalePlan } from "./plan.ts";
import type { Other } from "./tie.ts";
import { awayOf, idsOf, mainOf, openParts, partOf } from "./tie.ts";

/** How many duplicates a case may have: all of their people are told with each of its steps. */
export const MOST_DUPLICATES = 100;

/**
 * Merges a case into another as its duplicate: into the other's main case, where that is a duplicate itself. Its own duplicates come with it, so that
 * a duplicate is always one of a case that is none.
 */
export function merging(other: string, why: string): Plan {
  return (item, found) => {
    const target = found.get(other);
    if (target === undefined) return stalePlan("The other case is there no longer");
    const above = mainOf(target);
    const main = above === undefined ? target : found.get(above.case);
    const needs = [above?.case, ...idsOf(item, "duplicate")].filter((id) => id !== undefined).filter((id) => !found.has(id));
    const wrong = whyNotMerged(item, target, above?.case);
    if (wrong !== undefined) return wrong;
    if (needs.length > 0 || main === undefined) return { needs };
    const reason = readWords(why, "why", "Why they are the same");
    if (typeof reason !== "string") return reason;
    const behind = idsOf(item, "duplicate").flatMap((id) => found.get(id) ?? []);
    if (idsOf(main, "duplicate").length + behind.length >= MOST_DUPLICATES)
      return refusedPlan("reference", `${main.reference} has ${MOST_DUPLICATES} duplicates already, and can have no more`);
    return whyNotInto(item, main) ?? merge(item, main, behind, reason);
  };
}

/** Why a case cannot be merged into another as they stand. `above`: the id of the case that the other is a duplicate of. */
function whyNotMerged(item: Case, target: Case, above: string | undefined): Planned | undefined {
  const now = awayOf(item);
  if (item.erasedAt !== null) return stalePlan("This case has been erased");
  if (now?.kind === "moved-to") return stalePlan(`This case was moved. It goes on as ${now.reference}`);
  if (now !== undefined) return stalePlan(`This case is a duplicate of ${now.reference} already`);
  if (item.closedAt !== null) return stalePlan("This case is closed already");
  if (partOf(item) !== undefined) return stalePlan("A sub-case is no duplicate: link the two");
  if (openParts(item).length > 0) return stalePlan(heldWords(item));
  if (target.id === item.id) return refusedPlan("reference", "Enter the reference of another case. This is the case that you are on");
  if (above === item.id) return stalePlan(`${target.reference} is a duplicate of this case already`);
  return undefined;
}

function whyNotInto(item: Case, main: Case): Planned | undefined {
  if (main.erasedAt !== null) return refusedPlan("reference", `${main.reference} has been erased`);
  if (main.closedAt !== null)
    return refusedPlan(
      "reference",
      `${main.reference} is closed. Only an open case has duplicates: link the two, or close this one by itself`,
    );
  if (partOf(main) !== undefined) return refusedPlan("reference", `${main.reference} is a sub-case, and has no duplicates`);
  if (main.service !== item.service)
    return refusedPlan("reference", `${main.reference} is a case of another service. Link the two, or move this one to that service first`);
  return undefined;
}

function merge(item: Case, main: Case, behind: readonly Case[], text: string): Planned {
  const to = named(main);
  const joining = [item, ...behind];
  const wrote = joining.some(({ waitingReply }) => waitingReply);
  return {
    steps: [
      { item, happening: { kind: "merged", data: to, personal: { text } } },
      ...behind.map((one) => ({ item: one, happening: { kind: "merged", data: { ...to, again: true }, personal: { text: "" } } }) as const),
      { item: main, happening: { kind: "joined", data: { cases: joining.map(named), ...(wrote && { wrote }) }, personal: null } },
    ],
  };
}

/** Ends that a case is a duplicate: it is worked again by itself, on its own clock. */
export function unmerging(why: string): Plan {
  return (item, found) => {
    const tie = mainOf(item);
    if (item.erasedAt !== null) return stalePlan("This case has been erased");
    if (tie === undefined) return stalePlan("This case is no duplicate any longer");
    const main = found.get(tie.case);
    if (main === undefined) return { needs: [tie.case] };
    const reason = readWords(why, "why", "Why it is not the same");
    if (typeof reason !== "string") return reason;
    if (main.erasedAt !== null) return stalePlan(`${main.reference} has been erased`);
    return {
      steps: [
        { item, happening: { kind: "unmerged", data: named(main), personal: { text: reason } } },
        { item: main, happening: { kind: "parted", data: named(item), personal: null } },
      ],
    };
  };
}

/** The person of a duplicate writes: their words are their own case's, and the main case waits for an answer. */
export function followerWrites(command: ReplyCommand): Plan {
  return (item, found, at) => {
    const written = decideReply(command, at);
    if (!written.ok) return written;
    const own = { item, happening: written.happening };
    const tie = mainOf(item);
    if (tie === undefined) return { steps: [own] };
    const main = found.get(tie.case);
    if (main === undefined) return { needs: [tie.case] };
    if (main.closedAt !== null || main.erasedAt !== null) return { steps: [own] };
    return { steps: [own, { item: main, happening: { kind: "follower-wrote", data: named(item), personal: null } }] };
  };
}

function named({ id, reference }: Case): Other {
  return { case: id, reference };
}
