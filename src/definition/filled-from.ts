import { FrozenMap } from "./frozen.ts";
import type { FilledFrom } from "./service.ts";
import type { MapNode } from "./yaml/node.ts";
import { textMapAt } from "./yaml/read.ts";

/** A question or a fact, or a part of an answer: `home`, `home.postcode`. */
export const SOURCE_FORM = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*(?:\.[a-z][a-z0-9]*)?$/;

/** What a definition says of questions that are filled in at first: by question, from where. */
export function filledFromOf(root: MapNode): ReadonlyMap<string, FilledFrom> {
  return new FrozenMap(Object.entries(textMapAt(root, "filled_from") ?? {}).map(([id, text]) => [id, sourceIn(text)] as const));
}

/** Reads the name of a source. */
export function sourceIn(text: string): FilledFrom {
  const [from = "", part] = text.split(".");
  return part === undefined ? { from } : { from, part };
}

/** Parts of answers from which a question can be filled in, by the type of the answer: the type that they fit. */
export const PARTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  address: { line1: "text", line2: "text", town: "text", postcode: "postcode" },
  name: { first: "text", last: "text" },
};

/** What nobody can say in a person's place, and what is not copied. */
export const NEVER_FILLED: ReadonlySet<string> = new Set(["files", "declaration", "signature", "group", "register"]);
