import type { Answer, Answers } from "../answers/answer-type.ts";
import { answerType } from "../answers/answer-types.ts";
import type { Screen, Service, Step } from "../definition/service.ts";
import { holds } from "../rules/compile-rule.ts";
import type { Value } from "../rules/value.ts";

/** Where a journey stands: the next screen to answer, an outcome that ends it, or all answered and ready to check. */
export type Standing =
  | { readonly kind: "screen"; readonly screen: Screen }
  | { readonly kind: "outcome"; readonly outcome: string }
  | { readonly kind: "check" };

/** One walk through a flow under the answers given so far. */
export interface Walk {
  /** Screens on the path that are answered, in order. */
  readonly answered: readonly Screen[];
  readonly at: Standing;
  /** The answers on the path; those of a path no longer taken are absent. */
  readonly live: Answers;
  /** The live answers as rules see them, with `today`. */
  readonly facts: Readonly<Record<string, Value>>;
}

interface Pass {
  readonly answers: Answers;
  readonly answered: Screen[];
  readonly live: Record<string, Answer>;
  readonly facts: Record<string, Value>;
}

/**
 * Walks the flow from its start and stops at the first screen that is not answered, or at an outcome. Later answers are
 * invisible to earlier guards, since a guard sees only what the walk has passed. `today` is YYYY-MM-DD.
 */
export function walk(service: Service, answers: Answers, today: string): Walk {
  const pass: Pass = { answers, answered: [], live: {}, facts: { today } };
  const at = walkSteps(service.flow, pass) ?? { kind: "check" };
  return { answered: pass.answered, at, live: pass.live, facts: pass.facts };
}

function walkSteps(steps: readonly Step[], pass: Pass): Standing | undefined {
  for (const step of steps) {
    if (step.when !== undefined && !holds(step.when, pass.facts)) continue;
    const end = walkStep(step, pass);
    if (end !== undefined) return end;
  }
  return undefined;
}

function walkStep(step: Step, pass: Pass): Standing | undefined {
  if (step.kind === "stop") return { kind: "outcome", outcome: step.outcome };
  if (step.kind === "branch") return walkSteps(step.steps, pass);
  if (!take(step.screen, pass)) return { kind: "screen", screen: step.screen };
  pass.answered.push(step.screen);
  return undefined;
}

/** Takes a screen's answers into sight of the rules that follow; false when one is missing or two don't fit together. */
function take(screen: Screen, pass: Pass): boolean {
  for (const question of screen.questions) {
    const answer = pass.answers[question.id];
    if (answer === undefined) return false;
    pass.live[question.id] = answer;
    pass.facts[question.id] = answer === null ? null : answerType(question).value(question, answer);
  }
  return screen.musts.every((must) => holds(must.rule, pass.facts));
}
