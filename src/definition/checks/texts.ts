import { LONGEST_TEXT } from "../key.ts";
import { oncePerOutline } from "../once-per-outline.ts";
import type { Outline } from "../outline.ts";
import type { MapNode, TextNode } from "../yaml/node.ts";
import { mapAt, nodeAt, textNodeAt, textNodesOf } from "../yaml/read.ts";
import { entriesOf, everyQuestion } from "./look.ts";

/** Texts that a person reads as one: a question with its hint, an outcome with its title. The first says where. */
export type ReadTogether = readonly [TextNode, ...TextNode[]];

/** All that the definition tells people, in the order of its keys. */
export const everyText = oncePerOutline((outline): readonly ReadTogether[] => [...textsOf(outline)]);

function* textsOf(outline: Outline): Iterable<ReadTogether> {
  const { root } = outline;
  yield* alone(root, ["summary"]);
  yield* each(root, ["declaration"]);
  yield* startTexts(mapAt(root, "start"));
  for (const { node } of everyQuestion(outline)) {
    yield* together(node, ["ask", "hint"]);
    yield* alone(node, ["declare"]);
    for (const { value } of entriesOf(node, "option_hints")) if (value.kind === "text" && fits(value)) yield [value];
  }
  for (const { node } of outline.outcomes.values()) {
    yield* together(node, ["title", "body"]);
    yield* each(node, ["bring", "next"]);
  }
  for (const { node } of outline.stages.values()) yield* together(node, ["says", "next"]);
  for (const { node } of outline.messages.values()) if (node !== undefined) yield* together(node, ["subject", "body"]);
}

function* startTexts(start: MapNode | undefined): Iterable<ReadTogether> {
  if (start === undefined) return;
  yield* each(start, ["who", "need"]);
  yield* alone(start, ["cost", "takes", "body"]);
}

/** One text, or each of a list. */
function* each(node: MapNode, keys: readonly string[]): Iterable<ReadTogether> {
  for (const key of keys) for (const text of textNodesOf(nodeAt(node, key)).filter(fits)) yield [text];
}

function* alone(node: MapNode, keys: readonly string[]): Iterable<ReadTogether> {
  for (const key of keys) yield* together(node, [key]);
}

function* together(node: MapNode, keys: readonly string[]): Iterable<ReadTogether> {
  const [first, ...rest] = keys.flatMap((key) => textNodeAt(node, key) ?? []).filter(fits);
  if (first !== undefined) yield [first, ...rest];
}

/** One that is too long for its key is reported as that, and nobody looks at its words. */
function fits({ value }: TextNode): boolean {
  return value.length <= LONGEST_TEXT;
}
