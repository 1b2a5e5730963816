import type { Answer, Answers, FileAnswer, Question } from "../../answers/answer-type.ts";
import { answerType } from "../../answers/answer-types.ts";
import type { Service } from "../../definition/service.ts";
import { script } from "../../journey/script.ts";
import { filesIn } from "../shadow.ts";

/** What becomes of a case's answers in another service. */
export interface Carried {
  /** The answers that are good there too. */
  readonly answers: Answers;
  /** The questions of these answers, as the other service asks them. */
  readonly carried: readonly Question[];
  /** The questions of the answers that stay behind, as they were asked. */
  readonly left: readonly Question[];
  /** What the other service still has to know, as far as can be said by now. */
  readonly needs: readonly Question[];
}

/**
 * Carries answers to another service: those to a question of the same name and type that takes them as they are. Nothing is guessed: what its
 * question would refuse stays behind. Pure. `today` is YYYY-MM-DD.
 */
export function carryOver(from: Service, to: Service, answers: Answers, today: string): Carried {
  const taken: Record<string, Answer> = {};
  for (const question of to.questions.values()) {
    const answer = answers[question.id];
    const before = from.questions.get(question.id);
    if (answer === undefined || before?.type !== question.type || question.stated !== undefined) continue;
    const reading = answerType(question).accept(question, answer, "", { today, files: filesIn(answer) });
    if (reading.ok) taken[question.id] = reading.answer;
  }
  const asked = script(to, taken, today).screens.flatMap(({ questions }) => questions);
  const given = [...from.questions.values()].filter(({ id, stated }) => answers[id] !== undefined && answers[id] !== null && !stated);
  return {
    answers: taken,
    carried: [...to.questions.values()].filter(({ id }) => taken[id] !== undefined && taken[id] !== null),
    left: given.filter(({ id }) => taken[id] === undefined),
    needs: asked.filter(({ id, optional }) => taken[id] === undefined && !optional),
  };
}

/** Answers with other files in the place of theirs: a file belongs to one case, so that each case has its own. `other` gives the new id of one. */
export function withOtherFiles(answer: Answer, other: (file: FileAnswer) => string): Answer {
  if (answer === null || typeof answer !== "object") return answer;
  if (Array.isArray(answer)) return answer.map((one) => withOtherFiles(one, other));
  const [file] = "sha256" in answer ? filesIn(answer) : [];
  if (file !== undefined) return { ...file, id: other(file) };
  return Object.fromEntries(Object.entries(answer).map(([name, part]) => [name, withOtherFiles(part, other)]));
}
