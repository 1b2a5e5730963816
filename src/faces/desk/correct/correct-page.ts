import type { Fields, Problem, Question } from "../../../answers/answer-type.ts";
import { answerType } from "../../../answers/answer-types.ts";
import { backLink } from "../../../components/back-link.ts";
import { button } from "../../../components/button.ts";
import type { Html, Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { insetText } from "../../../components/inset-text.ts";
import { textarea } from "../../../components/textarea.ts";
import type { Context } from "../../../context.ts";
import { dayOf } from "../../../platform/clock.ts";
import { answerSummary, errorAt, form } from "../../shared/form.ts";
import { factsForPage } from "../../shared/register-search.ts";
import { changedSince } from "../case/case-history.ts";
import type { CaseSheet } from "../case/case-sheet.ts";
import { questionWords } from "../case-words.ts";
import type { Desk } from "../desk.ts";
import { asOfOthers } from "../journey/script-page.ts";
import { deskPage } from "../layout.ts";

export interface CorrectPage {
  readonly sheet: CaseSheet;
  readonly question: Question;
  /** What the form asks besides, because of the new answer. */
  readonly also: readonly Question[];
  readonly key: string;
  readonly fields: Fields;
  readonly problems: readonly Problem[];
  /** The number of events on the officer's page that was out of date. */
  readonly seen?: number | undefined;
}

/** An answer of a case, to be changed by an officer with a reason. */
export function correctPage(context: Context, desk: Desk, shown: CorrectPage): string {
  const { sheet, question, also, problems, seen } = shown;
  const { item, service } = sheet;
  return deskPage(context, desk, {
    title: "Change an answer",
    before: backLink({ href: `/desk/cases/${item.reference}#answers`, text: item.reference }),
    error: problems.length > 0,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${answerSummary([question, ...also], problems)}${seen !== undefined && changedSince(sheet, seen)}
<span class="govuk-caption-l">${item.reference}: ${service.title}</span><h1 class="govuk-heading-l">Change an answer</h1>
${asItIs(shown)}<p class="govuk-body">The answer before stays in the history with your reason. The priority, the deadline and the fee follow the new answer where the service has rules for them. The person sees the new answer in their case; they get no message.</p>
${correctForm(shown)}</div></div>`,
  });
}

function asItIs({ sheet, question }: CorrectPage): Slot {
  const answer = sheet.item.answers[question.id];
  if (answer === undefined) return undefined;
  const value = answer === null ? html`Not provided` : answerType(question).show(question, answer);
  return insetText({
    html: html`<p class="govuk-body govuk-!-margin-bottom-1"><strong>${questionWords(question)}</strong></p><div class="govuk-body">${value}</div>`,
  });
}

function correctForm(shown: CorrectPage): Html {
  const { sheet, question, also, key, fields, problems } = shown;
  const { item, service } = sheet;
  const questions = [question, ...also];
  const facts = factsForPage(service, questions, item.answers, dayOf(item.openedAt));
  const state = { fields, problems, heading: false, prefix: "", files: [], facts };
  const inputs = questions.map(asOfOthers).map((one) => answerType(one).input(one, state));
  const more =
    also.length > 0 &&
    html`<h2 class="govuk-heading-m">With this answer the form asks more</h2><p class="govuk-body">Ask the person, then fill it in.</p>`;
  const reason = textarea({
    id: "reason",
    name: "reason",
    rows: 3,
    label: { text: "Why do you change it?" },
    hint: { text: "Only staff can read it." },
    value: fields.get("reason")?.[0] ?? "",
    ...errorAt(problems, "reason"),
  });
  const body = [
    html`<input type="hidden" name="seen" value="${item.eventCount}">${also.map(({ id }) => html`<input type="hidden" name="also" value="${id}">`)}`,
    inputs.slice(0, 1),
    more,
    inputs.slice(1),
    reason,
    button({ text: "Change the answer", preventDoubleClick: true }),
  ];
  return form({ key, action: `/desk/cases/${item.reference}/answers/${question.id}`, body });
}
