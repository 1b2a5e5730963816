import type { FlowItem, Outline, ScreenItem, SectionItem } from "./outline.ts";
import type { TextNode } from "./yaml/node.ts";

/** The sections whose answers a section's rules read, in the order of the flow: a rule sees only what is asked before it. */
export function needsOf(section: SectionItem, outline: Outline): readonly string[] {
  const read = new Set([...rulesOf([section], outline)].flatMap((node) => outline.rules.get(node)?.reads ?? []));
  return outline.flow.flatMap((item) =>
    item.kind === "section" && item !== section && namesIn(item.items).some((name) => read.has(name)) ? [item.key.value] : [],
  );
}

/** Every rule that must be run to walk these items, and to tell the outcomes that they stop at. */
function* rulesOf(items: readonly FlowItem[], outline: Outline): Iterable<TextNode> {
  for (const item of items) {
    if (item.when !== undefined) yield item.when;
    if (item.kind === "screen") yield* rulesOfScreen(item, outline);
    else if (item.kind === "stop") for (const { value } of outline.figures.get(item.outcome.value) ?? []) yield value;
    else yield* rulesOf(item.items, outline);
  }
}

function* rulesOfScreen({ names, musts }: ScreenItem, { questions }: Outline): Iterable<TextNode> {
  for (const { value } of names) {
    const fact = questions.get(value)?.fact?.rule;
    if (fact !== undefined) yield fact;
  }
  for (const { rule } of musts) yield rule;
}

function namesIn(items: readonly FlowItem[]): readonly string[] {
  return items.flatMap((item): readonly string[] => {
    if (item.kind === "screen") return item.names.map(({ value }) => value);
    return item.kind === "stop" ? [] : namesIn(item.items);
  });
}
