import type { CST } from "yaml";
import type { Note, SourceFile } from "./node.ts";
import { sentenceFor } from "./yaml-sentences.ts";

/** Levels of lists and groups inside each other. The deepest place of the language (a branch's screen's must in a fragment) is 12. */
export const DEEPEST = 24;

type Collection = CST.BlockMap | CST.BlockSequence | CST.FlowCollection;

interface Pending {
  readonly token: Collection;
  readonly depth: number;
}

interface Walk {
  readonly file: SourceFile;
  readonly notes: Note[];
  readonly pending: Pending[];
}

/**
 * Refuses, before any value is built, what a definition never needs and what makes YAML dangerous: anchors, aliases, tags,
 * directives, several documents, and nesting beyond `DEEPEST`. It walks with its own stack, so no depth can exhaust the program's.
 */
export function inspectTokens(file: SourceFile, tokens: readonly CST.Token[]): readonly Note[] {
  const walk: Walk = { file, notes: [], pending: [] };
  const documents = tokens.filter((token) => token.type === "document");
  for (const token of tokens) if (token.type === "directive") refuse(walk, token, { code: "yaml-syntax", ...sentenceFor("BAD_DIRECTIVE") });
  const [, second] = documents;
  if (second !== undefined) refuse(walk, second, SECOND);
  for (const document of documents) look(walk, document.start, document.value, 0);
  for (let next = walk.pending.pop(); next !== undefined; next = walk.pending.pop()) {
    if (next.depth > DEEPEST) return [tooDeep(file, next.token.offset)];
    for (const item of next.token.items) lookAtItem(walk, item, next.depth);
  }
  return walk.notes.toSorted((a, b) => a.at.from - b.at.from);
}

const SECOND = {
  code: "yaml-documents",
  message: "The file holds more than one document.",
  fix: "Put each service in a file of its own.",
};

function lookAtItem(walk: Walk, item: CST.CollectionItem, depth: number): void {
  look(walk, item.start, item.key, depth);
  look(walk, item.sep, item.value, depth);
}

/** A key or a value with what stands before it. */
function look(walk: Walk, before: readonly CST.SourceToken[] | undefined, token: CST.Token | null | undefined, depth: number): void {
  if (before !== undefined) for (const mark of before) if (mark.type === "anchor" || mark.type === "tag") refuse(walk, mark, property());
  if (token === null || token === undefined) return;
  if (token.type === "alias") refuse(walk, token, property());
  else if (token.type === "block-map" || token.type === "block-seq" || token.type === "flow-collection")
    walk.pending.push({ token, depth: depth + 1 });
}

function property(): Omit<Note, "at"> {
  return { code: "yaml-alias", ...sentenceFor("BAD_ALIAS") };
}

function refuse({ file, notes }: Walk, token: CST.Token, said: Omit<Note, "at">): void {
  const length = "source" in token ? token.source.length : 1;
  notes.push({ ...said, at: { file, from: token.offset, to: token.offset + length } });
}

/** The note for lists and groups that stand too deep inside each other. */
export function tooDeep(file: SourceFile, from: number): Note {
  return {
    code: "yaml-too-deep",
    at: { file, from, to: from + 1 },
    message: `Lists and groups stand more than ${DEEPEST} deep inside each other.`,
    fix: "Close the brackets, or write it flatter.",
  };
}
