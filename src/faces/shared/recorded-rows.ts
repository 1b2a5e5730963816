import type { Answers, Question } from "../../answers/answer-type.ts";
import type { StoredEvent } from "../../cases/event.ts";
import { filesIn } from "../../cases/shadow.ts";
import { html } from "../../components/html.ts";
import type { SummaryRow } from "../../components/summary-list.ts";
import { answerRows } from "./answer-rows.ts";

/** What officers recorded, a row for each question; files lead to `address` and their id. */
export function recordedRows(
  questions: readonly Question[],
  recorded: Answers,
  address: string,
  reader?: Parameters<typeof answerRows>[2],
): readonly (SummaryRow & { readonly question: Question })[] {
  return answerRows(questions, recorded, reader).map(({ question, key, value }) => {
    const files = question.type === "files" ? filesIn(recorded[question.id] ?? null) : [];
    if (files.length === 0) return { question, key, value };
    const links = files.map(({ id, name }) => html`<li><a class="govuk-link guildhall-words" href="${address}/${id}">${name}</a></li>`);
    return { question, key, value: { html: html`<ul class="govuk-list">${links}</ul>` } };
  });
}

/** What was recorded with an event; undefined where nothing was, or it has been erased. */
export function recordedIn({ personal }: Pick<StoredEvent, "personal">): Answers | undefined {
  // Safe: an action keeps what was read from its form, and nothing else is written there.
  return personal?.["recorded"] as Answers | undefined;
}
