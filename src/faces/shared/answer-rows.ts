import type { Answer, Answers, Question } from "../../answers/answer-type.ts";
import { answerType } from "../../answers/answer-types.ts";
import { statedText } from "../../answers/stated.ts";
import type { Html } from "../../components/html.ts";
import { html } from "../../components/html.ts";
import type { SummaryRow } from "../../components/summary-list.ts";
import type { Screen } from "../../definition/service.ts";
import type { Language } from "../../language/language.ts";
import { PAGE_WORDS, type PageWords } from "../../language/page-words.ts";
import { sourceLine } from "./facts-part.ts";
import { inOwnLanguage } from "./own-language.ts";

/** Who reads it, and in which language. */
interface Reader {
  readonly language: Language;
  readonly words: Pick<PageWords, "notProvided" | "change">;
}

const ENGLISH: Reader = { language: "en", words: PAGE_WORDS.en };

/** A summary row for each question that was asked and each fact that was stated, with its answer as its type shows it. */
export function answerRows(
  questions: Iterable<Question>,
  answers: Answers,
  reader: Reader = ENGLISH,
): readonly (SummaryRow & { readonly question: Question })[] {
  return [...questions].flatMap((question) => {
    const answer = answers[question.id];
    if (answer === undefined) return [];
    if (question.stated !== undefined) return [factRow(question, answer, reader)];
    const value = answer === null ? html`${reader.words.notProvided}` : answerType(question).show(question, answer);
    return [rowOf(question, value, reader)];
  });
}

/** A fact as the person saw it, with its source. */
function factRow(question: Question, answer: Answer, reader: Reader): SummaryRow & { readonly question: Question } {
  return rowOf(question, html`${statedText(question, answer)}${sourceLine(question.stated?.source)}`, reader);
}

function rowOf(question: Question, value: Html, { language }: Reader): SummaryRow & { readonly question: Question } {
  const key = inOwnLanguage(question, language, html`${question.ask}`);
  return { question, key: { html: key }, value: { html: inOwnLanguage(question, language, value) } };
}

/** What a screen states and asks, each with a way to the screen to change it: an answer can be changed, a fact cannot. */
export function changeableRows({ facts, questions }: Screen, answers: Answers, href: string, reader: Reader): readonly SummaryRow[] {
  const all = [...facts.map(({ question }) => question), ...questions];
  return answerRows(all, answers, reader).map(({ question, ...row }) => {
    if (question.stated !== undefined) return row;
    return { ...row, actions: { items: [{ href, text: reader.words.change, visuallyHiddenText: question.label ?? question.ask }] } };
  });
}
