import { Composer, isMap, isScalar, isSeq } from "yaml";
import type { CST, Document, Pair, ParsedNode, Scalar } from "yaml";
import { inspectTokens, tooDeep } from "./inspect-tokens.ts";
import type { Entry, MapNode, Node, Note, Place, SourceFile, TextNode } from "./node.ts";
import { readPlainYaml } from "./plain-yaml.ts";
import { MOST_PARTS, readTokens } from "./read-tokens.ts";
import { sentenceFor } from "./yaml-sentences.ts";

/** Characters. A long service is 10 KB. */
export const LONGEST_FILE = 200_000;
/** Bytes of a file that are worth reading: one that is longer is too long. */
export const MOST_BYTES = 4 * LONGEST_FILE + 4;
/** After this many, the rest of what a broken file brings up says nothing new. */
const MOST_NOTES = 10;

export interface ParsedYaml {
  /** Absent when the file can't be read at all. */
  readonly root?: Node;
  readonly notes: readonly Note[];
}

/** Reads YAML 1.2 without anchors, aliases, tags, merge keys, directives or several documents. Never throws, whatever the text. */
export function parseYaml(file: SourceFile): ParsedYaml {
  const root = readPlainYaml(file);
  return root === undefined ? parseByLibrary(file) : { root, notes: [] };
}

/** The same by the `yaml` library alone, which reads all of YAML and says what is wrong. */
export function parseByLibrary(file: SourceFile): ParsedYaml {
  if (file.text.length > LONGEST_FILE) return { notes: [tooLarge(file, `more than ${LONGEST_FILE} characters; no more`)] };
  const reading = readTokens(file.text);
  if (reading.stopped === "parts") return { notes: [tooLarge(file, `more than ${MOST_PARTS} words and signs; no more`)] };
  if (reading.stopped === "depth") return { notes: [tooDeep(file, reading.at)] };
  const refused = inspectTokens(file, reading.tokens);
  if (refused.length > 0) return { notes: refused.slice(0, MOST_NOTES) };
  return composed(file, reading.tokens);
}

function composed(file: SourceFile, tokens: readonly CST.Token[]): ParsedYaml {
  const options = { uniqueKeys: false, prettyErrors: false, merge: false, version: "1.2" } as const;
  const [document] = new Composer(options).compose(tokens, true, file.text.length);
  if (document === undefined) return { notes: [] };
  if (document.errors.length > 0) return { notes: syntaxNotes(file, document) };
  const notes: Note[] = [];
  return { root: nodeOf(file, document.contents, { file, from: 0, to: 0 }, notes), notes };
}

function syntaxNotes(file: SourceFile, document: Document.Parsed): readonly Note[] {
  return document.errors.slice(0, MOST_NOTES).map((error) => {
    const from = Math.min(error.pos[0], file.text.length);
    return { code: "yaml-syntax", at: { file, from, to: Math.max(from, error.pos[1]) }, ...sentenceFor(error.code) };
  });
}

function tooLarge(file: SourceFile, size: string): Note {
  const fix = "Split the service, or move questions into a shared fragment.";
  return { code: "yaml-too-large", at: { file, from: 0, to: 0 }, message: `The file has ${size} are read.`, fix };
}

/** Depth is bounded by `readTokens` and `inspectTokens`, so recursion is safe. */
function nodeOf(file: SourceFile, node: ParsedNode | null, otherwise: Place, notes: Note[]): Node {
  if (node === null) return { kind: "nothing", file, from: otherwise.from, to: otherwise.to };
  const at: Place = { file, from: node.range[0], to: node.range[1] };
  if (isMap(node)) return mapOf(at, node.items, notes);
  if (isSeq(node)) return { kind: "list", ...at, items: node.items.map((item) => nodeOf(file, item, at, notes)) };
  if (isScalar(node)) return scalarOf(at, node);
  return { kind: "nothing", ...at };
}

function scalarOf(at: Place, node: Scalar): Node {
  const value = node.value;
  if (typeof value === "string") return { kind: "text", ...at, value, style: styleOf(node) };
  if (typeof value === "number") return { kind: "number", ...at, value };
  if (typeof value === "boolean") return { kind: "switch", ...at, value };
  return { kind: "nothing", ...at };
}

function styleOf(node: Scalar): TextNode["style"] {
  switch (node.type) {
    case "QUOTE_SINGLE":
      return "single";
    case "QUOTE_DOUBLE":
      return "double";
    case "BLOCK_LITERAL":
    case "BLOCK_FOLDED":
      return "block";
    default:
      return "plain";
  }
}

function mapOf(at: Place, pairs: readonly Pair<ParsedNode, ParsedNode | null>[], notes: Note[]): MapNode {
  const entries = new Map<string, Entry>();
  for (const pair of pairs) {
    const key = nodeOf(at.file, pair.key, at, notes);
    if (key.kind !== "text") notes.push(keyNotText(key));
    else if (entries.has(key.value)) notes.push(keyTwice(key));
    else entries.set(key.value, { key, value: nodeOf(at.file, pair.value, key, notes) });
  }
  return { kind: "map", ...at, entries };
}

function keyNotText(key: Node): Note {
  return { code: "yaml-key", at: key, message: "A key must be a word.", fix: "Start the key with a letter, or put it in quotes." };
}

function keyTwice(key: TextNode): Note {
  return {
    code: "key-duplicate",
    at: key,
    message: `The key ${key.value} is here twice; only one can count.`,
    fix: "Take one of them out.",
  };
}
