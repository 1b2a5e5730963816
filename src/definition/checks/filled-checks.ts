import { closest } from "../../rules/closest.ts";
import { NEVER_FILLED, PARTS, sourceIn } from "../filled-from.ts";
import type { Outline } from "../outline.ts";
import type { Entry, TextNode } from "../yaml/node.ts";
import { entriesAt } from "../yaml/read.ts";
import type { Check, Found } from "./check.ts";
import { everyItem } from "./look.ts";

const SOUND = "filled_from: { address: used_at }";

/** Questions that are filled in at first. */
export const FILLED_CHECKS: readonly Check[] = [
  {
    code: "filled-unknown",
    severity: "error",
    about: "A question that is filled in at first, or what it is filled in from, is not in the flow.",
    example: { right: SOUND, wrong: "filled_from: { address: used_att }" },
    find: (outline) => perEntry(outline, unknownNames),
  },
  {
    code: "filled-later",
    severity: "error",
    about: "A question is filled in from an answer that is asked with it or after it.",
    example: { right: SOUND, wrong: "filled_from: { used_at: address }" },
    find: (outline) => perEntry(outline, laterSources),
  },
  {
    code: "filled-type",
    severity: "error",
    about:
      "A question is filled in from an answer of another type, or is of a type that nobody can fill in for a person, such as a signature.",
    example: { right: SOUND, wrong: "filled_from: { address: tool }" },
    find: (outline) => perEntry(outline, otherTypes),
  },
];

function* perEntry(outline: Outline, find: (outline: Outline, key: TextNode, value: TextNode) => Iterable<Found>): Iterable<Found> {
  for (const { key, value } of entriesAt(outline.root, "filled_from").values() satisfies Iterable<Entry>) {
    if (value.kind === "text") yield* find(outline, key, value);
  }
}

function* unknownNames({ asked, questions }: Outline, key: TextNode, value: TextNode): Iterable<Found> {
  const { from } = sourceIn(value.value);
  const names = [...asked.keys()].slice(0, 300);
  if (!asked.has(key.value) || questions.get(key.value)?.fact !== undefined) yield missing(key, key.value, "asked", names);
  if (!asked.has(from)) yield missing(value, from, "asked or stated", names);
}

function missing(at: TextNode, name: string, what: string, names: readonly string[]): Found {
  const meant = closest(name, names);
  const fix = meant === undefined ? "Name one of the flow." : `Did you mean ${meant}?`;
  return { at, message: `There is no ${name} that is ${what} in the flow.`, fix };
}

function* laterSources(outline: Outline, key: TextNode, value: TextNode): Iterable<Found> {
  const { from } = sourceIn(value.value);
  const order = [...outline.asked.keys()];
  const [target, source] = [order.indexOf(key.value), order.indexOf(from)];
  if (target === -1 || source === -1) return;
  // A fact stands above the questions of its own screen.
  const isFact = outline.questions.get(from)?.fact !== undefined;
  const together = [...everyItem(outline.flow)].some(
    (item) => item.kind === "screen" && [key.value, from].every((name) => item.names.some((node) => node.value === name)),
  );
  if (source < target && (isFact || !together)) return;
  const message = `${key.value} is filled in from ${from}, which is not answered by then.`;
  yield { at: value, message, fix: "Name a question that is asked on a screen before." };
}

function* otherTypes({ questions }: Outline, key: TextNode, value: TextNode): Iterable<Found> {
  const { from, part } = sourceIn(value.value);
  const [target, source] = [questions.get(key.value)?.question.type, questions.get(from)?.question.type];
  if (target === undefined || source === undefined) return;
  if (NEVER_FILLED.has(target)) {
    const message = `${key.value} is of type ${target}, which the person has to give themselves.`;
    return yield { at: key, message, fix: "Take it out." };
  }
  const given = part === undefined ? source : PARTS[source]?.[part];
  if (given === target) return;
  const what = given === undefined ? `${from} has no part ${part} to fill in from` : `${value.value} is of type ${given}`;
  yield { at: value, message: `${key.value} is of type ${target}, and ${what}.`, fix: `Name an answer of type ${target}.` };
}
