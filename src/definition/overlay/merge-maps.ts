import type { Entry, MapNode, Node, Note } from "../yaml/node.ts";

/** Whether a value takes out what it stands for: `null` is written, since a key with nothing after it is more often a slip. */
export function isTakenOut(node: Node): boolean {
  return node.kind === "nothing" && /^(null|~)$/i.test(node.file.text.slice(node.from, node.to));
}

/**
 * A group of the base with an overlay's laid over it: keys are set, taken out with null, and added at the end; groups that both have are
 * merged in the same way. Every node keeps the place it was written at; a merged group has the overlay's, since a base is sound by itself.
 */
export function mergeMaps(base: MapNode, over: MapNode, notes: Note[]): MapNode {
  const entries = new Map(base.entries);
  for (const [id, entry] of over.entries) {
    const former = base.entries.get(id);
    if (isTakenOut(entry.value)) takeOut(entries, id, entry, notes);
    else entries.set(id, former === undefined ? entry : mergeEntries(former, entry, notes));
  }
  return { ...over, entries };
}

function mergeEntries(former: Entry, entry: Entry, notes: Note[]): Entry {
  if (former.value.kind === "map" && entry.value.kind === "map")
    return { key: entry.key, value: mergeMaps(former.value, entry.value, notes) };
  if (sameNode(former.value, entry.value)) {
    const message = `The service that this lies over says the same of ${entry.key.value}.`;
    notes.push({ code: "overlay-same", at: entry.key, message, fix: "Take it out: then what the shelf changes later comes through." });
  }
  return entry;
}

function takeOut(entries: Map<string, Entry>, id: string, { key }: Entry, notes: Note[]): void {
  if (entries.delete(id)) return;
  const message = `The service that this lies over has no ${id} to take out.`;
  notes.push({ code: "overlay-nothing", at: key, message, fix: "Take the line out of the overlay." });
}

/** Whether two values say the same, wherever and however they are written. The order of keys counts: people see options in it. */
export function sameNode(one: Node | undefined, other: Node | undefined): boolean {
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other));
}

/** A node as plain data. Groups are lists of pairs, so that their order is kept. */
export function plain(node: Node | undefined): unknown {
  if (node === undefined) return undefined;
  switch (node.kind) {
    case "nothing":
      return null;
    case "list":
      return node.items.map(plain);
    case "map":
      return { pairs: [...node.entries].map(([id, { value }]) => [id, plain(value)]) };
    case "text":
      return node.value.trim();
    default:
      return node.value;
  }
}
