import type { Key, LevelName, Shape } from "../key.ts";
import { LEVELS } from "../keys.ts";
import { levelOf } from "../structure.ts";
import type { Entry, ListNode, MapNode, Node, TextNode } from "../yaml/node.ts";
import { switchAt } from "../yaml/read.ts";

/** A text of a definition that people read. */
export interface Told {
  readonly node: TextNode;
  /** The name of the question, outcome, stage or message that it stands in; empty where it stands in none. */
  readonly where: string;
  /** False where it is well without a translation: words that people search for. */
  readonly needed: boolean;
}

/** What to make of the texts of a tree, and of its groups; each gives back what is to stand there. */
export interface Walker {
  text(told: Told): TextNode;
  group?(level: LevelName, node: MapNode, where: string, inner: () => MapNode): MapNode;
}

interface Spot {
  readonly where: string;
  readonly needed: boolean;
}

/**
 * Walks all texts that people read, in the order of the file, and gives the tree with what the walker made of them. Which texts these are is
 * read off the table of keys: all of them, but for those that say who reads them.
 */
export function walkTexts(root: MapNode, level: LevelName, walker: Walker): MapNode {
  return group(root, level, walker, { where: "", needed: true });
}

function group(node: MapNode, level: LevelName, walker: Walker, spot: Spot): MapNode {
  // What officers record is theirs to read, unless the person sees it too.
  if (level === "asked" && switchAt(node, "public") !== true) return node;
  const keys: Readonly<Record<string, Key>> = LEVELS[level];
  const inner = () =>
    rebuilt(node, (entry, id) => {
      const key = Object.hasOwn(keys, id) ? keys[id] : undefined;
      if (key === undefined || key.readBy === "officers") return entry.value;
      return value(entry.value, key.shape, walker, key.readBy === "searches" ? { ...spot, needed: false } : spot);
    });
  return walker.group?.(level, node, spot.where, inner) ?? inner();
}

function value(node: Node, shape: Shape, walker: Walker, spot: Spot): Node {
  switch (shape.kind) {
    case "line":
    case "paragraphs":
      return node.kind === "text" ? walker.text({ node, ...spot }) : node;
    case "list":
      return node.kind === "list" ? rebuiltList(node, (item) => value(item, shape.of, walker, spot)) : node;
    case "map":
      return node.kind === "map" ? rebuilt(node, (entry, id) => value(entry.value, shape.of, walker, named(spot, shape.of, id))) : node;
    case "level":
      return node.kind === "map" ? group(node, shape.level, walker, spot) : node;
    case "either":
      return either(node, shape, walker, spot);
    default:
      return node;
  }
}

function either(node: Node, shape: Shape & { kind: "either" }, walker: Walker, spot: Spot): Node {
  if (node.kind === "text" && shape.text !== undefined) return value(node, shape.text, walker, spot);
  if (node.kind === "list" && shape.list !== undefined) return value(node, shape.list, walker, spot);
  const level = node.kind === "map" ? levelOf(node, shape.levels ?? []) : undefined;
  return node.kind === "map" && level !== undefined ? group(node, level, walker, spot) : node;
}

/** The names of options are no place of their own; those of questions, outcomes, stages and messages are. */
function named(spot: Spot, of: Shape, id: string): Spot {
  return of.kind === "level" || of.kind === "either" ? { ...spot, where: id } : spot;
}

/** The same group where nothing in it becomes another: who only looks at the texts makes no new tree. */
function rebuilt(node: MapNode, of: (entry: Entry, id: string) => Node): MapNode {
  let entries: Map<string, Entry> | undefined;
  for (const [id, entry] of node.entries) {
    const value = of(entry, id);
    if (value !== entry.value) (entries ??= new Map(node.entries)).set(id, { key: entry.key, value });
  }
  return entries === undefined ? node : { ...node, entries };
}

function rebuiltList(node: ListNode, of: (item: Node) => Node): ListNode {
  const items = node.items.map(of);
  return items.every((item, at) => item === node.items[at]) ? node : { ...node, items };
}
