import type { Answer, Answers, Question } from "../../answers/answer-type.ts";
import { answerType } from "../../answers/answer-types.ts";
import { statedText } from "../../answers/stated.ts";
import { html } from "../../components/html.ts";
import type { SummaryRow } from "../../components/summary-list.ts";
import type { Screen } from "../../definition/service.ts";
import { sourceLine } from "./facts-part.ts";

/** A summary row for each question that was asked and each fact that was stated, with its answer as its type shows it. */
export function answerRows(questions: Iterable<Question>, answers: Answers): readonly (SummaryRow & { readonly question: Question })[] {
  return [...questions].flatMap((question) => {
    const answer = answers[question.id];
    if (answer === undefined) return [];
    if (question.stated !== undefined) return [factRow(question, answer)];
    const value = answer === null ? html`Not provided` : answerType(question).show(question, answer);
    return [{ question, key: { text: question.ask }, value: { html: value } }];
  });
}

/** A fact as the person saw it, with its source. */
function factRow(question: Question, answer: Answer): SummaryRow & { readonly question: Question } {
  const value = { html: html`${statedText(question, answer)}${sourceLine(question.stated?.source)}` };
  return { question, key: { text: question.ask }, value };
}

/** What a screen states and asks, each with a way to the screen to change it: an answer can be changed, a fact cannot. */
export function changeableRows({ facts, questions }: Screen, answers: Answers, href: string): readonly SummaryRow[] {
  const all = [...facts.map(({ question }) => question), ...questions];
  return answerRows(all, answers).map(({ question, ...row }) => {
    if (question.stated !== undefined) return row;
    return { ...row, actions: { items: [{ href, text: "Change", visuallyHiddenText: question.label ?? question.ask }] } };
  });
}
