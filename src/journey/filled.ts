import type { Answer, Question } from "../answers/answer-type.ts";
import { answerType } from "../answers/answer-types.ts";
import type { Screen, Service } from "../definition/service.ts";
import type { Walk } from "./walk.ts";

/** What a question starts out with, and which question or fact it comes from. */
export interface Filled {
  readonly question: Question;
  readonly answer: Answer;
  readonly from: Question;
}

/**
 * What the questions of a screen that nobody has answered start out with. An answer that was given stays as it is, whatever the earlier one becomes;
 * what the question would refuse, or comes from an answer off the path, is left out. Pure.
 */
export function filledFor(
  service: Service,
  screen: Screen,
  answers: Walk["live"],
  { live, stated }: Walk,
  today: string,
): readonly Filled[] {
  return screen.questions.flatMap((question) => {
    const source = service.filledFrom.get(question.id);
    const from = source && service.questions.get(source.from);
    if (source === undefined || from === undefined || answers[question.id] !== undefined) return [];
    const whole = live[from.id] ?? stated[from.id];
    const given = source.part === undefined ? whole : partOf(whole, source.part);
    if (given === undefined || given === null || given === "") return [];
    const reading = answerType(question).accept(question, given, "", { today, files: [] });
    return reading.ok && reading.answer !== null ? [{ question, answer: reading.answer, from }] : [];
  });
}

function partOf(answer: Answer | undefined, part: string): Answer | undefined {
  if (answer === null || typeof answer !== "object" || !Object.hasOwn(answer, part)) return undefined;
  // Safe: an answer that is an object is a record of answers, and a list has no such part.
  return (answer as { readonly [key: string]: Answer })[part];
}
