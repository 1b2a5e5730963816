import { oncePerOutline } from "../once-per-outline.ts";
import type { FlowItem, Outline, QuestionSource } from "../outline.ts";
import type { Entry, MapNode, Place } from "../yaml/node.ts";
import { nodeAt } from "../yaml/read.ts";
import { everyAsked } from "../recorded.ts";

/** Every question of a definition, those inside groups and those of requests and actions too. Thirty checks go through them, and they are gathered once. */
export const everyQuestion = oncePerOutline(({ questions, requests, stages }) => {
  const asked = [...requests.values()].flatMap((request) => [...request.questions.values()]);
  return [...questions.values(), ...asked, ...everyAsked(stages)].flatMap(everyInside);
});

/** A question, and those inside it. */
export function everyInside(source: QuestionSource): readonly QuestionSource[] {
  return source.inner.length === 0 ? [source] : [source, ...source.inner.flatMap(everyInside)];
}

/** Every item of a flow, those under guards too. */
export function* everyItem(items: readonly FlowItem[]): Iterable<FlowItem> {
  for (const item of items) {
    yield item;
    if (item.kind === "branch" || item.kind === "section") yield* everyItem(item.items);
  }
}

/** Whether every journey ends in an outcome, so that there is never a case: the flow's last item is a stop without a rule. */
export function alwaysStops({ flow }: Outline): boolean {
  const last = flow.at(-1);
  return last?.kind === "stop" && last.when === undefined;
}

/** The place of a key's value, or of the group where the key is missing. */
export function nodeOr(node: MapNode, key: string): Place {
  return nodeAt(node, key) ?? node;
}

/** The entries of a map under a key, or none. */
export function entriesOf(node: MapNode, key: string): readonly Entry[] {
  const found = nodeAt(node, key);
  return found?.kind === "map" ? [...found.entries.values()] : [];
}
