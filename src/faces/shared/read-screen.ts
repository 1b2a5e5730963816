import type { Answer, Answers, Fields, FileAnswer, Problem } from "../../answers/answer-type.ts";
import { answerType } from "../../answers/answer-types.ts";
import type { Screen, Service } from "../../definition/service.ts";
import { walk } from "../../journey/walk.ts";
import { holds } from "../../rules/compile-rule.ts";

export type ScreenReading =
  | { readonly ok: true; readonly answers: Answers }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads the posted fields of a screen: every question by its type. Pure. */
export function readScreen(screen: Screen, fields: Fields, today: string, files: readonly FileAnswer[]): ScreenReading {
  const answers: Record<string, Answer> = {};
  const problems: Problem[] = [];
  for (const question of screen.questions) {
    const reading = answerType(question).read(question, fields, "", { today, files });
    if (reading.ok) answers[question.id] = reading.answer;
    else problems.push(...reading.problems);
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, answers };
}

/** What does not hold between answers once this screen is answered. A rule over answers that the walk has not come to is not asked. Pure. */
export function brokenMusts(service: Service, screen: Screen, before: Answers, given: Answers, today: string): readonly Problem[] {
  if (screen.musts.length === 0) return [];
  const { facts } = walk(service, { ...before, ...given }, today, "all");
  return screen.musts
    .filter(({ rule }) => rule.reads.every((name) => facts[name] !== undefined) && !holds(rule, facts))
    .map(({ field, message }) => ({ field, code: "answers-do-not-fit", message }));
}

/** The fields that show the answers a draft already holds. */
export function fieldsOf(screen: Screen, answers: Answers): Fields {
  const fields = new Map<string, readonly string[]>();
  for (const question of screen.questions) {
    const answer = answers[question.id];
    if (answer === undefined || answer === null) continue;
    for (const [name, values] of answerType(question).fields(question, answer, "")) fields.set(name, values);
  }
  return fields;
}
