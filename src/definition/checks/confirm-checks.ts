import { closest } from "../../rules/closest.ts";
import { confirmPlanOf } from "../confirm-plan.ts";
import type { Outline } from "../outline.ts";
import type { MapNode } from "../yaml/node.ts";
import { mapAt, nodeAt, textNodeAt, textNodesOf } from "../yaml/read.ts";
import type { Check, Found } from "./check.ts";
import { nodeOr } from "./look.ts";

/** Others who must confirm. */
export const CONFIRM_CHECKS: readonly Check[] = [
  {
    code: "confirm-people",
    severity: "error",
    about: "Those who must confirm are said to be named by a question that the flow does not ask, or that is not of type people.",
    example: { right: "people: backers", wrong: "people: helpers" },
    find: (outline) => within(outline, unnamed),
  },
  {
    code: "confirm-shows-unknown",
    severity: "error",
    about: "Those who must confirm are to see the answer to a question that the flow does not ask.",
    example: { right: "shows: [tool, first_day]", wrong: "shows: [tool, first_dy]" },
    find: (outline) => within(outline, unknownShown),
  },
  {
    code: "confirm-shows-personal",
    severity: "warning",
    about: "Those who must confirm are shown a personal answer of the person who sent it.",
    example: { right: "shows: [tool, first_day]", wrong: "shows: [tool, address]" },
    find: (outline) => within(outline, personalShown),
  },
  {
    code: "confirm-to",
    severity: "error",
    about: "Once all have confirmed, the case is to move to a stage that there is not, to the first, or to one where it is closed.",
    example: { right: "remind: 3 days after", wrong: "remind: 3 days after, to: lend" },
    find: (outline) => within(outline, wrongStage),
  },
  {
    code: "confirm-never",
    severity: "error",
    about: "Others must confirm, but there is no case, or no action leaves its first stage: it would be closed while they are asked.",
    example: { right: "actions: { lend: { title: Lend it, by: adviser, to: lent } },", wrong: "" },
    find: (outline) => within(outline, neverOpen),
  },
  {
    code: "confirm-remind-late",
    severity: "warning",
    about: "Those who must confirm are reminded when their link works no longer.",
    example: { right: "within: 10 days", wrong: "within: 3 days" },
    find: (outline) => within(outline, lateReminder),
  },
];

function within(outline: Outline, find: (outline: Outline, confirm: MapNode) => Iterable<Found>): Iterable<Found> {
  const confirm = mapAt(outline.root, "confirm");
  return confirm === undefined ? [] : find(outline, confirm);
}

function* unnamed(outline: Outline, confirm: MapNode): Iterable<Found> {
  const node = textNodeAt(confirm, "people");
  if (node === undefined) return;
  const isAsked = outline.asked.has(node.value);
  const type = outline.questions.get(node.value)?.question.type;
  if (isAsked && type === "people") return;
  const message = isAsked
    ? `Those who must confirm are named by ${node.value}, which is of type ${type}.`
    : `Those who must confirm are named by ${node.value}, which is not asked.`;
  yield { at: node, message, fix: "Name a question of type people that the flow asks." };
}

function* unknownShown(outline: Outline, confirm: MapNode): Iterable<Found> {
  for (const node of textNodesOf(nodeAt(confirm, "shows"))) {
    if (outline.asked.has(node.value)) continue;
    const meant = closest(node.value, [...outline.asked.keys()].slice(0, 300));
    const fix = meant === undefined ? "Name a question of the flow." : `Did you mean ${meant}?`;
    yield { at: node, message: `Those who must confirm are to see ${node.value}, which is not asked.`, fix };
  }
}

function* personalShown(outline: Outline, confirm: MapNode): Iterable<Found> {
  for (const node of textNodesOf(nodeAt(confirm, "shows"))) {
    if (outline.questions.get(node.value)?.question.personal !== true) continue;
    const fix = "Take it out, unless they cannot confirm without it.";
    yield { at: node, message: `Those who must confirm see ${node.value}, which is personal.`, fix };
  }
}

function* wrongStage(outline: Outline, confirm: MapNode): Iterable<Found> {
  const node = textNodeAt(confirm, "to");
  if (node === undefined) return;
  const [first, ...others] = outline.stages.keys();
  const open = others.filter((id) => (outline.stages.get(id)?.actions.size ?? 0) > 0);
  if (open.includes(node.value)) return;
  const meant = closest(node.value, open);
  const fix = meant === undefined ? "Name a later stage that has actions." : `Did you mean ${meant}?`;
  yield { at: node, message: `${whyNot(outline, node.value, first)} once all have confirmed.`, fix };
}

function whyNot(outline: Outline, to: string, first: string | undefined): string {
  if (to === first) return `A case starts at ${to}, and cannot move there`;
  return outline.stages.has(to) ? `A case is closed at ${to}, so nobody would look at it` : `There is no stage called ${to} to move to`;
}

function* neverOpen(outline: Outline, confirm: MapNode): Iterable<Found> {
  const [first] = outline.stages.values();
  if (first !== undefined && first.actions.size > 0) return;
  const message =
    first === undefined ? "There is no case that others could confirm." : "The case is closed while others are asked to confirm.";
  const fix =
    first === undefined ? "Add stages, or take confirm out." : `Add an action to ${first.key.value}, for when somebody never answers.`;
  yield { at: confirm, message, fix };
}

function* lateReminder(_outline: Outline, confirm: MapNode): Iterable<Found> {
  const plan = confirmPlanOf(confirm);
  if (plan === undefined || plan.remind < plan.days) return;
  const message = `The reminder comes ${plan.remind} days after the first email, and the link works for ${plan.days}.`;
  yield { at: nodeOr(confirm, "remind"), message, fix: "Remind earlier, or let the link work for longer." };
}
