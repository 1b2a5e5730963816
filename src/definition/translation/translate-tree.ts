import type { LevelName } from "../key.ts";
import { LANGUAGE_KEY } from "../language-key.ts";
import type { Entry, MapNode, TextNode } from "../yaml/node.ts";
import { textAt } from "../yaml/read.ts";
import type { Dictionary } from "./dictionary.ts";
import { translatedText } from "./segments.ts";
import { walkTexts } from "./walk-texts.ts";

/** Each of these is shown in one language as a whole. */
const WHOLE: ReadonlySet<LevelName> = new Set(["question", "asked", "fact", "outcome", "stage", "message"]);

export interface Translated {
  readonly root: MapNode;
  /** Whether every text outside questions, outcomes, stages and messages has its Welsh. */
  readonly complete: boolean;
}

/**
 * The tree of a definition or of a fragment with its texts in Welsh. A question, an outcome, a stage or a message of which a text has no Welsh
 * stays in English as a whole, so that nobody reads a hint in another language than its question.
 */
export function translateTree(root: MapNode, level: "service" | "fragment", dictionary: Dictionary): Translated {
  const outside = { gaps: 0 };
  let inside = outside;
  const translated = walkTexts(root, level, {
    text: ({ node, where, needed }) => {
      const welsh = translatedText(node.value, (segment) => dictionary.find(segment, where)?.welsh.value);
      if (welsh === undefined && needed) inside.gaps += 1;
      return welsh === undefined ? node : { ...node, value: welsh };
    },
    group: (name, node, where, inner) => {
      if (!WHOLE.has(name)) return inner();
      if (inside !== outside) return marked(inner(), where, dictionary);
      inside = { gaps: 0 };
      const made = inner();
      const whole = inside.gaps === 0;
      inside = outside;
      return whole ? marked(made, where, dictionary) : node;
    },
  });
  return { root: translated, complete: outside.gaps === 0 };
}

function marked(node: MapNode, where: string, dictionary: Dictionary): MapNode {
  const entries = new Map(node.entries);
  const add = (id: string, value: string) => entries.set(id, entryAt(node, id, value));
  add(LANGUAGE_KEY, "cy");
  if (textAt(node, "type") !== "yes-no") return { ...node, entries };
  for (const word of ["Yes", "No"]) {
    const welsh = dictionary.find(word, where)?.welsh.value;
    if (welsh !== undefined) add(word, welsh);
  }
  return { ...node, entries };
}

function entryAt({ file, from }: MapNode, id: string, value: string): Entry {
  const text = (words: string): TextNode => ({ kind: "text", file, from, to: from, value: words, style: "plain" });
  return { key: text(id), value: text(value) };
}
