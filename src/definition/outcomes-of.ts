import { FrozenMap } from "./frozen.ts";
import { OUTCOME_KINDS } from "./keys-outcome.ts";
import { languageOf } from "./language-key.ts";
import type { FigureSource, Outline } from "./outline.ts";
import { present } from "./present.ts";
import type { Outcome, OutcomeFigure, OutcomeKind, Service } from "./service.ts";
import { ruleOf } from "./steps-of.ts";
import type { MapNode } from "./yaml/node.ts";
import { textAt, textsAt } from "./yaml/read.ts";

/** The endings that are no case, by id. Those that no stop leads to have no figures: nothing is in their sight. */
export function outcomesOf(outline: Outline): Service["outcomes"] {
  return new FrozenMap([...outline.outcomes].map(([id, { node }]) => [id, outcomeOf(id, node, outline)] as const));
}

function outcomeOf(id: string, node: MapNode, outline: Outline): Outcome {
  return present<Outcome>({
    id,
    kind: kindOf(textAt(node, "kind")),
    title: textAt(node, "title") ?? "",
    body: textAt(node, "body") ?? "",
    figures: (outline.figures.get(id) ?? []).filter(({ value }) => outline.rules.has(value)).map((source) => figureOf(source, outline)),
    bring: textsAt(node, "bring"),
    next: textsAt(node, "next"),
    links: textsAt(node, "links"),
    source: textAt(node, "source"),
    language: languageOf(node),
  });
}

function figureOf({ key, label, value, unit }: FigureSource, outline: Outline): OutcomeFigure {
  return present<OutcomeFigure>({ id: key.value, label, value: ruleOf(outline, value), unit });
}

function kindOf(text: string | undefined): OutcomeKind | undefined {
  // Safe: the keys of OUTCOME_KINDS are the kinds.
  return (Object.keys(OUTCOME_KINDS) as OutcomeKind[]).find((kind) => kind === text);
}
