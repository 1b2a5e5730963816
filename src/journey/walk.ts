import type { Answer, Answers } from "../answers/answer-type.ts";
import { answerType } from "../answers/answer-types.ts";
import { statedAnswer } from "../answers/stated.ts";
import type { Fact, Screen, Service, Step } from "../definition/service.ts";
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
  /** The facts on the way, those of the screen it stands at too, as they are now. */
  readonly stated: Answers;
  /** The live answers as rules see them, with `today`. */
  readonly facts: Readonly<Record<string, Value>>;
}

interface Pass {
  readonly answers: Answers;
  readonly answered: Screen[];
  readonly live: Record<string, Answer>;
  readonly stated: Record<string, Answer>;
  readonly facts: Record<string, Value>;
  readonly seeing: Seeing;
}

/** `shown`: a screen that states a fact is passed once the fact has been shown as it stands now. `all`: facts are taken as they come. */
export type Seeing = "shown" | "all";

/**
 * Walks the flow from its start and stops at the first screen that is not answered, or at an outcome. Later answers are
 * invisible to earlier guards, since a guard sees only what the walk has passed. `today` is YYYY-MM-DD. A fact that has become another
 * since it was shown stops the walk where it is stated, so that nobody sends what they have not seen.
 */
export function walk(service: Service, answers: Answers, today: string, seeing: Seeing = "shown"): Walk {
  const pass: Pass = { answers, answered: [], live: {}, stated: {}, facts: { today }, seeing };
  const at = walkSteps(service.flow, pass) ?? { kind: "check" };
  return { answered: pass.answered, at, live: pass.live, stated: pass.stated, facts: pass.facts };
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
  const seen = screen.facts.map((fact) => state(fact, pass)).every(Boolean);
  for (const question of screen.questions) {
    const answer = pass.answers[question.id];
    if (answer === undefined) return false;
    pass.live[question.id] = answer;
    pass.facts[question.id] = answer === null ? null : answerType(question).value(question, answer);
  }
  return seen && screen.musts.every((must) => holds(must.rule, pass.facts));
}

/** Works a fact out and brings it into sight; false when what was shown is not what it is now. */
function state({ question, rule }: Fact, pass: Pass): boolean {
  const answer = statedAnswer(question, rule.run(pass.facts));
  pass.stated[question.id] = answer;
  pass.live[question.id] = answer;
  pass.facts[question.id] = answer === null ? null : answerType(question).value(question, answer);
  return pass.seeing === "all" || pass.answers[question.id] === answer;
}
