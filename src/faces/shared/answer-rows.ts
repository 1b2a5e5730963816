import type { Answers, Question } from "../../answers/answer-type.ts";
import { answerType } from "../../answers/answer-types.ts";
import { html } from "../../components/html.ts";
import type { SummaryRow } from "../../components/summary-list.ts";

/** A summary row for each question that was asked, with its answer as its type shows it. */
export function answerRows(questions: Iterable<Question>, answers: Answers): readonly (SummaryRow & { readonly question: Question })[] {
  return [...questions].flatMap((question) => {
    const answer = answers[question.id];
    if (answer === undefined) return [];
    const value = answer === null ? html`Not provided` : answerType(question).show(question, answer);
    return [{ question, key: { text: question.ask }, value: { html: value } }];
  });
}
