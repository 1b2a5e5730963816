import type { Answers, FileAnswer } from "../../answers/answer-type.ts";
import { answerType } from "../../answers/answer-types.ts";
import type { StoredEvent } from "../../cases/event.ts";
import { answersIn, requestOf } from "../../cases/requests/own-words.ts";
import type { Request, Review } from "../../cases/requests/request-event.ts";
import { filesIn } from "../../cases/shadow.ts";
import type { Html } from "../../components/html.ts";
import { html } from "../../components/html.ts";
import { tag } from "../../components/tag.ts";
import type { Language } from "../../language/language.ts";
import type { PageWords } from "../../language/page-words.ts";
import { longDay } from "./dates.ts";
import type { FormPlan } from "./request-plan.ts";

/** One thing that an officer accepts or rejects: a file, or the answer to a question that takes no files. */
export interface EvidenceItem {
  /** The question's id, or the file's. */
  readonly id: string;
  readonly label: string;
  readonly value: Html;
  readonly file?: FileAnswer;
}

/** What was sent, thing by thing. Files that lead to `address` and their id. */
export function evidenceItems(plan: FormPlan, answers: Answers, address: string): readonly EvidenceItem[] {
  return plan.questions.flatMap((question): readonly EvidenceItem[] => {
    const answer = answers[question.id];
    if (answer === undefined || answer === null) return [];
    const label = question.ask;
    if (question.type !== "files") return [{ id: question.id, label, value: answerType(question).show(question, answer) }];
    return filesIn(answer).map((file) => ({
      id: file.id,
      label,
      file,
      value: html`<a class="govuk-link guildhall-words" href="${address}/${file.id}">${file.name}</a>`,
    }));
  });
}

/** What was sent last, with the files that were accepted before it was asked again. */
export function sentItems(
  plan: FormPlan,
  events: readonly StoredEvent[],
  { number, request }: { readonly number: number; readonly request: Request },
  address: string,
): readonly EvidenceItem[] {
  const answered = events.filter((event) => event.kind === "answered" && requestOf(event) === number);
  return answered.toReversed().flatMap((event) => {
    const items = evidenceItems(plan, answersIn(events, event.number) ?? {}, address);
    if (event.number === request.answered) return items;
    return items.filter(({ id, file }) => file !== undefined && request.reviews[id]?.verdict === "accepted");
  });
}

const COLOURS = { accepted: "govuk-tag--green", rejected: "govuk-tag--red" } as const;

/** What an officer made of it, and until when it is good. */
export function verdictLine(
  review: Review | undefined,
  { words, language }: { readonly words: Pick<PageWords, "verdicts" | "goodUntil">; readonly language: Language },
): Html {
  const classes = review === undefined ? "govuk-tag--grey" : COLOURS[review.verdict];
  const until = review?.until ?? null;
  return html`${tag({ text: words.verdicts[review?.verdict ?? "none"], classes })}${until !== null && html` ${words.goodUntil(longDay(until, language))}`}`;
}
