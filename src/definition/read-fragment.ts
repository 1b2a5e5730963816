import type { FlowItem, QuestionSource } from "./outline.ts";
import { readFlow } from "./read-flow.ts";
import { readAsked } from "./read-fact.ts";
import { checkStructure } from "./structure.ts";
import type { MapNode, Note, SourceFile, TextNode } from "./yaml/node.ts";
import { parseYaml } from "./yaml/parse-yaml.ts";
import { nodeAt, textNodeAt } from "./yaml/read.ts";

/** The shared fragments that a flow may name: by name. */
export type Fragments = ReadonlyMap<string, SourceFile>;

/** Questions that several services ask the same way, taken in where a flow names them. */
export interface Fragment {
  readonly file: SourceFile;
  readonly root: MapNode;
  readonly questions: readonly QuestionSource[];
  readonly flow: readonly FlowItem[];
}

interface Parsed {
  readonly fragment: Fragment;
  readonly notes: readonly Note[];
}

/** Most services take in the same fragments, and reading one depends on nothing but its file. */
const PARSED = new WeakMap<SourceFile, Parsed>();

/** Reads a fragment's file; what is wrong in it is added to `notes`. A fragment names no other fragment. */
export function parseFragment(file: SourceFile, name: string, notes: Note[]): Fragment {
  const { fragment, notes: found } = PARSED.get(file) ?? parse(file);
  const own = textNodeAt(fragment.root, "fragment");
  notes.push(...found, ...(own === undefined || own.value === name ? [] : [misnamed(own, name)]));
  return fragment;
}

function parse(file: SourceFile): Parsed {
  const { root: tree, notes: found } = parseYaml(file);
  const notes: Note[] = [...found];
  if (tree !== undefined) checkStructure(tree, "fragment", notes);
  const root = tree?.kind === "map" ? tree : empty(file);
  const parsed: Parsed = { fragment: fragmentOf(root, notes), notes };
  PARSED.set(file, parsed);
  return parsed;
}

/** A fragment from its tree. */
export function fragmentOf(root: MapNode, notes: Note[]): Fragment {
  return { file: root.file, root, questions: readAsked(root, notes), flow: readFlow(nodeAt(root, "flow"), () => undefined) };
}

function misnamed(own: TextNode, name: string): Note {
  const message = `The fragment says it is ${own.value}, but it is kept as ${name}.`;
  return { code: "fragment-name", at: own, message, fix: `Write fragment: ${name}, or rename the file.` };
}

function empty(file: SourceFile): MapNode {
  return { kind: "map", file, from: 0, to: 0, entries: new Map() };
}
