import type { ListNode, MapNode, Node } from "../yaml/node.ts";
import { nodeAt, textNodesOf } from "../yaml/read.ts";

/** What an item of a flow asks or stops at: the names by which an overlay finds it. Those inside a branch are not its own. */
export function namesOf(item: Node): readonly string[] {
  if (item.kind !== "map") return textNodesOf(item).map(({ value }) => value);
  return (["screen", "ask", "stop"] as const).flatMap((key) => textNodesOf(nodeAt(item, key)).map(({ value }) => value));
}

/** Whether a name stands anywhere in a flow. */
export function isNamed(flow: ListNode, name: string): boolean {
  return flow.items.some((item) => namesOf(item).includes(name) || innerOf(item).some((inner) => isNamed(inner, name)));
}

/** The flow of a branch. */
function innerOf(item: Node): readonly ListNode[] {
  const inner = item.kind === "map" ? nodeAt(item, "then") : undefined;
  return inner?.kind === "list" ? [inner] : [];
}

/** What an item becomes where it is found: nothing, itself with others around it, or something else. */
type Change = (item: Node) => readonly Node[];

/** Changes the first item with a name, at any depth; undefined where there is none. */
export function changeNamed(flow: ListNode, name: string, change: Change): ListNode | undefined {
  for (const [index, item] of flow.items.entries()) {
    const instead = namesOf(item).includes(name) ? change(item) : changeInside(item, name, change);
    if (instead !== undefined) return { ...flow, items: flow.items.toSpliced(index, 1, ...instead) };
  }
  return undefined;
}

/** A branch that is left without items goes too. */
function changeInside(item: Node, name: string, change: Change): readonly Node[] | undefined {
  const [inner] = innerOf(item);
  const changed = inner && changeNamed(inner, name, change);
  if (changed === undefined || item.kind !== "map") return undefined;
  return changed.items.length === 0 ? [] : [withValue(item, "then", changed)];
}

/** An item without one of the names it asks together; nothing where it is the only one. */
export function without(item: Node, name: string): readonly Node[] {
  if (item.kind === "list") {
    const items = item.items.filter((one) => one.kind !== "text" || one.value !== name);
    return items.length === 0 ? [] : [{ ...item, items }];
  }
  if (item.kind !== "map") return [];
  for (const key of ["screen", "ask"]) {
    const asked = nodeAt(item, key);
    const [left] = asked?.kind === "list" ? without(asked, name) : [];
    if (left !== undefined) return [withValue(item, key, left)];
  }
  return [];
}

function withValue(map: MapNode, key: string, value: Node): MapNode {
  const entry = map.entries.get(key);
  return entry === undefined ? map : { ...map, entries: new Map(map.entries).set(key, { ...entry, value }) };
}
