import type { ListNode, MapNode, Node, TextNode } from "../yaml/node.ts";
import { nodeAt, textNodeAt } from "../yaml/read.ts";
import type { Conflict, Found } from "./conflict.ts";
import { changeNamed, isNamed, namesOf } from "./flow-names.ts";
import { editFlow } from "./flow-edits.ts";
import { sameNode } from "./merge-maps.ts";

const EMPTY: readonly Node[] = [];

/** Looks at each edit of a flow in turn: whether what it holds on to is still there, and is what it was. */
export function upgradeEdits(edits: ListNode, before: MapNode, after: MapNode, found: Found): void {
  let [was, is] = [flowOf(before, edits), flowOf(after, edits)];
  for (const [index, edit] of edits.items.entries()) {
    if (edit.kind !== "map") continue;
    const path = `flow.${index + 1}`;
    const wrong = [...lost(edit, is), ...twice(edit, was, is), ...altered(edit, was, is)];
    const gone = textNodeAt(edit, "remove");
    if (gone !== undefined && !isNamed(is, gone.value)) found.needless.push(path);
    else found.conflicts.push(...wrong.map((words): Conflict => ({ path, at: edit, words })));
    const one = { ...edits, items: [edit] };
    [was, is] = [editFlow(was, one, []), editFlow(is, one, [])];
  }
}

function flowOf(root: MapNode, edits: ListNode): ListNode {
  const flow = nodeAt(root, "flow");
  return flow?.kind === "list" ? flow : { ...edits, items: EMPTY };
}

function lost(edit: MapNode, is: ListNode): readonly string[] {
  return ["after", "before", "move", "replace"].flatMap((key) => {
    const name = textNodeAt(edit, key);
    if (name === undefined || isNamed(is, name.value)) return [];
    return [`the shelf’s flow has no ${name.value} any more; yours names it with ${key}.`];
  });
}

/** Asked by both: in the new version the shelf has put it in too. */
function twice(edit: MapNode, was: ListNode, is: ListNode): readonly string[] {
  const added = nodeAt(edit, "add");
  const names = added === undefined ? [] : namesOf(added);
  return names.flatMap((name) =>
    isNamed(is, name) && !isNamed(was, name) ? [`the shelf’s flow now has ${name} too; yours adds it.`] : [],
  );
}

/** What is taken out or replaced stands under another rule, or with other questions, than it did. */
function altered(edit: MapNode, was: ListNode, is: ListNode): readonly string[] {
  const name = textNodeAt(edit, "remove") ?? textNodeAt(edit, "replace");
  const [former, now] = [itemNamed(was, name), itemNamed(is, name)];
  if (name === undefined || former === undefined || now === undefined || sameNode(former, now)) return [];
  const does = edit.entries.has("remove") ? "takes it out" : "replaces it";
  return [`the shelf has changed how ${name.value} stands in the flow; yours ${does}.`];
}

function itemNamed(flow: ListNode, name: TextNode | undefined): Node | undefined {
  let found: Node | undefined;
  if (name !== undefined) {
    changeNamed(flow, name.value, (item) => {
      found = item;
      return [item];
    });
  }
  return found;
}
