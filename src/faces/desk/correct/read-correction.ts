import type { Answer, Answers, Fields, Problem, Question } from "../../../answers/answer-type.ts";
import { answerType } from "../../../answers/answer-types.ts";
import type { Case } from "../../../cases/case.ts";
import { walkCorrected } from "../../../cases/corrections/decide-correction.ts";
import type { Service } from "../../../definition/service.ts";
import { dayOf } from "../../../platform/clock.ts";
import { brokenMusts } from "../../shared/read-screen.ts";

export interface Correction {
  readonly answers: Answers;
  readonly problems: readonly Problem[];
  /** What has to be asked besides because of these answers, and is not on the form yet. */
  readonly more: readonly Question[];
}

/** Reads a posted form that changes an answer, as on the day on which the case was sent. Pure. */
export function readCorrection(service: Service, item: Case, questions: readonly Question[], fields: Fields): Correction {
  const today = dayOf(item.openedAt);
  const answers: Record<string, Answer> = {};
  const problems: Problem[] = [];
  for (const question of questions) {
    const reading = answerType(question).read(question, fields, "", { today, files: [] });
    if (reading.ok) answers[question.id] = reading.answer;
    else problems.push(...reading.problems);
  }
  if (problems.length > 0) return { answers, problems, more: [] };
  const screens = [...service.screens.values()].filter((screen) => screen.questions.some(({ id }) => answers[id] !== undefined));
  const unfit = screens.flatMap((screen) => brokenMusts(service, screen, item.answers, answers, today));
  const { at, live } = walkCorrected(service, item, answers);
  const open = at.kind === "screen" ? at.screen.questions : [];
  const more = open.filter(({ id }) => live[id] === undefined && item.answers[id] === undefined && answers[id] === undefined);
  return { answers, problems: unfit, more: unfit.length > 0 ? [] : more };
}
