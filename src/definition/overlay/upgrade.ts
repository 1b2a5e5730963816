import { quoted } from "../diff/change.ts";
import type { Entry, MapNode, Node } from "../yaml/node.ts";
import type { Conflict, Found } from "./conflict.ts";
import { isEdits } from "./flow-edits.ts";
import { upgradeEdits } from "./upgrade-flow.ts";
import { isTakenOut, sameNode } from "./merge-maps.ts";

export interface Upgrade {
  readonly conflicts: readonly Conflict[];
  /** Paths of what the shelf says by itself now. */
  readonly needless: readonly string[];
}

/** Compares an overlay with what the shelf has changed under it, from one version to another. Pure. */
export function compareThree(overlay: MapNode, before: MapNode, after: MapNode): Upgrade {
  const found: Found = { conflicts: [], needless: [] };
  const flow = overlay.entries.get("flow");
  const edited = flow !== undefined && isEdits(flow.value);
  const rest = [...overlay.entries].filter(([id]) => id !== "extends" && !(edited && id === "flow"));
  compare({ ...overlay, entries: new Map(rest) }, before, after, [], found);
  if (edited && isEdits(flow.value)) upgradeEdits(flow.value, before, after, found);
  return found;
}

function compare(over: MapNode, before: MapNode | undefined, after: MapNode | undefined, path: readonly string[], found: Found): void {
  for (const [id, entry] of over.entries) {
    const [was, is] = [before?.entries.get(id)?.value, after?.entries.get(id)?.value];
    const here = [...path, id];
    if (entry.value.kind === "map" && is?.kind === "map") compare(entry.value, was?.kind === "map" ? was : undefined, is, here, found);
    else compareOne(entry, was, is, here.join("."), found);
  }
}

function compareOne(entry: Entry, was: Node | undefined, is: Node | undefined, path: string, found: Found): void {
  const gone = isTakenOut(entry.value);
  if (gone ? is === undefined : sameNode(entry.value, is)) found.needless.push(path);
  else if (!sameNode(was, is)) found.conflicts.push({ path, at: entry.key, words: inWords(entry.value, was, is, gone) });
}

function inWords(own: Node, was: Node | undefined, is: Node | undefined, gone: boolean): string {
  const shelf =
    was === undefined
      ? `the shelf adds ${told(is)}`
      : `the shelf had ${told(was)} and ${is === undefined ? "takes it out" : `now has ${told(is)}`}`;
  return `${shelf}; yours ${gone ? "takes it out" : `says ${told(own)}`}.`;
}

/** A value as it is written, on one line. */
export function told(node: Node | undefined): string {
  if (node === undefined) return "nothing";
  return quoted(node.kind === "text" ? node.value : node.file.text.slice(node.from, node.to));
}
