import type { Answer, Answers, Question } from "../answers/answer-type.ts";
import type { Service } from "../definition/service.ts";
import type { Standing } from "./walk.ts";
import { endingOf } from "./ending.ts";
import { examplesOf } from "./examples.ts";
import type { Examples } from "./examples.ts";
import { pathsOf, turningRules, turnsOf } from "./paths.ts";
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

/** What the exploring of paths may spend to find the sides of rules that no single answer decides. */
const PATH_BOUNDS = { paths: 2000, walks: 4000 };

/**
 * A small set of journeys that together give every example answer of every question that can be reached, and every answer at a boundary of
 * a rule, and that come to every ending and take every side of every rule, also of one that several answers decide together. Breadth first,
 * within 2,000 tries and then 4,000 walks along paths; deterministic.
 */
export function coveringJourneys(service: Service, today: string): readonly CoveringJourney[] {
  return [...eachCoveringJourney(service, today)];
}

/** The same, one at a time, the plainest first: for those who need only a few. */
export function* eachCoveringJourney(service: Service, today: string): Generator<CoveringJourney> {
  const turns = new Set<string>();
  for (const journey of byAnswers(service, today)) {
    for (const turn of turnsIn(service, journey.answers, today)) turns.add(turn);
    yield journey;
  }
  for (const { answers } of pathsOf(service, today, PATH_BOUNDS).paths) {
    const fresh = turnsIn(service, answers, today).filter((turn) => !turns.has(turn));
    const { at } = walk(service, answers, today, "all");
    if (fresh.length === 0 || at.kind === "screen") continue;
    for (const turn of fresh) turns.add(turn);
    yield { answers, end: at };
  }
}

/** What every rule came to on a journey, and its ending. */
function turnsIn(service: Service, answers: Answers, today: string): readonly string[] {
  const whole = walk(service, answers, today, "all");
  return [...turnsOf(turningRules(service), whole), JSON.stringify(endingOf(service, whole))];
}

function* byAnswers(service: Service, today: string): Generator<CoveringJourney> {
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
    const { at, live } = walk(service, answers, today, "all");
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
