import { closest } from "../../rules/closest.ts";
import type { Outline } from "../outline.ts";
import type { Check, Found } from "./check.ts";

/** Who the person is. */
export const PERSON_CHECKS: readonly Check[] = [
  {
    code: "person-unknown",
    severity: "error",
    about: "The person's name, email, phone or address is said to come from a question that the flow does not ask.",
    example: { right: "person: { address: address }", wrong: "person: { address: adress }" },
    find: unknownParts,
  },
  {
    code: "person-type",
    severity: "error",
    about: "The person's name, email, phone or address is said to come from a question of another type.",
    example: { right: "person: { address: address }", wrong: "person: { address: card }" },
    find: foreignParts,
  },
];

function* unknownParts(outline: Outline): Iterable<Found> {
  for (const [part, node] of outline.person) {
    if (outline.asked.has(node.value)) continue;
    const meant = closest(node.value, [...outline.asked.keys()].slice(0, 300));
    const fix = meant === undefined ? "Name a question of the flow." : `Did you mean ${meant}?`;
    yield { at: node, message: `The person's ${part} comes from ${node.value}, which is not asked.`, fix };
  }
}

function* foreignParts(outline: Outline): Iterable<Found> {
  for (const [part, node] of outline.person) {
    const type = outline.questions.get(node.value)?.question.type;
    if (type === undefined || type === part) continue;
    const message = `The person's ${part} comes from ${node.value}, which is of type ${type}.`;
    yield { at: node, message, fix: `Name a question of type ${part}.` };
  }
}
