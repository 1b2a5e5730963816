import { closest } from "../../rules/closest.ts";
import type { Outline } from "../outline.ts";
import { PLAIN_SUB_CASE } from "../sub-case-plan.ts";
import type { Entry, MapNode } from "../yaml/node.ts";
import { entriesAt, mapAt, nodeAt, textNodeAt, textNodesOf } from "../yaml/read.ts";
import type { Check, Found } from "./check.ts";

/** Whether what a case is split into can be worked to an end. */
export const SUB_CASE_CHECKS: readonly Check[] = [
  {
    code: "sub-case-stage-unknown",
    severity: "error",
    about: "An action of a sub-case leads to a stage that there is not.",
    example: { right: "to: mended", wrong: "to: mend" },
    *find(outline) {
      for (const { node } of kindsIn(outline)) {
        const stages = [...entriesAt(node, "stages").keys()];
        for (const { value } of actionsIn(node)) {
          const to = textNodeAt(mapOf(value), "to");
          if (to === undefined || stages.includes(to.value)) continue;
          const meant = closest(to.value, stages);
          const fix = meant === undefined ? `The stages are ${stages.join(", ")}.` : `Did you mean ${meant}?`;
          yield { at: to, message: `There is no stage called ${to.value} in this sub-case.`, fix };
        }
      }
    },
  },
  {
    code: "sub-case-no-end",
    severity: "error",
    about: "A sub-case is closed as it is made, or can never be closed: its first stage needs an action, and some stage must have none.",
    example: { right: "mended: { title: Mended }", wrong: "mended: { title: Mended, actions: { again: { title: Again, to: broken } } }" },
    *find(outline) {
      for (const { key, node } of kindsIn(outline)) {
        const stages = [...entriesAt(node, "stages").values()];
        const ends = stages.map(({ value }) => entriesAt(mapOf(value), "actions").size === 0);
        if (stages.length === 0 || (ends[0] === false && ends.includes(true))) continue;
        const fix = "Give the first stage an action, and let one lead to a stage without actions.";
        yield { at: key, message: `A sub-case of the kind ${key.value} cannot be worked to an end.`, fix };
      }
    },
  },
  {
    code: "sub-case-name-taken",
    severity: "error",
    about: "A kind of sub-case has the name of those that every service has.",
    example: { right: "mend:\n      title: Mend the tool", wrong: "sub-case:\n      title: Mend the tool" },
    *find(outline) {
      for (const { key } of kindsIn(outline)) {
        if (key.value !== PLAIN_SUB_CASE.id) continue;
        yield { at: key, message: `${key.value} is what sub-cases of no kind are called.`, fix: "Name it by what is to be done." };
      }
    },
  },
  {
    code: "sub-case-role-unknown",
    severity: "error",
    about: "An action of a sub-case is for a role that the council does not have.",
    example: { right: "by: [adviser, manager]", wrong: "by: [adviser, mender]" },
    *find(outline) {
      const roles = outline.council?.roles;
      if (roles === undefined) return;
      for (const { node } of kindsIn(outline)) for (const { value } of actionsIn(node)) yield* unknownRoles(mapOf(value), roles);
    },
  },
];

function* unknownRoles(action: MapNode | undefined, roles: readonly string[]): Iterable<Found> {
  for (const role of textNodesOf(nodeAt(action, "by"))) {
    if (roles.includes(role.value)) continue;
    const meant = closest(role.value, roles);
    const fix = meant === undefined ? `The roles are ${roles.join(", ")}.` : `Did you mean ${meant}?`;
    yield { at: role, message: `The council has no role called ${role.value}.`, fix };
  }
}

function* kindsIn({ root }: Outline): Iterable<{ readonly key: Entry["key"]; readonly node: MapNode }> {
  for (const { key, value } of entriesAt(mapAt(root, "case"), "sub-cases").values()) if (value.kind === "map") yield { key, node: value };
}

function* actionsIn(kind: MapNode): Iterable<Entry> {
  for (const { value } of entriesAt(kind, "stages").values()) yield* entriesAt(mapOf(value), "actions").values();
}

function mapOf(node: Entry["value"]): MapNode | undefined {
  return node.kind === "map" ? node : undefined;
}
