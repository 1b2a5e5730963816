import type { Language } from "../language/language.ts";
import type { MapNode } from "./yaml/node.ts";
import { textAt } from "./yaml/read.ts";

/** The key that says in a translated tree what is in Welsh. In a file it is an unknown key. */
export const LANGUAGE_KEY = "language";

/** The language of a question, an outcome, a stage or a message: as its tree says. */
export function languageOf(node: MapNode): Language | undefined {
  return textAt(node, LANGUAGE_KEY) === "cy" ? "cy" : undefined;
}
