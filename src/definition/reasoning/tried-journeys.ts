import type { Answer, AnswerType, Question } from "../../answers/answer-type.ts";
import type { Value } from "../../rules/value.ts";
import type { FlowItem, Outline } from "../outline.ts";
import type { TextNode } from "../yaml/node.ts";

/** An answer with what rules see of it. */
export interface Tried {
  readonly question: Question;
  readonly answer: Answer;
  readonly value: Value;
  /** In words; made only for who tells of it. */
  says(): string;
}

/** Stands in for today: a check does not depend on the day it is run. */
const ANY_DAY = "2025-01-15";
const FAR = 999_999_999;
const NUMBERS = /(?<![\w."])\d+(?:\.\d+)?(?![\w."])/g;
const MOST_STEPS = 600;
const MOST_ANSWERS = 12;

/** The questions that are behind what a rule reads: its own, and those of the facts among them. */
export function questionsBehind(outline: Outline, reads: readonly string[]): readonly string[] {
  const behind = new Set(reads);
  for (const id of behind) {
    const node = outline.questions.get(id)?.fact?.rule;
    const rule = node && outline.rules.get(node);
    for (const name of rule?.reads ?? []) behind.add(name);
  }
  return [...behind].filter((id) => outline.questions.get(id)?.fact === undefined);
}

/** Journeys to the end of the flow, with the answers that `reads` names varied one by one and at their ends together. */
export function* triedJourneys(outline: Outline, reads: readonly string[], near: string): Generator<ReadonlyMap<string, Tried>> {
  const budget = { left: MOST_STEPS };
  const rules = new Set([...outline.rules.values()].flatMap((rule) => rule.reads));
  const answers = new Map<string, Iterable<Tried>>();
  for (const id of outline.questions.keys()) if (rules.has(id)) answers.set(id, asAskedFor(answersTo(id, outline, near)));
  for (const fixed of variations(reads, answers)) {
    const chosen = new Map<string, Tried>();
    if (comesToEnd(outline.flow, { outline, fixed, answers, chosen, facts: { today: ANY_DAY }, budget })) yield chosen;
  }
}

const NOBODY: readonly Tried[] = [];

/** Goes on with the source only as far as somebody has come, and remembers what it gave: most journeys take the first answer. */
function asAskedFor<T>(source: Iterator<T>): Iterable<T> {
  const known: T[] = [];
  return {
    *[Symbol.iterator]() {
      for (let at = 0; ; at++) {
        const next = at < known.length ? undefined : source.next();
        if (next?.done === true) return;
        if (next !== undefined) known.push(next.value);
        const one = known[at];
        if (one !== undefined) yield one;
      }
    },
  };
}

function* variations(reads: readonly string[], answers: ReadonlyMap<string, Iterable<Tried>>): Generator<ReadonlyMap<string, Tried>> {
  yield new Map();
  for (const id of reads) for (const one of answers.get(id) ?? []) yield new Map([[id, one]]);
  // The least and the greatest of several together.
  const several = reads.slice(0, 4).map((id) => [id, endsOf([...(answers.get(id) ?? [])])] as const);
  if (several.length < 2) return;
  for (let mask = 0; mask < 2 ** several.length; mask++) {
    const ends = several.map(([id, both], at) => [id, both[(mask >> at) % 2]] as const);
    yield new Map(ends.flatMap(([id, one]) => (one === undefined ? [] : [[id, one] as const])));
  }
}

function endsOf(tried: readonly Tried[]): readonly (Tried | undefined)[] {
  const numbers = tried.filter(({ value }) => typeof value === "number" || typeof value === "string");
  const sorted = numbers.toSorted((one, other) => ((one.value ?? 0) < (other.value ?? 0) ? -1 : 1));
  return sorted.length === 0 ? [tried[0], tried.at(-1)] : [sorted[0], sorted.at(-1)];
}

