import type { Answer, Answers } from "../answers/answer-type.ts";
import { answerType } from "../answers/answer-types.ts";
import { statedAnswer } from "../answers/stated.ts";
import type { Screen, Section, Service, Step } from "../definition/service.ts";
import { holds } from "../rules/compile-rule.ts";
import type { Value } from "../rules/value.ts";
import type { Walk } from "./walk.ts";

/** The desk's view of a journey: every screen that applies under what is known now, answered or not, in order. */
export interface Script {
  readonly screens: readonly Screen[];
  /** The title of each section, by the first of its screens. */
  readonly headings: ReadonlyMap<Screen, string>;
  /** The facts that can be stated so far, of all these screens. */
  readonly stated: Answers;
  /** An outcome that the answers lead to, if any; the screens after it don't apply. */
  readonly outcome?: string;
  /** The answers as rules see them. */
  readonly facts: Walk["facts"];
}

/**
 * The screens an officer asks on one page. A screen under a guard joins as soon as the guard holds; a guard over
 * answers not given yet does not hold, so the page grows as the conversation goes. A question on a way that is not taken is never
 * answered: guards read it as nothing, as on the web.
 */
export function script(service: Service, answers: Answers, today: string): Script {
  const screens: Screen[] = [];
  const facts: Record<string, Value> = { today };
  const headings = new Map<Screen, string>();
  const stated: Record<string, Answer> = {};
  const outcome = follow(service.flow, { answers, screens, headings, stated, facts, waiting: new Set() });
  return outcome === undefined ? { screens, headings, stated, facts } : { screens, headings, stated, outcome, facts };
}

interface Pass {
  readonly answers: Answers;
  readonly screens: Screen[];
  readonly headings: Map<Screen, string>;
  readonly stated: Record<string, Answer>;
  readonly facts: Record<string, Value>;
  /** Questions and facts that may yet be known. */
  readonly waiting: Set<string>;
}

function follow(steps: readonly Step[], pass: Pass): string | undefined {
  for (const step of steps) {
    if (step.when !== undefined && waits(step.when.reads, pass)) {
      wait(step, pass);
      continue;
    }
    if (step.when !== undefined && !holds(step.when, pass.facts)) continue;
    if (step.kind === "stop" && (step.when !== undefined || allAnswered(pass))) return step.outcome;
    if (step.kind === "stop") continue;
    if (step.kind === "screen") open(step.screen, pass);
    else {
      const outcome = step.kind === "branch" ? follow(step.steps, pass) : followSection(step.section, pass);
      if (outcome !== undefined) return outcome;
    }
  }
  return undefined;
}

function followSection({ title, steps }: Section, pass: Pass): string | undefined {
  const before = pass.screens.length;
  const outcome = follow(steps, pass);
  const first = pass.screens[before];
  if (first !== undefined) pass.headings.set(first, title);
  return outcome;
}

/** A stop that everybody comes to is come to once all before it is answered. */
function allAnswered({ screens, facts }: Pass): boolean {
  return screens.every(({ questions }) => questions.every(({ id }) => facts[id] !== undefined));
}

function open(screen: Screen, pass: Pass): void {
  pass.screens.push(screen);
  for (const { question, rule } of screen.facts) {
    if (waits(rule.reads, pass)) {
      pass.waiting.add(question.id);
      continue;
    }
    const answer = statedAnswer(question, rule.run(pass.facts));
    pass.stated[question.id] = answer;
    pass.facts[question.id] = answer === null ? null : answerType(question).value(question, answer);
  }
  for (const question of screen.questions) {
    const answer: Answer | undefined = pass.answers[question.id];
    if (answer === undefined) pass.waiting.add(question.id);
    else pass.facts[question.id] = answer === null ? null : answerType(question).value(question, answer);
  }
}

function waits(names: readonly string[], { waiting }: Pass): boolean {
  return names.some((name) => waiting.has(name));
}

/** What stands under a guard that is not known yet may yet be asked. */
function wait(step: Step, pass: Pass): void {
  const within = step.kind === "branch" ? step.steps : step.kind === "section" ? step.section.steps : [];
  for (const inner of within) wait(inner, pass);
  if (step.kind !== "screen") return;
  for (const { id } of step.screen.questions) pass.waiting.add(id);
  for (const { question } of step.screen.facts) pass.waiting.add(question.id);
}
