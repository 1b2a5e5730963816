import type { Answers, Fields, Question } from "../../answers/answer-type.ts";
import { answerType } from "../../answers/answer-types.ts";
import type { Screen, Service } from "../../definition/service.ts";
import type { PageWords } from "../../language/page-words.ts";
import type { Filled } from "../../journey/filled.ts";
import { filledFor } from "../../journey/filled.ts";
import type { Walk } from "../../journey/walk.ts";
import { fieldsOf } from "./read-screen.ts";

interface Reader {
  readonly today: string;
  readonly words: Pick<PageWords, "filledFromAnswer" | "filledFromFact">;
}

/** A screen as it is shown first: with what is filled in, and in the hint of each such question where that comes from. */
export interface FilledScreen {
  readonly screen: Screen;
  readonly fields: Fields;
}

/** The answers that a screen has, and what it is filled in with where it has none. */
export function filledScreen(service: Service, screen: Screen, answers: Answers, end: Walk, { today, words }: Reader): FilledScreen {
  const filled = filledFor(service, screen, answers, end, today);
  const fields = fieldsOf(screen, answers);
  if (filled.length === 0) return { screen, fields };
  const own = filled.flatMap(({ question, answer }) => [...answerType(question).fields(question, answer, "")]);
  const said = new Map(filled.map((one) => [one.question.id, withSource(one, words)]));
  const questions = screen.questions.map((question) => said.get(question.id) ?? question);
  return { screen: { ...screen, questions }, fields: new Map([...fields, ...own]) };
}

function withSource({ question, from }: Filled, words: Reader["words"]): Question {
  const source = from.stated === undefined ? words.filledFromAnswer(from.ask) : words.filledFromFact(from.stated.source ?? from.ask);
  return { ...question, hint: question.hint === undefined ? source : `${question.hint.replace(/\.$/, "")}. ${source}` };
}