function* answersTo(id: string, outline: Outline, near: string): Generator<Tried> {
  const source = outline.questions.get(id);
  const type = source?.type;
  if (source === undefined || type === undefined) return;
  const { question } = source;
  const own = type.examples(question, ANY_DAY);
  const given = [...own, ...numbersFor(question, near, own), ...(question.optional ? [null] : [])];
  for (const answer of given.slice(-MOST_ANSWERS)) yield* triedAs(answer, question, type);
}

/** Numbers that the rule speaks of, and those that only a question without limits takes. */
function numbersFor(question: Question, near: string, own: readonly Answer[]): readonly Answer[] {
  if (question.type !== "number" && question.type !== "money") return [];
  const scale = question.type === "money" ? 100 : 1;
  const spoken = [...near.matchAll(NUMBERS)].slice(0, 4).flatMap(([digits]) => [Number(digits), Number(digits) + 1]);
  const numbers = new Set([...spoken, -1, FAR].map((number) => Math.round(number * scale)));
  return [...numbers].filter((number) => !own.includes(number));
}

function triedAs(answer: Answer, question: Question, type: AnswerType): readonly Tried[] {
  if (answer === null) return [{ question, answer, value: null, says: () => "not answered" }];
  if (!type.accept(question, answer, "", { today: ANY_DAY, files: [] }).ok) return [];
  return [{ question, answer, value: type.value(question, answer), says: () => type.text(question, answer) }];
}

interface Walking {
  readonly outline: Outline;
  /** Answers of this journey that are settled before it begins. */
  readonly fixed: ReadonlyMap<string, Tried>;
  readonly answers: ReadonlyMap<string, Iterable<Tried>>;
  readonly chosen: Map<string, Tried>;
  readonly facts: Record<string, Value>;
  readonly budget: { left: number };
}

/** Whether answers are found with which a journey comes to the end of the items; then they are chosen. */
function comesToEnd(items: readonly FlowItem[], walking: Walking): boolean {
  return follow(items, 0, walking, () => true);
}

function follow(items: readonly FlowItem[], at: number, walking: Walking, then: () => boolean): boolean {
  walking.budget.left -= 1;
  const item = items[at];
  if (walking.budget.left <= 0) return false;
  if (item === undefined) return then();
  const next = (): boolean => follow(items, at + 1, walking, then);
  if (item.when !== undefined && !isSo(item.when, walking)) return next();
  if (item.kind === "stop") return false;
  if (item.kind === "branch" || item.kind === "section") return follow(item.items, 0, walking, next);
  return answered(item.names, walking, () => item.musts.every((must) => isSo(must.rule, walking)) && next());
}

function answered(names: readonly TextNode[], walking: Walking, then: () => boolean, at = 0): boolean {
  const id = names[at]?.value;
  if (id === undefined) return then();
  let met = false;
  for (const choice of statedAs(id, walking) ?? choicesOf(id, walking)) {
    met = true;
    walking.chosen.set(id, choice);
    walking.facts[id] = choice.value;
    if (answered(names, walking, then, at + 1)) return true;
  }
  if (!met) return answered(names, walking, then, at + 1);
  walking.chosen.delete(id);
  delete walking.facts[id];
  return false;
}

function choicesOf(id: string, { fixed, answers }: Walking): Iterable<Tried> {
  const one = fixed.get(id);
  return one === undefined ? (answers.get(id) ?? NOBODY) : [one];
}

/** A fact is worked out where the journey comes to it. */
function statedAs(id: string, { outline, facts }: Walking): readonly Tried[] | undefined {
  const source = outline.questions.get(id);
  if (source?.fact === undefined) return undefined;
  const rule = source.fact.rule && outline.rules.get(source.fact.rule);
  if (rule === undefined) return NOBODY;
  const value = rule.run(facts);
  return [{ question: source.question, answer: null, value, says: () => "" }];
}

function isSo(node: TextNode, { outline, facts }: Walking): boolean {
  const rule = outline.rules.get(node);
  if (rule === undefined) return false;
  return rule.run(facts) === true;
}
