import { backLink } from "../../../components/back-link.ts";
import { button } from "../../../components/button.ts";
import { html } from "../../../components/html.ts";
import { panel } from "../../../components/panel.ts";
import type { Case } from "../../../cases/case.ts";
import type { PublishedService } from "../../../definition/service.ts";
import type { ToldOutcome } from "../../../journey/tell-outcome.ts";
import { pounds } from "../../../money/pence.ts";
import { promisedBy } from "../../shared/dates.ts";
import { inOwnLanguage } from "../../shared/own-language.ts";
import { outcomeParts } from "../../shared/outcome-parts.ts";
import type { Visit } from "../../shared/visit.ts";
import { publicPage } from "../layout.ts";
import { addressOf } from "./trip.ts";

/** An ending that is not a case. Good news stands in a panel, as a confirmation does. */
export function outcomePage(visit: Visit, service: PublishedService, told: ToldOutcome, back: string): string {
  const { title } = told;
  const { words, language } = visit;
  const heading = told.kind === "eligible" ? panel({ titleText: title }) : html`<h1 class="govuk-heading-l">${title}</h1>`;
  return publicPage(visit, {
    title,
    service: { name: service.title, url: `/services/${service.id}` },
    before: backLink({ href: back, text: words.back }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${inOwnLanguage(told, language, html`${heading}${outcomeParts(told, 2, words)}`)}
<p class="govuk-body">${words.wrongAnswer} <a class="govuk-link" href="${back}">${words.goBackAndChange}</a>.</p>
<p class="govuk-body"><a class="govuk-link" href="/services">${words.allServicesLink}</a></p></div></div>`,
  });
}

/** What a person sees once their case is safe with us. */
export function donePage(visit: Visit, service: PublishedService, item: Case, rated: boolean): string {
  const stage = service.case.stages.get(item.stage);
  const { words, language } = visit;
  const told = { email: words.confirmationTo(item.person.email ?? words.you), letter: words.letterComes, none: "" }[item.tellBy];
  const fee = item.feePence !== null && html`<p class="govuk-body">${words.fee} ${pounds(item.feePence)}. ${words.feeHow}</p>`;
  return publicPage(visit, {
    title: words.sent,
    service: { name: service.title, url: `/services/${service.id}` },
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${panel({ titleText: words.sent, html: html`${words.yourReference}<br><strong>${item.reference}</strong>` })}
<p class="govuk-body">${told}</p><h2 class="govuk-heading-m">${words.next}</h2>
${stage && inOwnLanguage(stage, language, html`<p class="govuk-body">${stage.next}</p>`)}<p class="govuk-body">${words.aimBy} <strong>${promisedBy(item.openedAt, item.dueAt, language)}</strong>.</p>${fee}
<p class="govuk-body">${words.youCan} <a class="govuk-link" href="/cases">${words.checkProgressLink}</a> ${words.checkProgressAtAnyTime(item.tellBy === "letter" ? words.postcodeProof : words.emailProof)}</p>
<p class="govuk-body"><a class="govuk-link" href="${addressOf(service, "done")}/answers">${words.saveAnswers}</a></p>
${!rated && html`<p class="govuk-body"><a class="govuk-link" href="${addressOf(service, "feedback")}">${words.feedbackTitle}</a> ${words.takes30}</p>`}</div></div>`,
  });
}

/** Said once the person has told us how it went. */
export function thanksPage(visit: Visit, service: PublishedService): string {
  const { words } = visit;
  return publicPage(visit, {
    title: words.thanksTitle,
    service: { name: service.title, url: `/services/${service.id}` },
    main: html`<h1 class="govuk-heading-l">${words.thanksTitle}</h1><p class="govuk-body">${words.thanksText}</p>
${button({ text: words.backToServices, href: "/services" })}`,
  });
}
