import { closest } from "../../rules/closest.ts";
import type { Outline } from "../outline.ts";
import type { Check, Found } from "./check.ts";
import { everyItem } from "./look.ts";

/** Endings that are not a case. */
export const OUTCOME_CHECKS: readonly Check[] = [
  {
    code: "outcome-unknown",
    severity: "error",
    about: "A stop names an outcome that the file does not have.",
    example: { right: "stop: too-high", wrong: "stop: too-hig" },
    find: unknownOutcomes,
  },
  {
    code: "outcome-unused",
    severity: "warning",
    about: "No stop leads to an outcome.",
    example: { right: "  - { when: height > 6, stop: too-high }\n", wrong: "" },
    find: unusedOutcomes,
  },
];

function* unknownOutcomes(outline: Outline): Iterable<Found> {
  for (const item of everyItem(outline.flow)) {
    if (item.kind !== "stop" || outline.outcomes.has(item.outcome.value)) continue;
    const meant = closest(item.outcome.value, [...outline.outcomes.keys()]);
    const fix = meant === undefined ? "Add it under outcomes, with a title and a body." : `Did you mean ${meant}?`;
    yield { at: item.outcome, message: `There is no outcome called ${item.outcome.value}.`, fix };
  }
}

function* unusedOutcomes(outline: Outline): Iterable<Found> {
  const used = new Set([...everyItem(outline.flow)].flatMap((item) => (item.kind === "stop" ? [item.outcome.value] : [])));
  for (const [id, { key }] of outline.outcomes) {
    if (!used.has(id))
      yield { at: key, message: `No journey ends in ${id}.`, fix: `Add { when: ..., stop: ${id} } to the flow, or take it out.` };
  }
}
