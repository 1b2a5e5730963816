import type { ListNode, MapNode, Node } from "../yaml/node.ts";
import { parseYaml } from "../yaml/parse-yaml.ts";
import { textNodeAt } from "../yaml/read.ts";
import { plain } from "./merge-maps.ts";

/** An overlay's text over another version, or the path that could not be taken out of it, which a person has to do. */
export type Rewriting = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly path: string };

/** The text of an overlay with another base and without what stands at some paths; comments, order and layout stay. */
export function rewrite(text: string, base: string, paths: readonly string[]): Rewriting {
  let now = text;
  // From the end, so that the numbers of a flow's edits still hold.
  for (const path of paths.toSorted(lastFirst)) {
    const cut = cutOut(now, path.split("."));
    if (cut === undefined) return { ok: false, path };
    now = cut;
  }
  const named = textNodeAt(rootOf(now), "extends");
  if (named === undefined) return { ok: false, path: "extends" };
  return { ok: true, text: now.slice(0, named.from) + base + now.slice(named.to) };
}

function lastFirst(one: string, other: string): number {
  return other.localeCompare(one, "en", { numeric: true });
}

function rootOf(text: string): MapNode | undefined {
  const { root } = parseYaml({ name: "overlay.yaml", text });
  return root?.kind === "map" ? root : undefined;
}

/** Undefined where the text cannot be cut so that everything else stays what it was: it is read again to make sure. */
function cutOut(text: string, path: readonly string[]): string | undefined {
  const root = rootOf(text);
  const wanted = root && lessPath(root, path);
  const place = root && placeOf(root, path);
  if (wanted === undefined || place === undefined) return undefined;
  const cut = place.inBrackets ? cutInBrackets(text, place) : cutLines(text, place);
  return JSON.stringify(plain(rootOf(cut))) === JSON.stringify(plain(wanted)) ? cut : undefined;
}

interface Cut {
  readonly from: number;
  readonly to: number;
  readonly inBrackets: boolean;
}

/** Where what is taken out stands: a group that is left empty goes with it. */
function placeOf(root: MapNode, path: readonly string[]): Cut | undefined {
  let holder: Node = root;
  let place: Cut | undefined;
  for (const key of path) {
    const part = partOf(holder, key);
    if (part === undefined) return undefined;
    const inBrackets = /^[{[]/.test(holder.file.text.slice(holder.from));
    if (place === undefined || part.many) place = { from: part.from, to: part.value.to, inBrackets };
    holder = part.value;
  }
  return place;
}

interface Part {
  readonly value: Node;
  readonly from: number;
  /** Whether others stand beside it. */
  readonly many: boolean;
}

function partOf(holder: Node, key: string): Part | undefined {
  if (holder.kind === "list") {
    const value = holder.items[Number(key) - 1];
    return value && { value, from: value.from, many: holder.items.length > 1 };
  }
  const entry = holder.kind === "map" ? holder.entries.get(key) : undefined;
  return entry && holder.kind === "map" ? { value: entry.value, from: entry.key.from, many: holder.entries.size > 1 } : undefined;
}

/** Whole lines, with the dash of an item. */
function cutLines(text: string, { from, to }: Cut): string {
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const last = text.slice(from, to).trimEnd().length + from;
  const end = text.indexOf("\n", last);
  return text.slice(0, start) + (end === -1 ? "" : text.slice(end + 1));
}

/** With the comma after it or, of the last, before it. */
function cutInBrackets(text: string, { from, to }: Cut): string {
  const after = /^\s*,\s*/.exec(text.slice(to))?.[0].length ?? 0;
  const before = after === 0 ? (/,\s*$/.exec(text.slice(0, from))?.[0].length ?? 0) : 0;
  return text.slice(0, from - before) + text.slice(to + after);
}

/** The tree without what stands at a path. */
function lessPath(node: MapNode, path: readonly string[]): MapNode | undefined {
  const [key, ...rest] = path;
  const entry = key === undefined ? undefined : node.entries.get(key);
  if (key === undefined || entry === undefined) return undefined;
  const left = rest.length === 0 ? undefined : lessPart(entry.value, rest);
  const entries = new Map(node.entries);
  if (left === undefined) entries.delete(key);
  else entries.set(key, { ...entry, value: left });
  return { ...node, entries };
}

function lessPart(node: Node, path: readonly string[]): Node | undefined {
  if (node.kind === "map") {
    const left = lessPath(node, path);
    return left === undefined || left.entries.size === 0 ? undefined : left;
  }
  if (node.kind !== "list") return undefined;
  const left: ListNode = { ...node, items: node.items.toSpliced(Number(path[0]) - 1, 1) };
  return left.items.length === 0 ? undefined : left;
}
