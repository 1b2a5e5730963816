import type { Answer, Answers } from "../answers/answer-type.ts";
import { answerType } from "../answers/answer-types.ts";
import type { Service } from "../definition/service.ts";
import type { Standing } from "./walk.ts";
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
 * A small set of journeys that together give every example answer of every question that can be reached, and so take every side of every
 * guard that an example decides. Breadth first, within 2,000 tries; deterministic.
 */
export function coveringJourneys(service: Service, today: string): readonly CoveringJourney[] {
  const covered = new Set<string>();
  const journeys: CoveringJourney[] = [];
  const queue: Choices[] = [new Map()];
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const choices = queue.shift();
    if (choices === undefined) break;
    const trip = travel(service, choices, today);
    if (trip === undefined) continue;
    const fresh = trip.taken.filter(({ name }) => !covered.has(name));
    if (journeys.length > 0 && fresh.length === 0) continue;
    for (const { name } of fresh) covered.add(name);
    journeys.push(trip.journey);
    queue.push(...variations(trip.taken, choices));
  }
  return journeys;
}

interface Taken {
  /** `question:index` */
  readonly name: string;
  readonly question: string;
  readonly index: number;
  readonly of: number;
}

function variations(taken: readonly Taken[], choices: Choices): Choices[] {
  return taken.flatMap(({ question, index, of }) =>
    Array.from({ length: of }, (_, other) => other)
      .filter((other) => other !== index)
      .map((other) => new Map(choices).set(question, other)),
  );
}

/** Answers screen after screen as the choices say; undefined where two answers don't fit together. */
function travel(service: Service, choices: Choices, today: string): { journey: CoveringJourney; taken: Taken[] } | undefined {
  const answers: Record<string, Answer> = {};
  const taken: Taken[] = [];
  for (let screens = 0; screens < MOST_SCREENS; screens++) {
    const { at, live } = walk(service, answers, today);
    if (at.kind !== "screen") return { journey: { answers: live, end: at }, taken };
    for (const question of at.screen.questions) {
      if (answers[question.id] !== undefined) return undefined;
      const given = answerType(question).examples(question, today);
      const examples = question.optional ? [...given, null] : given;
      const index = Math.min(choices.get(question.id) ?? 0, examples.length - 1);
      answers[question.id] = examples[index] ?? null;
      taken.push({ name: `${question.id}:${index}`, question: question.id, index, of: examples.length });
    }
  }
  return undefined;
}
