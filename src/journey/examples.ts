import type { Answer, Question } from "../answers/answer-type.ts";
import { answerType } from "../answers/answer-types.ts";
import type { Service } from "../definition/service.ts";
import { boundaryAnswers } from "./boundaries.ts";

/** The answers of a question that are tried, the plainest first: those of its type, and those at the boundaries of the rules that read it. */
export type Examples = (question: Question) => readonly Answer[];

/** Works out each question's examples when they are first asked for. */
export function examplesOf(service: Service, today: string): Examples {
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
