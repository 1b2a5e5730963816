import type { Entry, MapNode, Node, TextNode } from "./node.ts";

/*
 * Tolerant readers: a value of the wrong shape reads as absent, because the structural check has reported it already and the
 * other checks should still run on the rest of the file.
 */

const NO_ENTRIES: ReadonlyMap<string, Entry> = new Map();

export function nodeAt(map: MapNode | undefined, key: string): Node | undefined {
  return map?.entries.get(key)?.value;
}

export function mapAt(map: MapNode | undefined, key: string): MapNode | undefined {
  const node = nodeAt(map, key);
  return node?.kind === "map" ? node : undefined;
}

export function entriesAt(map: MapNode | undefined, key: string): ReadonlyMap<string, Entry> {
  return mapAt(map, key)?.entries ?? NO_ENTRIES;
}

export function textNodeAt(map: MapNode | undefined, key: string): TextNode | undefined {
  const node = nodeAt(map, key);
  return node?.kind === "text" ? node : undefined;
}

export function textAt(map: MapNode | undefined, key: string): string | undefined {
  return textNodeAt(map, key)?.value.trim();
}

export function numberAt(map: MapNode | undefined, key: string): number | undefined {
  const node = nodeAt(map, key);
  return node?.kind === "number" && Number.isFinite(node.value) ? node.value : undefined;
}

export function switchAt(map: MapNode | undefined, key: string): boolean | undefined {
  const node = nodeAt(map, key);
  return node?.kind === "switch" ? node.value : undefined;
}

/** One text, or a list of them. */
export function textNodesOf(node: Node | undefined): readonly TextNode[] {
  if (node?.kind === "text") return [node];
  return node?.kind === "list" ? node.items.filter((item) => item.kind === "text") : [];
}

export function textsAt(map: MapNode | undefined, key: string): readonly string[] {
  return textNodesOf(nodeAt(map, key)).map((node) => node.value.trim());
}

/** Code to text, in the order of the file. */
export function textMapAt(map: MapNode | undefined, key: string): Readonly<Record<string, string>> | undefined {
  const found = mapAt(map, key);
  if (found === undefined) return undefined;
  const pairs = [...found.entries].flatMap(([id, entry]) => (entry.value.kind === "text" ? [[id, entry.value.value.trim()] as const] : []));
  return Object.fromEntries(pairs);
}
