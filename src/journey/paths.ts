import type { Answer, Answers, Question } from "../answers/answer-type.ts";
import type { Screen, Service } from "../definition/service.ts";
import type { Rule } from "../rules/rule.ts";
import { factsIn, rulesIn } from "./boundaries.ts";
import { endingOf } from "./ending.ts";
import type { Ending } from "./ending.ts";
import { examplesOf } from "./examples.ts";
import type { Examples } from "./examples.ts";
import { walk } from "./walk.ts";
import type { Walk } from "./walk.ts";

/** One distinct way through a flow: the screens in order and the ending, with the plainest answers that lead along it. */
export interface Path {
  readonly screens: readonly string[];
  readonly end: Ending;
  readonly answers: Answers;
}

export interface Paths {
  readonly paths: readonly Path[];
  /** Distinct paths that were found and are not among `paths`, since there are more than were wanted. */
  readonly leftOut: number;
  /** Answers to a screen that were not followed, since the bound of walks was met: paths may lie behind them. */
  readonly notFollowed: number;
}

export interface Bounds {
  /** Paths to give. */
  readonly paths: number;
  /** Walks of the flow to spend. */
  readonly walks: number;
}

export const BOUNDS: Bounds = { paths: 200, walks: 20_000 };

/**
 * Every distinct path through a service within the bounds. Answers that no rule looks at are not told apart; of those that a rule looks at,
 * choices are taken one by one, numbers and dates at the boundaries of the rules. Journeys that have passed the same screens and for which
 * the rules have come to the same are followed once. Deterministic and pure.
 */
export function pathsOf(service: Service, today: string, bounds: Bounds = BOUNDS): Paths {
  const search = searchOf(service, today, bounds.walks);
  const seen = new Set<string>();
  const paths: Path[] = [];
  for (const path of explore({}, search)) {
    const name = JSON.stringify([path.screens, path.end]);
    if (seen.has(name)) continue;
    seen.add(name);
    if (paths.length < bounds.paths) paths.push(path);
  }
  return { paths, leftOut: seen.size - paths.length, notFollowed: search.notFollowed };
}

/** The rules that decide where a journey goes and how its case is ranked. */
export function turningRules(service: Service): readonly Rule[] {
  const { priority } = service.case;
  return priority === undefined ? rulesIn(service.flow) : [...rulesIn(service.flow), priority];
}

/** What each rule came to on a walk; a rule over questions that are not answered has come to nothing yet. */
export function turnsOf(rules: readonly Rule[], { facts }: Walk): readonly string[] {
  return rules.map((rule, index) => {
    const decided = rule.reads.every((name) => facts[name] !== undefined);
    return decided ? `${index}=${JSON.stringify(rule.run(facts))}` : "";
  });
}

interface Search {
  readonly service: Service;
  readonly today: string;
  readonly rules: readonly Rule[];
  /** The questions that the rules look at, also by way of facts. */
  readonly read: ReadonlySet<string>;
  readonly examples: Examples;
  readonly seen: Set<string>;
  walks: number;
  notFollowed: number;
}

function searchOf(service: Service, today: string, walks: number): Search {
  const rules = turningRules(service);
  const read = behind(
    service,
    rules.flatMap(({ reads }) => reads),
  );
  return { service, today, rules, read, examples: examplesOf(service, today), seen: new Set(), walks, notFollowed: 0 };
}

/** Names that rules read, with all that the facts among them are worked out from. */
function behind(service: Service, names: Iterable<string>): ReadonlySet<string> {
  const all = new Set(names);
  // Facts stand after what they are worked out from, so one look from the last to the first finds all of it.
  for (const { question, rule } of factsIn(service).toReversed()) if (all.has(question.id)) for (const name of rule.reads) all.add(name);
  return all;
}

function* explore(answers: Answers, search: Search): Generator<Path> {
  const here = walk(search.service, answers, search.today, "all");
  const end = endingOf(search.service, here);
  if (end !== undefined) yield { screens: here.answered.map(({ id }) => id), end, answers: here.live };
  if (here.at.kind !== "screen") return;
  const choices = here.at.screen.questions.map((question) => tried(question, search));
  let left = choices.reduce((count, { length }) => count * length, 1);
  for (const given of combinations(here.at.screen, choices)) {
    if (search.walks <= 0) break;
    left -= 1;
    search.walks -= 1;
    const next = { ...answers, ...given };
    if (isNew(next, here.at.screen, search)) yield* explore(next, search);
  }
  search.notFollowed += left;
}

/** A question that no rule reads leads everywhere alike: one answer stands for all. */
function tried(question: Question, { read, examples }: Search): readonly Answer[] {
  const all = examples(question);
  return read.has(question.id) ? all : all.slice(0, 1);
}

function* combinations({ questions }: Screen, choices: readonly (readonly Answer[])[], from = 0): Generator<Record<string, Answer>> {
  const question = questions[from];
  if (question === undefined) return yield {};
  for (const answer of choices[from] ?? []) {
    for (const rest of combinations({ id: "", questions, facts: [], musts: [] }, choices, from + 1))
      yield { [question.id]: answer, ...rest };
  }
}

/** Whether answers lead past the screen, and to a state that no others have led to. */
function isNew(answers: Answers, screen: Screen, search: Search): boolean {
  const there = walk(search.service, answers, search.today, "all");
  if (there.at.kind === "screen" && there.at.screen.id === screen.id) return false;
  const state = stateOf(there, search);
  if (search.seen.has(state)) return false;
  search.seen.add(state);
  return true;
}

/** What may still tell two journeys apart: the screens passed, what the rules came to, and the answers that undecided rules will look at. */
function stateOf(there: Walk, { rules, service }: Search): string {
  const turns = turnsOf(rules, there);
  const waiting = behind(
    service,
    rules.flatMap(({ reads }, index) => (turns[index] === "" ? reads : [])),
  );
  const pending = [...waiting].toSorted().map((name) => [name, there.facts[name] ?? null, there.facts[name] === undefined]);
  return JSON.stringify([there.answered.map(({ id }) => id), there.at.kind, turns, pending]);
}
