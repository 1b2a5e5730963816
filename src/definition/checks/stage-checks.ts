import { closest } from "../../rules/closest.ts";
import type { NamedMap, Outline } from "../outline.ts";
import { mapAt, textNodeAt } from "../yaml/read.ts";
import type { Check, Found } from "./check.ts";

/** Whether a case can move through its stages to an end. */
export const STAGE_CHECKS: readonly Check[] = [
  {
    code: "stage-unknown",
    severity: "error",
    about: "An action leads to a stage that there is not.",
    example: { right: "to: lent", wrong: "to: lend" },
    find: unknownStages,
  },
  {
    code: "stage-unreachable",
    severity: "error",
    about: "No action leads to a stage.",
    example: { right: "to: lent", wrong: "to: received" },
    *find(outline) {
      const [first] = outline.stages.keys();
      const met = first === undefined ? new Set<string>() : reach(first, (id) => targetsOf(outline, id));
      for (const [id, { key }] of outline.stages) {
        if (!met.has(id))
          yield { at: key, message: `No case can reach the stage ${id}.`, fix: `Add an action with to: ${id}, or take it out.` };
      }
    },
  },
  {
    code: "stage-no-end",
    severity: "error",
    about: "From a stage, no closed stage can be reached.",
    example: {
      right: "dropped: { title",
      wrong: "dropped: { actions: { again: { title: Try again, to: dropped } }, title",
    },
    *find(outline) {
      for (const [id, { key }] of outline.stages) {
        if (canEnd(outline, id)) continue;
        const fix = "Add an action that leads to a stage without actions, which is where a case closes.";
        yield { at: key, message: `A case at ${id} can never be closed.`, fix };
      }
    },
  },
  {
    code: "stage-first-closed",
    severity: "warning",
    about: "No action leaves the first stage, so that every case is closed as it is received.",
    example: { right: "actions: { lend: { title: Lend it, by: adviser, to: lent } },", wrong: "" },
    *find(outline) {
      const [first] = outline.stages.values();
      if (first === undefined || first.actions.size > 0) return;
      const message = `A case is closed as soon as it is received: no action leaves ${first.key.value}.`;
      yield { at: first.key, message, fix: "Add an action that leads to another stage." };
    },
  },
];

function* unknownStages(outline: Outline): Iterable<Found> {
  for (const stage of outline.stages.values()) {
    for (const action of stage.actions.values()) {
      const to = textNodeAt(action.node, "to");
      if (to === undefined || outline.stages.has(to.value)) continue;
      const meant = closest(to.value, [...outline.stages.keys()]);
      const fix = meant === undefined ? "Add it under stages." : `Did you mean ${meant}?`;
      yield { at: to, message: `There is no stage called ${to.value}.`, fix };
    }
  }
}

function canEnd(outline: Outline, id: string): boolean {
  return [...reach(id, (at) => targetsOf(outline, at))].some((at) => {
    const stage = outline.stages.get(at);
    // A stage that is not there is reported by itself, and may well be an end.
    return stage === undefined || stage.actions.size === 0;
  });
}

/** Where actions lead from a stage, where a case goes by itself once all have confirmed, and where a closed one is opened again. */
function targetsOf(outline: Outline, id: string): readonly string[] {
  const stage = outline.stages.get(id);
  const actions = stage === undefined ? [] : [...stage.actions.values()];
  const byItself = id === [...outline.stages.keys()][0] ? textNodeAt(mapAt(outline.root, "confirm"), "to") : undefined;
  const reopened = textNodeAt(mapAt(stage?.node, "reopen"), "to");
  return [...actions.map((action: NamedMap) => textNodeAt(action.node, "to")), byItself, reopened].flatMap((to) => to?.value ?? []);
}

function reach(from: string, next: (id: string) => readonly string[]): ReadonlySet<string> {
  const met = new Set([from]);
  for (const id of met) for (const to of next(id)) met.add(to);
  return met;
}
