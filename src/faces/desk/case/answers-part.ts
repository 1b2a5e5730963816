import type { Answer, Question } from "../../../answers/answer-type.ts";
import { answerType } from "../../../answers/answer-types.ts";
import { statedText } from "../../../answers/stated.ts";
import type { AnswerChange } from "../../../cases/corrections/answer-changes.ts";
import { answerChanges } from "../../../cases/corrections/answer-changes.ts";
import { isCorrectable } from "../../../cases/corrections/decide-correction.ts";
import { partOf } from "../../../cases/together/tie.ts";
import type { Html, Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import type { SummaryRow } from "../../../components/summary-list.ts";
import { summaryList } from "../../../components/summary-list.ts";
import { answerRows } from "../../shared/answer-rows.ts";
import { moment } from "../../shared/dates.ts";
import { questionWords } from "../case-words.ts";
import type { CaseForms } from "./case-forms.ts";
import type { CaseSheet } from "./case-sheet.ts";
import { nameOf } from "./case-sheet.ts";

/** What was answered, each with what it was before it was changed, by whom and when, and the way to change it. */
export function answersPart(sheet: CaseSheet, forms: CaseForms): Html {
  const { item, service, events, shownAnswers } = sheet;
  const changes = answerChanges(events);
  const mayChange = forms.may.work && item.closedAt === null && partOf(item) === undefined;
  const rows = answerRows(service.questions.values(), shownAnswers).map(({ question, ...row }): SummaryRow => {
    const before = (changes.get(question.id) ?? []).toReversed().map((change) => beforeLine(sheet, question, change));
    const told = before.length === 0 ? row : { ...row, value: { html: html`${row.value.html}${before}` } };
    if (!mayChange || !isCorrectable(service, item, question)) return told;
    const href = `/desk/cases/${item.reference}/answers/${question.id}`;
    return { ...told, actions: { items: [{ href, text: "Change", visuallyHiddenText: questionWords(question) }] } };
  });
  return html`<h2 class="govuk-heading-m" id="answers">Answers</h2>${summaryList({ rows })}${gone(sheet, changes)}`;
}

function shown(question: Question, answer: Answer | undefined): Html {
  if (answer === undefined) return html`not asked`;
  if (answer === null) return html`not provided`;
  return question.stated === undefined ? answerType(question).show(question, answer) : html`${statedText(question, answer)}`;
}

function beforeLine(sheet: CaseSheet, question: Question, { was, event }: AnswerChange): Html {
  return html`<div class="guildhall-before"><strong>Was:</strong> ${shown(question, was)} <span class="guildhall-small">Changed by ${nameOf(sheet, event.officer)}, ${moment(event.at)}</span></div>`;
}

/** Answers that a later change took off the way: no longer part of the case, and not forgotten. */
function gone(sheet: CaseSheet, changes: ReadonlyMap<string, readonly AnswerChange[]>): Slot {
  const rows = [...changes].flatMap(([id, all]): readonly SummaryRow[] => {
    const question = sheet.service.questions.get(id);
    if (question === undefined || sheet.item.answers[id] !== undefined) return [];
    const value = all.toReversed().map((change) => beforeLine(sheet, question, change));
    return [{ key: { text: question.ask }, value: { html: html`${value}` } }];
  });
  return rows.length > 0 && html`<h3 class="govuk-heading-s">No longer asked</h3>${summaryList({ rows })}`;
}
