import { closest } from "../../rules/closest.ts";
import { OCCASIONS } from "../keys-action.ts";
import { ESCALATE_FORM } from "../keys-case.ts";
import type { Outline, StageSource } from "../outline.ts";
import { entriesAt, mapAt, nodeAt, textAt, textNodeAt } from "../yaml/read.ts";
import type { Check, Found } from "./check.ts";

/** What the clock does by itself: stops, escalates, and takes actions. */
export const CLOCK_CHECKS: readonly Check[] = [
  {
    code: "automatic-action-unknown",
    severity: "error",
    about: "What happens by itself at a stage is none of its actions.",
    example: { right: "on: { deadline: give-up", wrong: "on: { deadline: lend" },
    *find(outline) {
      for (const { at, stage } of automatic(outline)) {
        if (stage.actions.has(at.value)) continue;
        const actions = [...stage.actions.keys()];
        const meant = closest(at.value, actions);
        const fix = meant === undefined ? `Its actions are ${actions.join(", ") || "none"}.` : `Did you mean ${meant}?`;
        yield { at, message: `The stage ${stage.key.value} has no action called ${at.value}.`, fix };
      }
    },
  },
  {
    code: "automatic-action-reason",
    severity: "error",
    about: "An action that happens by itself asks for a reason, which nobody would give.",
    example: { right: "to: dropped }", wrong: "to: dropped, reason: required }" },
    *find(outline) {
      for (const { at, stage } of automatic(outline)) {
        const action = stage.actions.get(at.value);
        if (textAt(action?.node, "reason") !== "required") continue;
        yield {
          at,
          message: `${at.value} asks for a reason and would happen by itself.`,
          fix: "Let its reason be optional, or name another action.",
        };
      }
    },
  },
  {
    code: "automatic-action-untold",
    severity: "warning",
    about: "An action happens by itself when a deadline has passed, and no message tells the person.",
    example: { right: "  give-up: { subject", wrong: "  received: { subject" },
    *find(outline) {
      for (const { at, stage, key } of automatic(outline)) {
        const to = textAt(stage.actions.get(at.value)?.node, "to");
        if (key !== "deadline" || outline.messages.has(at.value) || to === undefined || outline.messages.has(to)) continue;
        yield {
          at,
          message: `Nobody tells the person when ${at.value} happens by itself.`,
          fix: `Add a message for ${at.value} or for ${to}.`,
        };
      }
    },
  },
  {
    code: "deadline-action-without",
    severity: "error",
    about: "A stage says what happens on its deadline and has none.",
    example: { right: "deadline: 10 working days,", wrong: "" },
    *find(outline) {
      for (const { at, stage, key } of automatic(outline)) {
        if (key !== "deadline" || nodeAt(stage.node, "deadline") !== undefined) continue;
        yield { at, message: `The stage ${stage.key.value} has no deadline.`, fix: "Add one, such as deadline: 10 working days." };
      }
    },
  },
  {
    code: "clock-closed-stage",
    severity: "warning",
    about: "A closed stage has a deadline or stops the clock, though no clock runs on a closed case.",
    example: { right: "says: We have the tool again.", wrong: "pauses: resting, says: We have the tool again." },
    *find(outline) {
      for (const { node, actions } of outline.stages.values()) {
        const at = textNodeAt(node, "deadline") ?? textNodeAt(node, "pauses");
        if (actions.size === 0 && at !== undefined)
          yield { at, message: "No action leaves this stage, so no clock runs at it.", fix: "Take it out." };
      }
    },
  },
  {
    code: "escalate-role-unknown",
    severity: "error",
    about: "Missed deadlines are told to a role that the council does not have.",
    example: { right: "after, to adviser", wrong: "after, to advisor" },
    find: unknownRole,
  },
  {
    code: "action-priority-no-deadline",
    severity: "error",
    about: "An action gives a priority that has no deadline.",
    example: { right: "priority: high, title", wrong: "priority: highest, title" },
    *find(outline) {
      const given = entriesAt(mapAt(outline.root, "case"), "deadline");
      if (given.has("any")) return;
      for (const stage of outline.stages.values()) {
        for (const { node } of stage.actions.values()) {
          const at = textNodeAt(node, "priority");
          if (at === undefined || given.has(at.value)) continue;
          yield {
            at,
            message: `There is no deadline for the priority ${at.value}.`,
            fix: `The deadlines are for ${[...given.keys()].join(", ")}.`,
          };
        }
      }
    },
  },
];

/** The actions that happen by themselves, each with its stage and what it follows. */
export function* automatic(outline: Outline) {
  for (const stage of outline.stages.values()) yield* automaticAt(stage);
}

function* automaticAt(stage: StageSource) {
  for (const key of Object.keys(OCCASIONS)) {
    const at = textNodeAt(mapAt(stage.node, "on"), key);
    if (at !== undefined) yield { at, stage, key };
  }
}

function* unknownRole({ root, council }: Outline): Iterable<Found> {
  const at = textNodeAt(mapAt(root, "case"), "escalate");
  const role = ESCALATE_FORM.exec(at?.value ?? "")?.[3];
  if (at === undefined || role === undefined || council === undefined || council.roles.includes(role)) return;
  const meant = closest(role, council.roles);
  const fix = meant === undefined ? `The roles are ${council.roles.join(", ")}.` : `Did you mean ${meant}?`;
  yield { at, message: `The council has no role called ${role}.`, fix };
}
