import type { Answer, Problem, Question, ReadingContext } from "../answers/answer-type.ts";
import { answerType } from "../answers/answer-types.ts";
import { statedText } from "../answers/stated.ts";
import type { Screen, Service } from "../definition/service.ts";
import { didYouMean } from "../rules/closest.ts";
import { holds } from "../rules/compile-rule.ts";
import { openScreens } from "./parts.ts";
import { tellOutcome } from "./tell-outcome.ts";
import type { ToldOutcome } from "./tell-outcome.ts";
import { walk } from "./walk.ts";
import type { Walk } from "./walk.ts";

/** Every code that a whole set of answers may be refused with, besides those of single answers. */
export const ACCEPT_CODES = {
  "question-unknown": "The service has no question of that name.",
  "answer-not-asked": "The question is not asked of somebody who gives the other answers.",
  "fact-differs": "A fact was sent that is not what the council states. It may be left out.",
  "answers-do-not-fit": "Two answers contradict each other.",
} as const;

export type Acceptance =
  /** The walk to its end, whose live answers were each read by their type. */
  | { readonly ok: true; readonly walk: Walk }
  /** The answers lead to an ending that is no case. */
  | { readonly ok: false; readonly outcome: ToldOutcome; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly outcome?: never; readonly problems: readonly Problem[] };

/** JSON answers by question id, as another system sends them, not yet looked at. */
export type GivenAnswers = Readonly<Record<string, unknown>>;

const MOST_UNKNOWN = 20;

/**
 * Takes a whole journey's answers at once, as a system sends them, and routes them as the web journey does: the same questions must be
 * answered, and no others. An optional answer may be left out. Says all that is wrong at once, as far as routing can tell. Pure.
 */
export function acceptAnswers(service: Service, given: GivenAnswers, context: ReadingContext): Acceptance {
  const strange = unknownQuestions(service, given);
  const way = follow(service, given, context);
  const problems = [...strange, ...way.problems, ...others(service, given, way, context)];
  if (way.walk.at.kind === "outcome" && way.problems.length === 0 && strange.length === 0) {
    const outcome = service.outcomes.get(way.walk.at.outcome);
    if (outcome !== undefined) return { ok: false, outcome: tellOutcome(outcome, way.walk.facts), problems: [] };
  }
  return problems.length === 0 && way.walk.at.kind === "check" ? { ok: true, walk: way.walk } : { ok: false, problems };
}

function givenFor(given: GivenAnswers, question: string): unknown {
  return Object.hasOwn(given, question) ? given[question] : undefined;
}

function unknownQuestions(service: Service, given: GivenAnswers): readonly Problem[] {
  const known = [...service.questions.keys()];
  const problems: Problem[] = [];
  for (const field in given) {
    if (service.questions.has(field) || problems.length === MOST_UNKNOWN) continue;
    const hint = didYouMean(field, known) ?? "Look at the service's questions for its names";
    problems.push({ field: field.slice(0, 100), code: "question-unknown", message: `This service has no question of that name. ${hint}` });
  }
  return problems;
}

interface Way {
  readonly walk: Walk;
  /** What is wrong on the screen at which routing stopped. */
  readonly problems: readonly Problem[];
  readonly asked: ReadonlySet<string>;
}

/** Reads every answer that is given, then walks as far as they lead. What is wrong on a screen that the walk does not come to is not said here. */
function follow(service: Service, given: GivenAnswers, context: ReadingContext): Way {
  const answers: Record<string, Answer> = {};
  const wrong = new Map<string, readonly Problem[]>();
  for (const question of service.questions.values()) {
    if (question.stated !== undefined) continue;
    const reading = answerType(question).accept(question, givenFor(given, question.id), "", context);
    if (reading.ok) answers[question.id] = reading.answer;
    else wrong.set(question.id, reading.problems);
  }
  const end = walk(service, answers, context.today, "all");
  const open = openScreens(end);
  const screens = [...end.answered, ...open];
  const asked = new Set(screens.flatMap(({ questions }) => questions.map(({ id }) => id)));
  if (end.at.kind !== "screen") return { walk: end, problems: [], asked };
  const problems = open.flatMap((screen) => {
    const own = screen.questions.flatMap(({ id }) => wrong.get(id) ?? []);
    // A screen whose answers are all right stands in the way only where two of them don't fit together.
    return own.length > 0 ? own : broken(screen, end);
  });
  return { walk: end, problems, asked };
}

function broken(screen: Screen, { facts }: Walk): readonly Problem[] {
  return screen.musts
    .filter(({ rule }) => !holds(rule, facts))
    .map(({ field, message }) => ({ field, code: "answers-do-not-fit", message }));
}

/** What is wrong with the answers to questions that routing did not come to. Where it came to its end, they should not be there. */
function others(service: Service, given: GivenAnswers, way: Way, context: ReadingContext): readonly Problem[] {
  const problems: Problem[] = [];
  for (const question of service.questions.values()) {
    const answer = givenFor(given, question.id);
    // A system that always sends every field sends null for those that are not asked.
    if (answer === undefined || answer === null || way.asked.has(question.id)) continue;
    const fact = way.walk.stated[question.id];
    if (question.stated !== undefined && fact !== undefined) {
      if (fact !== answer) problems.push(differs(question, fact));
      continue;
    }
    if (way.walk.at.kind === "check") problems.push(notAsked(question));
    else if (way.walk.at.kind === "screen" && question.stated === undefined) problems.push(...wrong(question, answer, context));
  }
  return problems;
}

function differs(question: Question, fact: Answer): Problem {
  const message = `We state this, and for these answers it is ${statedText(question, fact)}. Leave it out, or tell the person that it has changed`;
  return { field: question.id, code: "fact-differs", message };
}

function wrong(question: Question, answer: unknown, context: ReadingContext): readonly Problem[] {
  const reading = answerType(question).accept(question, answer, "", context);
  return reading.ok ? [] : reading.problems;
}

function notAsked(question: Question): Problem {
  const message = `‘${question.ask}’ is not asked of somebody who gives these answers. Leave it out, or correct the others`;
  return { field: question.id, code: "answer-not-asked", message };
}
