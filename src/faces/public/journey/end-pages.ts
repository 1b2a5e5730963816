import { backLink } from "../../../components/back-link.ts";
import { button } from "../../../components/button.ts";
import { html } from "../../../components/html.ts";
import { panel } from "../../../components/panel.ts";
import type { Case } from "../../../cases/case.ts";
import type { PublishedService } from "../../../definition/service.ts";
import type { ToldOutcome } from "../../../journey/tell-outcome.ts";
import { pounds } from "../../../money/pence.ts";
import { promisedBy } from "../../shared/dates.ts";
import { outcomeParts } from "../../shared/outcome-parts.ts";
import type { Visit } from "../../shared/visit.ts";
import { publicPage } from "../layout.ts";
import { addressOf } from "./trip.ts";

/** An ending that is not a case. Good news stands in a panel, as a confirmation does. */
export function outcomePage(visit: Visit, service: PublishedService, told: ToldOutcome, back: string): string {
  const { title } = told;
  const heading = told.kind === "eligible" ? panel({ titleText: title }) : html`<h1 class="govuk-heading-l">${title}</h1>`;
  return publicPage(visit, {
    title,
    service: { name: service.title, url: `/services/${service.id}` },
    before: backLink({ href: back, text: "Back" }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${heading}${outcomeParts(told)}
<p class="govuk-body">If an answer was wrong, you can <a class="govuk-link" href="${back}">go back and change it</a>.</p>
<p class="govuk-body"><a class="govuk-link" href="/services">See all services</a></p></div></div>`,
  });
}

/** What a person sees once their case is safe with us. */
export function donePage(visit: Visit, service: PublishedService, item: Case, rated: boolean): string {
  const stage = service.case.stages.get(item.stage);
  const told = { email: `We have sent a confirmation to ${item.person.email ?? "you"}.`, letter: "We will send you a letter.", none: "" }[
    item.tellBy
  ];
  const fee =
    item.feePence !== null && html`<p class="govuk-body">The fee is ${pounds(item.feePence)}. We will tell you how to pay it.</p>`;
  return publicPage(visit, {
    title: "Sent",
    service: { name: service.title, url: `/services/${service.id}` },
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${panel({ titleText: "Sent", html: html`Your reference<br><strong>${item.reference}</strong>` })}
<p class="govuk-body">${told}</p><h2 class="govuk-heading-m">What happens next</h2>
<p class="govuk-body">${stage?.next}</p><p class="govuk-body">We aim to finish by <strong>${promisedBy(item.openedAt, item.dueAt)}</strong>.</p>${fee}
<p class="govuk-body">You can <a class="govuk-link" href="/cases">check progress</a> at any time with your reference and ${item.tellBy === "letter" ? "postcode" : "email address"}.</p>
${!rated && html`<p class="govuk-body"><a class="govuk-link" href="${addressOf(service, "feedback")}">What did you think of this service?</a> (takes 30 seconds)</p>`}</div></div>`,
  });
}

/** Said once the person has told us how it went. */
export function thanksPage(visit: Visit, service: PublishedService): string {
  return publicPage(visit, {
    title: "Thank you for your feedback",
    service: { name: service.title, url: `/services/${service.id}` },
    main: html`<h1 class="govuk-heading-l">Thank you for your feedback</h1><p class="govuk-body">We use it to make the service better.</p>
${button({ text: "Back to all services", href: "/services" })}`,
  });
}
