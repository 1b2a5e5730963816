import { takesAnswers } from "../../../cases/requests/request.ts";
import type { Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { insetText } from "../../../components/inset-text.ts";
import { tag } from "../../../components/tag.ts";
import { longDay } from "../../shared/dates.ts";
import { requestTitle } from "../../shared/request-plan.ts";
import type { CaseForms } from "../case/case-forms.ts";
import type { CaseSheet } from "../case/case-sheet.ts";

export const STATES = {
  open: { words: "Waiting for the person", colour: "govuk-tag--yellow" },
  answered: { words: "Answered", colour: "govuk-tag--green" },
  withdrawn: { words: "Withdrawn", colour: "govuk-tag--grey" },
  lapsed: { words: "No answer in time", colour: "govuk-tag--red" },
} as const;

/** At the top of a case: what the person answered and nobody has looked at. */
export function answeredNow({ item, service, events }: CaseSheet): Slot {
  const fresh = (item.requests ?? []).flatMap(({ state, reviews, ...request }, index) => {
    if (state !== "answered" || Object.keys(reviews).length > 0 || item.closedAt !== null) return [];
    const title = requestTitle(service, { state, reviews, ...request }, index + 1, events);
    const address = `/desk/cases/${item.reference}/requests/${index + 1}`;
    return [html`<p class="govuk-body"><a class="govuk-link" href="${address}">Look at what they sent: ${title}</a></p>`];
  });
  return (
    fresh.length > 0 &&
    insetText({
      html: html`<p class="govuk-body govuk-!-margin-bottom-1"><strong>The person answered what they were asked</strong></p>${fresh}`,
      classes: "guildhall-inset--waiting",
    })
  );
}

/** What was asked of the person, where each stands, and the way to ask. */
export function requestsPart({ item, service, events }: CaseSheet, forms: CaseForms): Slot {
  const mayAsk = forms.may.write && item.closedAt === null;
  const requests = item.requests ?? [];
  if (requests.length === 0 && !mayAsk) return undefined;
  const list = requests.map((request, index) => {
    const { words, colour } = STATES[request.state];
    const title = requestTitle(service, request, index + 1, events);
    const until = takesAnswers(request) ? `, due ${longDay(request.day)}` : "";
    return html`<li><a class="govuk-link guildhall-words" href="/desk/cases/${item.reference}/requests/${index + 1}">${title}</a> ${tag({ text: words, classes: colour })}${until}</li>`;
  });
  const ask =
    mayAsk &&
    html`<p class="govuk-body"><a class="govuk-link" href="/desk/cases/${item.reference}/requests">Ask the person for something</a></p>`;
  return html`<h2 class="govuk-heading-m" id="requests">Asked of the person</h2>${list.length > 0 && html`<ul class="govuk-list">${list}</ul>`}${ask}`;
}
