import { closest } from "../../rules/closest.ts";
import type { Outline } from "../outline.ts";
import { textNodeAt } from "../yaml/read.ts";
import type { Check, Found } from "./check.ts";

/** Who the person is. */
export const PERSON_CHECKS: readonly Check[] = [
  {
    code: "person-unknown",
    severity: "error",
    about: "The person's name, email, phone, address or date of birth is said to come from a question that the flow does not ask.",
    example: { right: "person: { address: address }", wrong: "person: { address: adress }" },
    find: unknownParts,
  },
  {
    code: "person-type",
    severity: "error",
    about: "The person's name, email, phone, address or date of birth is said to come from a question of another type.",
    example: { right: "person: { address: address }", wrong: "person: { address: card }" },
    find: foreignParts,
  },
  {
    code: "identity-too-little",
    severity: "error",
    about: "An officer is to be strongly sure who somebody is, and the person is known by too little to ask for three things.",
    example: {
      right: "identity: strong\nperson: { name: name, address: address }",
      wrong: "identity: strong\nperson: { name: name }",
    },
    find: tooLittle,
  },
];

/** The reference is always there to be asked for, and two more are needed. */
function* tooLittle(outline: Outline): Iterable<Found> {
  const at = textNodeAt(outline.root, "identity");
  if (at?.value !== "strong" || outline.person.size >= 2) return;
  const message = "Who somebody is cannot be checked strongly: the definition names too little of the person.";
  yield { at, message, fix: "Name two or more questions under person, such as name and address." };
}

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
    const wanted = part === "born" ? "date" : part;
    if (type === undefined || type === wanted) continue;
    const message = `The person's ${part} comes from ${node.value}, which is of type ${type}.`;
    yield { at: node, message, fix: `Name a question of type ${wanted}.` };
  }
}
