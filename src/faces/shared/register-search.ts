import type { Answers, Question } from "../../answers/answer-type.ts";
import { offered } from "../../answers/register-offers.ts";
import type { Service } from "../../definition/service.ts";
import { walk } from "../../journey/walk.ts";
import type { Found } from "../../registers/register.ts";
import type { Facts } from "../../rules/value.ts";

/** Every question of a service that is chosen from a register, by its path: `school`, or `siblings.school` inside a group. */
export function registerQuestions({ questions }: Pick<Service, "questions">): readonly (readonly [path: string, question: Question])[] {
  return pathsTo([...questions.values()], "").filter(([, { register }]) => register !== undefined);
}

function pathsTo(questions: readonly Question[], prefix: string): readonly (readonly [string, Question])[] {
  return questions.flatMap((question) => [
    [prefix + question.id, question] as const,
    ...pathsTo(question.settings.questions ?? [], `${prefix}${question.id}.`),
  ]);
}

export function registerQuestion(service: Pick<Service, "questions">, path: string): Question | undefined {
  return registerQuestions(service).find(([own]) => own === path)?.[1];
}

/** The rows that a question offers to somebody whose answers before are known. */
export function searchRows(question: Question, facts: Facts, search: { words: string; limit: number; from?: number }): Found {
  const only = offered(question, facts);
  return question.register?.search(only === undefined ? search : { ...search, only }) ?? { rows: [], total: 0 };
}

/** The answers so far as rules see them. */
export function factsBefore(service: Service, answers: Answers, today: string): Facts {
  return walk(service, answers, today).facts;
}

/** The same for a page, where something on it is offered by earlier answers; otherwise the day is enough. */
export function factsForPage(service: Service, questions: readonly Question[], answers: Answers, today: string): Facts {
  const isOpen = pathsTo(questions, "").some(([, { offers }]) => (offers?.answers.length ?? 0) > 0);
  return isOpen ? factsBefore(service, answers, today) : { today };
}
