import type { FlowItem, Outline } from "../outline.ts";
import type { TextNode } from "../yaml/node.ts";
import type { Boxes } from "../../rules/boxes.ts";
import { boxesOf } from "../../rules/boxes.ts";
import { missed } from "../../rules/box-sets.ts";
import type { Rule } from "../../rules/rule.ts";

/** A rule of the flow with the cases in which it holds and those in which it does not. */
export interface Judged {
  readonly rule: Rule;
  readonly holds: Boxes;
  readonly fails: Boxes;
  /** Its place among the rules of the flow, from 0. */
  readonly order: number;
}

/** The rules of a flow, and until which of them each part and each question matters. */
export interface Uses {
  readonly judged: ReadonlyMap<TextNode, Judged>;
  readonly lastOf: ReadonlyMap<string, number>;
}

export function usesOf(outline: Outline): Uses {
  const judged = new Map<TextNode, Judged>();
  const lastOf = new Map<string, number>();
  for (const node of rulesOf(outline.flow)) {
    const rule = outline.rules.get(node);
    if (rule === undefined) continue;
    const known = judged.get(node);
    const order = judged.size;
    const one = known ?? judgedOf(rule, order);
    judged.set(node, one);
    // A fragment that is taken in twice brings a rule again; what it looks at matters until then.
    const last = known === undefined ? order : Number.POSITIVE_INFINITY;
    for (const name of rule.reads) lastOf.set(name, last);
    for (const boxes of [one.holds, one.fails]) for (const box of boxes ?? []) for (const key of box.keys()) lastOf.set(key, last);
  }
  return { judged, lastOf };
}

function judgedOf(rule: Rule, order: number): Judged {
  const holds = boxesOf(rule);
  return { rule, holds, fails: missed(holds), order };
}

function* rulesOf(items: readonly FlowItem[]): Iterable<TextNode> {
  for (const item of items) {
    if (item.when !== undefined) yield item.when;
    if (item.kind === "branch" || item.kind === "section") yield* rulesOf(item.items);
    if (item.kind === "screen") for (const must of item.musts) yield must.rule;
  }
}
