import { closest } from "../../rules/closest.ts";
import type { NamedMap, Outline } from "../outline.ts";
import type { TextNode } from "../yaml/node.ts";
import { nodeAt, textNodesOf } from "../yaml/read.ts";
import type { Check, Found } from "./check.ts";
import { ACTION_CHECKS } from "./action-checks.ts";
import { CLOCK_CHECKS } from "./clock-checks.ts";
import { PARTNER_CHECKS } from "./partner-checks.ts";
import { REOPEN_CHECKS } from "./reopen-checks.ts";
import { DEADLINE_CHECKS } from "./deadline-checks.ts";
import { SUB_CASE_CHECKS } from "./sub-case-checks.ts";
import { STAGE_CHECKS } from "./stage-checks.ts";

/** How a case is worked: its deadlines, stages and actions. */
export const CASE_CHECKS: readonly Check[] = [
  ...DEADLINE_CHECKS,
  ...STAGE_CHECKS,
  ...CLOCK_CHECKS,
  ...ACTION_CHECKS,
  ...REOPEN_CHECKS,
  ...SUB_CASE_CHECKS,
  ...PARTNER_CHECKS,
  {
    code: "action-role-unknown",
    severity: "error",
    about: "An action is for a role that the council does not have.",
    example: { right: "by: adviser", wrong: "by: adviser-general" },
    *find(outline) {
      const roles = outline.council?.roles;
      if (roles !== undefined) for (const action of everyAction(outline)) yield* unknownRoles(action, roles);
    },
  },
  {
    code: "action-nobody",
    severity: "error",
    about: "An action is for roles of which none may work cases, so that nobody can take it.",
    example: { right: "by: adviser", wrong: "by: manager" },
    *find({ council, ...outline }) {
      if (council === undefined) return;
      for (const { key, node } of everyAction(outline)) {
        const roles = textNodesOf(nodeAt(node, "by")).map(({ value }) => value);
        const known = roles.length > 0 && roles.every((role) => council.roles.includes(role));
        if (!known || roles.some((role) => council.workers.includes(role))) continue;
        const message = `Nobody may take ${key.value}: ${roles.join(" and ")} may not work cases.`;
        yield { at: key, message, fix: `Name another role${rolesThatMay(council.workers)}, or give this one the permission cases.work.` };
      }
    },
  },
  {
    code: "action-named-as-stage",
    severity: "error",
    about: "An action has the name of a stage, so that a message of that name would be ambiguous.",
    example: { right: "{ lend: {", wrong: "{ received: {" },
    *find(outline) {
      for (const { key } of everyAction(outline)) {
        if (!outline.stages.has(key.value)) continue;
        yield { at: key, message: `${key.value} is the name of a stage too.`, fix: "Name the action by what the officer does." };
      }
    },
  },
];

function rolesThatMay(workers: readonly string[]): string {
  return workers.length === 0 ? "" : `, such as ${workers.slice(0, 3).join(" or ")}`;
}

function* everyAction(outline: Pick<Outline, "stages">): Iterable<NamedMap> {
  for (const stage of outline.stages.values()) yield* stage.actions.values();
}

function* unknownRoles(action: NamedMap, roles: readonly string[]): Iterable<Found> {
  for (const role of textNodesOf(nodeAt(action.node, "by"))) if (!roles.includes(role.value)) yield unknownRole(role, roles);
}

function unknownRole(role: TextNode, roles: readonly string[]): Found {
  const meant = closest(role.value, roles);
  const fix = meant === undefined ? `The roles are ${roles.join(", ")}.` : `Did you mean ${meant}?`;
  return { at: role, message: `The council has no role called ${role.value}.`, fix };
}
