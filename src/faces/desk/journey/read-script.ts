import type { Answer, Answers, Fields, FileAnswer, Problem, Question } from "../../../answers/answer-type.ts";
import { answerType } from "../../../answers/answer-types.ts";
import type { Screen, Service } from "../../../definition/service.ts";
import { seenFacts } from "../../shared/facts-part.ts";
import { brokenMusts } from "../../shared/read-screen.ts";

/** A posted script: the screens that were on the page, and what was typed in them. */
export interface PostedScript {
  readonly service: Service;
  readonly screens: readonly Screen[];
  readonly fields: Fields;
  readonly files: readonly FileAnswer[];
  /** The answers kept so far. */
  readonly before: Answers;
  readonly today: string;
}

export interface ScriptReading {
  /** What is right, to be kept whatever else is wrong. */
  readonly answers: Answers;
  readonly problems: readonly Problem[];
}

/**
 * Reads every screen of a script. While the conversation goes on (`whole` is false), a question nobody has come to yet is neither
 * answered nor wrong. Pure.
 */
export function readScript(posted: PostedScript, whole: boolean): ScriptReading {
  const { screens, fields, before, today, files } = posted;
  const answers: Record<string, Answer> = {};
  const problems: Problem[] = [];
  for (const question of screens.flatMap((screen) => screen.questions)) {
    if (!whole && before[question.id] === undefined && isUntouched(question, fields)) continue;
    const reading = answerType(question).read(question, fields, "", { today, files });
    if (reading.ok) answers[question.id] = reading.answer;
    else problems.push(...reading.problems);
  }
  for (const screen of screens) Object.assign(answers, seenFacts(screen, fields));
  return { answers, problems: [...problems, ...unfit(posted, answers, problems)] };
}

/** Answers that are each right and don't fit together. */
function unfit({ service, screens, before, today }: PostedScript, answers: Answers, problems: readonly Problem[]): readonly Problem[] {
  const said = new Set(problems.map(({ field }) => field.split(".")[0]));
  const sound = screens.filter(({ questions }) => !questions.some(({ id }) => said.has(id)));
  return sound.flatMap((screen) => brokenMusts(service, screen, before, answers, today));
}

function isUntouched({ id }: Question, fields: Fields): boolean {
  for (const [name, values] of fields) {
    const own = name === id || (name.startsWith(`${id}.`) && !name.endsWith(".count"));
    if (own && values.some((value) => value.trim() !== "")) return false;
  }
  return true;
}
