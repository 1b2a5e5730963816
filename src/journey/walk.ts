import type { Answer, Answers } from "../answers/answer-type.ts";
import { answerType } from "../answers/answer-types.ts";
import { statedAnswer } from "../answers/stated.ts";
import type { Fact, Screen, Section, Service, Step } from "../definition/service.ts";
import { holds } from "../rules/compile-rule.ts";
import type { Rule } from "../rules/rule.ts";
import type { Value } from "../rules/value.ts";

/** Where a journey stands: the next screen to answer, an outcome that ends it, or all answered and ready to check. */
export type Standing =
  | { readonly kind: "screen"; readonly screen: Screen }
  | { readonly kind: "outcome"; readonly outcome: string }
  | { readonly kind: "check" };

/** How far a section of a long application has come. */
export type SectionStatus = "not-started" | "in-progress" | "completed" | "cannot-start";

export interface SectionWalk {
  readonly section: Section;
  readonly status: SectionStatus;
  /** Its screens that are answered, in order. */
  readonly answered: readonly Screen[];
  /** Its first screen that is not answered; absent where it is completed or cannot be started. */
  readonly next?: Screen;
}

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
  /** The sections that there are under these answers, once the walk has come to them; those in which nothing is asked are left out. */
  readonly sections: readonly SectionWalk[];
}

interface Pass {
  readonly answers: Answers;
  readonly answered: Screen[];
  readonly live: Record<string, Answer>;
  readonly stated: Record<string, Answer>;
  readonly facts: Record<string, Value>;
  readonly sections: SectionWalk[];
  /** The sections that hold up none that read their answers. */
  readonly settled: Set<string>;
  readonly seeing: Seeing;
}

/** `shown`: a screen that states a fact is passed once the fact has been shown as it stands now. `all`: facts are taken as they come. */
export type Seeing = "shown" | "all";

/**
 * Walks the flow from its start and stops at the first screen that is not answered, or at an outcome. Later answers are
 * invisible to earlier guards, since a guard sees only what the walk has passed. Of sections, each one that needs none of those that are not
 * completed is walked for itself; the walk stands at the first screen that any of them has open. `today` is YYYY-MM-DD. A fact that has become
 * another since it was shown stops the walk where it is stated, so that nobody sends what they have not seen.
 */
export function walk(service: Service, answers: Answers, today: string, seeing: Seeing = "shown"): Walk {
  const pass: Pass = { answers, answered: [], live: {}, stated: {}, facts: { today }, sections: [], settled: new Set(), seeing };
  const at = walkSteps(service.flow, pass) ?? { kind: "check" };
  const { answered, live, stated, facts, sections } = pass;
  return { answered, at, live, stated, facts, sections };
}

function walkSteps(steps: readonly Step[], pass: Pass): Standing | undefined {
  let open: Standing | undefined;
  for (const step of steps) {
    if (step.kind === "section") {
      const end = walkSection(step.section, step.when, pass);
      if (end?.kind === "outcome") return end;
      open ??= end;
      continue;
    }
    if (step.when !== undefined && !holds(step.when, pass.facts)) continue;
    const end = walkStep(step, pass);
    if (end !== undefined) return end;
  }
  return open;
}

/** Walks a section that can be started; gives where it stands unless it is completed, is not there, or has to wait. */
function walkSection(section: Section, when: Rule | undefined, pass: Pass): Standing | undefined {
  if (section.needs.some((id) => !pass.settled.has(id))) {
    pass.sections.push({ section, status: "cannot-start", answered: [] });
    return undefined;
  }
  const before = pass.answered.length;
  const end = when === undefined || holds(when, pass.facts) ? walkSteps(section.steps, pass) : undefined;
  const answered = pass.answered.slice(before);
  if (end === undefined) pass.settled.add(section.id);
  if (end?.kind === "screen") {
    pass.sections.push({ section, status: answered.length === 0 ? "not-started" : "in-progress", answered, next: end.screen });
  } else if (answered.length > 0) {
    pass.sections.push({ section, status: end === undefined ? "completed" : "in-progress", answered });
  }
  return end;
}

function walkStep(step: Exclude<Step, { kind: "section" }>, pass: Pass): Standing | undefined {
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
