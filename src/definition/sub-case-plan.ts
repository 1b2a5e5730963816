import { FrozenMap } from "./frozen.ts";
import { lengthOf } from "./length-of.ts";
import type { Action, CasePlan, DeadlineLength, Stage, SubCasePlan } from "./service.ts";
import type { MapNode } from "./yaml/node.ts";
import { entriesAt, nodeAt, textAt, textNodesOf } from "./yaml/read.ts";

/** How long a sub-case may take whose kind says nothing. */
const USUAL: DeadlineLength = { amount: 10, unit: "working days" };

/** The stages of a sub-case whose kind names none. */
const USUAL_STAGES: SubCasePlan["stages"] = new FrozenMap([
  stage("to-do", "To do", [
    { ...actionTo("done", "It is done", "done"), reason: "optional" },
    { ...actionTo("cannot", "It cannot be done", "not-done"), reason: "required" },
  ]),
  stage("done", "Done", []),
  stage("not-done", "Not done", []),
]);

/** The kind of a sub-case that the definition does not name. */
export const PLAIN_SUB_CASE: SubCasePlan = { id: "sub-case", title: "Sub-case", team: "", deadline: USUAL, stages: USUAL_STAGES };

/** The kinds of sub-case that a definition names. */
export function subCasesOf(plan: MapNode | undefined): CasePlan["subCases"] {
  const kinds = [...entriesAt(plan, "sub-cases")].flatMap(([id, { value }]) =>
    value.kind === "map" ? [[id, kindOf(id, value)] as const] : [],
  );
  return new FrozenMap(kinds);
}

function kindOf(id: string, node: MapNode): SubCasePlan {
  const deadline = textAt(node, "deadline");
  const stages = [...entriesAt(node, "stages")].flatMap(([name, { value }]) =>
    value.kind === "map" ? [stage(name, textAt(value, "title") ?? "", actionsOf(value))] : [],
  );
  return {
    id,
    title: textAt(node, "title") ?? "",
    team: textAt(node, "team") ?? "",
    deadline: deadline === undefined ? USUAL : lengthOf(deadline),
    stages: stages.length === 0 ? USUAL_STAGES : new FrozenMap(stages),
  };
}

function actionsOf(node: MapNode): readonly Action[] {
  return [...entriesAt(node, "actions")].flatMap(([id, { value }]) => {
    if (value.kind !== "map") return [];
    const reason = textAt(value, "reason");
    const by = textNodesOf(nodeAt(value, "by")).map((role) => role.value);
    const found = actionTo(id, textAt(value, "title") ?? "", textAt(value, "to") ?? "");
    return [{ ...found, by, reason: reason === "required" || reason === "optional" ? reason : "none" }];
  });
}

function actionTo(id: string, title: string, to: string): Action {
  return { id, title, to, by: [], reason: "none", asks: [] };
}

function stage(id: string, title: string, actions: readonly Action[]): readonly [string, Stage] {
  const named = new FrozenMap(actions.map((action) => [action.id, action] as const));
  // No person reads of a sub-case.
  return [id, { id, title, says: "", next: "", closed: actions.length === 0, actions: named, on: {} }];
}
