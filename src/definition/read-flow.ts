import type { BranchItem, FlowItem, MustSource, ScreenItem, SectionItem, StopItem } from "./outline.ts";
import { present } from "./present.ts";
import type { MapNode, Node, TextNode } from "./yaml/node.ts";
import { nodeAt, textAt, textNodeAt, textNodesOf } from "./yaml/read.ts";

/** Gives the items of a shared fragment's flow where a name is one, and undefined where it is a question. */
export type Expand = (name: TextNode) => readonly FlowItem[] | undefined;

/** The items of a flow, with fragments taken in where they are named. Items of no known form are left out. */
export function readFlow(node: Node | undefined, expand: Expand): readonly FlowItem[] {
  return node?.kind === "list" ? node.items.flatMap((item) => readItem(item, expand)) : [];
}

function readItem(node: Node, expand: Expand): readonly FlowItem[] {
  if (node.kind === "text") return expand(node) ?? [screenOf(node, [node])];
  if (node.kind === "list") return node.items.length === 0 ? [] : [screenOf(node, textNodesOf(node))];
  return node.kind === "map" ? readMap(node, expand) : [];
}

function screenOf(at: Node, names: readonly TextNode[], when?: TextNode): ScreenItem {
  return present<ScreenItem>({ kind: "screen", at, names, title: undefined, musts: [], when });
}

function readMap(node: MapNode, expand: Expand): readonly FlowItem[] {
  if (node.entries.has("screen")) return titledScreen(node);
  if (node.entries.has("stop")) return stopOf(node);
  if (node.entries.has("section")) return sectionOf(node, readFlow(nodeAt(node, "asks"), expand));
  if (node.entries.has("then")) return branchOf(node, readFlow(nodeAt(node, "then"), expand));
  return askOf(node, expand);
}

function titledScreen(node: MapNode): readonly ScreenItem[] {
  const names = textNodesOf(nodeAt(node, "screen"));
  if (names.length === 0) return [];
  const item = { kind: "screen", at: node, names, title: textAt(node, "title"), musts: mustsOf(node), when: ruleAt(node, "when") } as const;
  return [present<ScreenItem>(item)];
}

function mustsOf(node: MapNode): readonly MustSource[] {
  const musts = nodeAt(node, "must");
  return musts?.kind === "list" ? musts.items.flatMap((item) => (item.kind === "map" ? mustOf(item) : [])) : [];
}

function mustOf(node: MapNode): readonly MustSource[] {
  const [rule, at, say] = [ruleAt(node, "rule"), textNodeAt(node, "at"), textAt(node, "say")];
  return rule === undefined || at === undefined || say === undefined ? [] : [{ rule, at, say }];
}

function stopOf(node: MapNode): readonly StopItem[] {
  const outcome = textNodeAt(node, "stop");
  return outcome === undefined ? [] : [present<StopItem>({ kind: "stop", at: node, outcome, when: ruleAt(node, "when") })];
}

function sectionOf(node: MapNode, items: readonly FlowItem[]): readonly SectionItem[] {
  const key = textNodeAt(node, "section");
  if (key === undefined) return [];
  const title = textAt(node, "title") ?? key.value;
  return [present<SectionItem>({ kind: "section", at: node, key, title, items, when: ruleAt(node, "when") })];
}

function branchOf(node: MapNode, items: readonly FlowItem[]): readonly FlowItem[] {
  const when = ruleAt(node, "when");
  const branch = (rule: TextNode): BranchItem => ({ kind: "branch", at: node, when: rule, items });
  return when === undefined ? items : [branch(when)];
}

function askOf(node: MapNode, expand: Expand): readonly FlowItem[] {
  const asked = nodeAt(node, "ask");
  const items = asked?.kind === "text" ? expand(asked) : undefined;
  if (items !== undefined) return branchOf(node, items);
  const names = textNodesOf(asked);
  return names.length === 0 ? [] : [screenOf(node, names, ruleAt(node, "when"))];
}

/** A rule's text. A lone number or `true` is a rule too, though YAML reads it as something else. */
export function ruleAt(map: MapNode, key: string): TextNode | undefined {
  const node = nodeAt(map, key);
  if (node?.kind === "text") return node;
  if (node?.kind !== "number" && node?.kind !== "switch") return undefined;
  const { file, from, to } = node;
  return { kind: "text", file, from, to, value: file.text.slice(from, to), style: "plain" };
}
