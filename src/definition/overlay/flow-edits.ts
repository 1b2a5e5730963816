import { FLOW_EDITS } from "../keys-overlay.ts";
import type { ListNode, MapNode, Node, Note, TextNode } from "../yaml/node.ts";
import { nodeAt, textNodeAt } from "../yaml/read.ts";
import { changeNamed, isNamed, without } from "./flow-names.ts";

/** Whether a flow in an overlay changes that of the base, rather than standing in its place. */
export function isEdits(flow: Node): flow is ListNode {
  return flow.kind === "list" && flow.items.some((item) => item.kind === "map" && FLOW_EDITS.some((edit) => item.entries.has(edit)));
}

/** Applies an overlay's edits one after another; one that finds nothing to hold on to is noted and left out. */
export function editFlow(base: ListNode, edits: ListNode, notes: Note[]): ListNode {
  let flow = base;
  for (const edit of edits.items) if (edit.kind === "map") flow = apply(flow, edit, notes);
  return { ...edits, items: flow.items };
}

function apply(flow: ListNode, edit: MapNode, notes: Note[]): ListNode {
  const added = nodeAt(edit, "add");
  if (added !== undefined) return beside(flow, edit, added, notes);
  const [moved, removed, replaced] = [textNodeAt(edit, "move"), textNodeAt(edit, "remove"), textNodeAt(edit, "replace")];
  if (moved !== undefined) return move(flow, edit, moved, notes);
  if (removed !== undefined) return changed(flow, removed, (item) => without(item, removed.value), notes);
  const instead = nodeAt(edit, "with");
  return replaced === undefined || instead === undefined ? flow : changed(flow, replaced, () => [instead], notes);
}

function changed(flow: ListNode, name: TextNode, change: (item: Node) => readonly Node[], notes: Note[]): ListNode {
  const edited = changeNamed(flow, name.value, change);
  if (edited === undefined) notes.push(notThere(name));
  return edited ?? flow;
}

/** Puts an item after or before the one that the edit names. */
function beside(flow: ListNode, edit: MapNode, added: Node, notes: Note[]): ListNode {
  const [after, before] = [textNodeAt(edit, "after"), textNodeAt(edit, "before")];
  const name = after ?? before;
  if (name === undefined || (after !== undefined && before !== undefined)) {
    const fix = "Write after: or before: with the name of a question, a fragment or an outcome of the flow.";
    notes.push({ code: "overlay-place", at: edit, message: "The edit does not say after or before what it goes.", fix });
    return flow;
  }
  return changed(flow, name, (item) => (after === undefined ? [added, item] : [item, added]), notes);
}

function move(flow: ListNode, edit: MapNode, name: TextNode, notes: Note[]): ListNode {
  let taken: Node = name;
  const rest = changeNamed(flow, name.value, (item) => {
    const left = without(item, name.value);
    // Asked together with others it is moved by itself; alone, with the rule over it.
    if (left.length === 0) taken = item;
    return left;
  });
  if (rest === undefined) {
    notes.push(notThere(name));
    return flow;
  }
  const anchor = textNodeAt(edit, "after") ?? textNodeAt(edit, "before");
  if (anchor !== undefined && !isNamed(rest, anchor.value)) {
    notes.push(notThere(anchor));
    return flow;
  }
  return beside(rest, edit, taken, notes);
}

function notThere(name: TextNode): Note {
  const fix = "Name a question, a fragment or an outcome that the flow has. show lists them.";
  return { code: "overlay-place", at: name, message: `The flow that this lies over has no ${name.value}.`, fix };
}

/** A flow without questions that the overlay takes out, wherever they are asked. */
export function withoutQuestions(flow: ListNode, names: readonly string[]): ListNode {
  let left = flow;
  for (const name of names) {
    for (let next: ListNode | undefined = left; next !== undefined; next = changeNamed(left, name, (item) => without(item, name)))
      left = next;
  }
  return left;
}
