import { lengthOf } from "./length-of.ts";
import { FrozenMap } from "./frozen.ts";
import type { Occasion } from "./keys-action.ts";
import { OCCASIONS } from "./keys-action.ts";
import type { ActionSource, Outline } from "./outline.ts";
import { present } from "./present.ts";
import type { Action, AskedQuestion, Reopening, Stage } from "./service.ts";
import type { MapNode } from "./yaml/node.ts";
import { nodeAt, switchAt, textAt, textNodeAt, textNodesOf } from "./yaml/read.ts";

/** An action of a stage, from an outline in which the checks found no error. */
export function actionOf({ rules }: Outline, id: string, { node, asks }: ActionSource): Action {
  const reason = textAt(node, "reason");
  const when = textNodeAt(node, "when");
  return present<Action>({
    id,
    title: textAt(node, "title") ?? "",
    to: textAt(node, "to") ?? "",
    by: rolesIn(node),
    reason: reason === "required" || reason === "optional" ? reason : "none",
    asks: [...asks.values()].map(({ question }) => question),
    when: when === undefined ? undefined : rules.get(when),
    confirm: textAt(node, "confirm"),
    pauses: textAt(node, "pauses"),
    priority: textAt(node, "priority"),
  });
}

function rolesIn(node: MapNode): readonly string[] {
  return textNodesOf(nodeAt(node, "by")).map(({ value }) => value);
}

/** Everything that actions ask, by name. Where two ask the same, the person sees it if either says so. */
export function askedOf({ stages }: Outline): ReadonlyMap<string, AskedQuestion> {
  const found = new Map<string, AskedQuestion>();
  for (const { actions } of stages.values()) {
    for (const { asks } of actions.values()) {
      for (const [id, { question, node }] of asks) {
        const before = found.get(id);
        const shown = switchAt(node, "public") === true;
        if (before === undefined || (shown && !before.public)) found.set(id, { question, public: shown });
      }
    }
  }
  return new FrozenMap(found);
}

/** Which actions of a stage happen by themselves. */
export function onOf(node: MapNode | undefined): Stage["on"] {
  // Safe: the keys of OCCASIONS are the names of occasions.
  const names = Object.keys(OCCASIONS) as Occasion[];
  const found = names.flatMap((name) => {
    const action = textAt(node, name);
    return action === undefined ? [] : [[name, action] as const];
  });
  return Object.fromEntries(found);
}

export function reopenOf(node: MapNode | undefined): Reopening | undefined {
  if (node === undefined) return undefined;
  return {
    within: lengthOf(textAt(node, "within") ?? ""),
    to: textAt(node, "to") ?? "",
    by: rolesIn(node),
    resident: switchAt(node, "resident") ?? false,
  };
}
