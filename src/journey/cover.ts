import type { Answer, Answers, Question } from "../answers/answer-type.ts";
import { answerType } from "../answers/answer-types.ts";
import type { Service } from "../definition/service.ts";
import type { Standing } from "./walk.ts";
import { boundaryAnswers } from "./boundaries.ts";
import { walk } from "./walk.ts";

/** One concrete journey: its answers in the order asked, and where they lead. */
export interface CoveringJourney {
  readonly answers: Answers;
  readonly end: Exclude<Standing, { kind: "screen" }>;
}

/** Which example each question takes; the first where nothing is said. */
type Choices = ReadonlyMap<string, number>;

const MOST_TRIES = 2000;
const MOST_SCREENS = 500;

/**
 * A small set of journeys that together give every example answer of every question that can be reached, and every answer at a boundary of
 * a rule, and so take every side of every guard that one of them decides. Breadth first, within 2,000 tries; deterministic.
 */
export function coveringJourneys(service: Service, today: string): readonly CoveringJourney[] {
  return [...eachCoveringJourney(service, today)];
}

/** The same, one at a time, the plainest first: for those who need only a few. */
export function* eachCoveringJourney(service: Service, today: string): Generator<CoveringJourney> {
  const examples = examplesOf(service, today);
  const covered = new Set<string>();
  let found = 0;
  const queue: Choices[] = [new Map()];
  const queued = new Set<string>();
  const vary = (taken: readonly Taken[], choices: Choices): void => {
    for (const [name, others] of variations(taken, choices)) {
      if (queued.has(name)) continue;
      queued.add(name);
      queue.push(others);
    }
  };
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const choices = queue.shift();
    if (choices === undefined) break;
    const { taken, end, answers, stuck } = travel(service, choices, examples, today);
    // Two answers that don't fit together: others may.
    if (end === undefined) vary(stuck, choices);
    const fresh = taken.filter(({ name }) => !covered.has(name));
    if (end === undefined || (found > 0 && fresh.length === 0)) continue;
    for (const { name } of fresh) covered.add(name);
    found += 1;
    yield { answers, end };
    vary(taken, choices);
  }
}

type Examples = (question: Question) => readonly Answer[];

function examplesOf(service: Service, today: string): Examples {
  const known = new Map<string, readonly Answer[]>();
  return (question) => {
    const found = known.get(question.id);
    if (found !== undefined) return found;
    const given = [...answerType(question).examples(question, today), ...boundaryAnswers(service, question, today)];
    const all = question.optional ? [...given, null] : given;
    const distinct = [...new Map(all.map((answer) => [JSON.stringify(answer), answer])).values()];
    known.set(question.id, distinct);
    return distinct;
  };
}

interface Taken {
  /** `question:index` */
  readonly name: string;
  readonly question: string;
  readonly index: number;
  readonly of: number;
}

function variations(taken: readonly Taken[], choices: Choices): [name: string, Choices][] {
  return taken.flatMap(({ question, index, of }) =>
    Array.from({ length: of }, (_, other) => other)
      .filter((other) => other !== index)
      .map((other): [string, Choices] => {
        const others = new Map(choices).set(question, other);
        return [
          [...others]
            .map((choice) => choice.join(":"))
            .toSorted()
            .join(" "),
          others,
        ];
      }),
  );
}

interface Trip {
  readonly answers: Answers;
  readonly taken: readonly Taken[];
  /** Absent where two answers don't fit together; `stuck` are then those of their screen. */
  readonly end?: CoveringJourney["end"];
  readonly stuck: readonly Taken[];
}

/** Answers screen after screen as the choices say. */
function travel(service: Service, choices: Choices, examples: Examples, today: string): Trip {
  const answers: Record<string, Answer> = {};
  const taken: Taken[] = [];
  for (let screens = 0; screens < MOST_SCREENS; screens++) {
    const { at, live } = walk(service, answers, today);
    if (at.kind !== "screen") return { answers: live, taken, end: at, stuck: [] };
    const { questions } = at.screen;
    if (questions.every(({ id }) => answers[id] !== undefined)) {
      return { answers: live, taken, stuck: taken.filter(({ question }) => questions.some(({ id }) => id === question)) };
    }
    for (const question of questions) taken.push(take(question, choices, examples(question), answers));
  }
  return { answers, taken, stuck: [] };
}

function take({ id }: Question, choices: Choices, examples: readonly Answer[], answers: Record<string, Answer>): Taken {
  const index = Math.min(choices.get(id) ?? 0, examples.length - 1);
  answers[id] = examples[index] ?? null;
  return { name: `${id}:${index}`, question: id, index, of: examples.length };
}
