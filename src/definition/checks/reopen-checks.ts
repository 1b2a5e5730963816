import { closest } from "../../rules/closest.ts";
import type { Outline } from "../outline.ts";
import type { MapNode } from "../yaml/node.ts";
import { mapAt, nodeAt, textNodeAt, textNodesOf } from "../yaml/read.ts";
import type { Check, Found } from "./check.ts";

/** Whether a closed case can be opened again where it says so. */
export const REOPEN_CHECKS: readonly Check[] = [
  {
    code: "reopen-not-closed",
    severity: "error",
    about: "A stage that actions leave says how a case is opened again, though none is closed there.",
    example: { right: "next: Bring it back in time.", wrong: "reopen: { within: 7 days, to: received }, next: Bring it back in time." },
    *find(outline) {
      for (const { reopen, id, closed } of reopenings(outline)) {
        if (closed) continue;
        const message = `No case is closed at ${id}, so none is opened again.`;
        yield { at: reopen, message, fix: "Take it out, or write it at a stage without actions." };
      }
    },
  },
  {
    code: "reopen-stage-unknown",
    severity: "error",
    about: "A case is opened again at a stage that there is not, or that is closed too.",
    example: { right: "within: 28 days, to: waiting", wrong: "within: 28 days, to: dropped" },
    *find(outline) {
      for (const { reopen } of reopenings(outline)) {
        const to = textNodeAt(reopen, "to");
        const stage = outline.stages.get(to?.value ?? "");
        if (to === undefined || (stage !== undefined && stage.actions.size > 0)) continue;
        const open = [...outline.stages].flatMap(([id, { actions }]) => (actions.size > 0 ? [id] : []));
        const meant = closest(to.value, open);
        const message = stage === undefined ? `There is no stage called ${to.value}.` : `A case at ${to.value} is closed too.`;
        yield { at: to, message, fix: meant === undefined ? `Name one of ${open.join(", ")}.` : `Did you mean ${meant}?` };
      }
    },
  },
  {
    code: "reopen-role-unknown",
    severity: "error",
    about: "A closed case is opened again by a role that the council does not have.",
    example: { right: "by: [adviser]", wrong: "by: [advisor]" },
    *find(outline) {
      const roles = outline.council?.roles;
      if (roles !== undefined) for (const { reopen } of reopenings(outline)) yield* unknownRoles(reopen, roles);
    },
  },
];

function* reopenings({ stages }: Outline) {
  for (const [id, { node, actions }] of stages) {
    const reopen = mapAt(node, "reopen");
    if (reopen !== undefined) yield { id, reopen, closed: actions.size === 0 };
  }
}

function* unknownRoles(reopen: MapNode, roles: readonly string[]): Iterable<Found> {
  for (const role of textNodesOf(nodeAt(reopen, "by"))) {
    if (roles.includes(role.value)) continue;
    const meant = closest(role.value, roles);
    const fix = meant === undefined ? `The roles are ${roles.join(", ")}.` : `Did you mean ${meant}?`;
    yield { at: role, message: `The council has no role called ${role.value}.`, fix };
  }
}
