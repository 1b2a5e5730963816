import type { QuestionSource, StageSource } from "./outline.ts";
import type { TextNode } from "./yaml/node.ts";
import { ruleAt } from "./read-flow.ts";

type Stages = ReadonlyMap<string, StageSource>;

/** Everything that actions ask of officers, in the order of the file. A name may stand there more than once. */
export function everyAsked(stages: Stages): readonly QuestionSource[] {
  return [...stages.values()].flatMap(({ actions }) => [...actions.values()].flatMap(({ asks }) => [...asks.values()]));
}

/** What rules know of what officers record: by name, the first of each. */
export function recordedIn(stages: Stages): ReadonlyMap<string, QuestionSource> {
  return new Map(
    everyAsked(stages)
      .toReversed()
      .map((source) => [source.question.id, source]),
  );
}

/** The rules by which actions are offered. */
export function whensIn(stages: Stages): readonly TextNode[] {
  return [...stages.values()].flatMap(({ actions }) => [...actions.values()].flatMap(({ node }) => ruleAt(node, "when") ?? []));
}
