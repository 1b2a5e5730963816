import type { Answer, Answers, Fields, FileAnswer, Problem, Question } from "../../answers/answer-type.ts";
import { answerType } from "../../answers/answer-types.ts";
import type { Case } from "../../cases/case.ts";
import type { StoredEvent } from "../../cases/event.ts";
import { ownWords } from "../../cases/requests/own-words.ts";
import type { Request } from "../../cases/requests/request-event.ts";
import { OWN_FILES, OWN_TEXT, plannedFor } from "../../cases/requests/request.ts";
import type { Service } from "../../definition/service.ts";
import type { Language } from "../../language/language.ts";
import { PAGE_WORDS } from "../../language/page-words.ts";
import { derivedUuid } from "../../platform/ids.ts";

/** What the form of a request asks. */
export interface FormPlan {
  readonly ask: string;
  readonly language?: Language;
  readonly says: string;
  readonly questions: readonly Question[];
  /** Whether the person may agree that other services see it. */
  readonly shared: boolean;
  /** An officer asked in their own words, and one of the two answers is enough. */
  readonly either: boolean;
}

/** What a request asks: as the definition says it, or in the words of the officer who asked, with our own around them in the language given. */
export function formPlanOf(service: Service, request: Request, number: number, events: readonly StoredEvent[], said: Language): FormPlan {
  const plan = plannedFor(service, request);
  if (plan !== undefined) {
    const { ask, language, says = "", questions, shared } = plan;
    return { ask, says, questions, shared, either: false, ...(language !== undefined && { language }) };
  }
  const words = PAGE_WORDS[said];
  const either = request.way === "both";
  const own = { optional: either, personal: true, language: said };
  const text = { ...own, id: OWN_TEXT, type: "long-text", ask: words.yourAnswer, label: words.yourAnswer, settings: { longest: 5000 } };
  const some = { accept: "any", least: either ? 0 : 1, most: 5 } as const;
  const files = { ...own, id: OWN_FILES, type: "files", ask: words.yourFiles, settings: some };
  const questions = request.way === "text" ? [text] : request.way === "files" ? [files] : [text, files];
  return { ask: words.askedOwn, language: said, says: ownWords(events, number), questions, shared: false, either };
}

/** What a request is called in a list and in the history: what the definition asks, or the beginning of the officer's words. */
export function requestTitle(service: Service, request: Request | undefined, number: number, events: readonly StoredEvent[]): string {
  if (request === undefined) return "";
  const text = plannedFor(service, request)?.ask ?? ownWords(events, number);
  return text.length > 80 ? `${text.slice(0, 79).toWellFormed()}…` : text;
}

/** Under which id files wait that are added to a form and not sent. */
export function filesWaitAt(item: Case, number: number, request: Request): string {
  return derivedUuid("request-files", item.id, String(number), String(request.asked));
}

/** The one-time key of its answer: a double press, a second tab and a link used twice come to one event. */
export function answerKey(item: Case, number: number, request: Request): string {
  return derivedUuid("request-answer", item.id, String(number), String(request.asked));
}

export type AnswersReading =
  | { readonly ok: true; readonly answers: Answers }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads each question by its type, with what `read` makes of it. Pure. */
export function readEach(
  plan: FormPlan,
  read: (question: Question) => ReturnType<ReturnType<typeof answerType>["read"]>,
  eitherWords: string,
): AnswersReading {
  const answers: Record<string, Answer> = {};
  const problems: Problem[] = [];
  for (const question of plan.questions) {
    const reading = read(question);
    if (reading.ok) answers[question.id] = reading.answer;
    else problems.push(...reading.problems);
  }
  if (problems.length === 0 && plan.either && plan.questions.every(({ id }) => isEmpty(answers[id])))
    problems.push({ field: OWN_TEXT, code: "answer-missing", message: eitherWords });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, answers };
}

function isEmpty(answer: Answer | undefined): boolean {
  return answer === undefined || answer === null || (Array.isArray(answer) && answer.length === 0);
}

/** The posted form of a request, read. */
export function readForm(
  plan: FormPlan,
  fields: Fields,
  context: { readonly today: string; readonly files: readonly FileAnswer[] },
  eitherWords: string,
): AnswersReading {
  return readEach(plan, (question) => answerType(question).read(question, fields, "", context), eitherWords);
}
