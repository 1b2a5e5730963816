import { backLink } from "../../../components/back-link.ts";
import { button } from "../../../components/button.ts";
import type { Html } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { insetText } from "../../../components/inset-text.ts";
import { CODE_MINUTES } from "../../../contact/draft-codes.ts";
import { phoneLink } from "../../shared/phone.ts";
import { form } from "../../shared/form.ts";
import { publicPage } from "../layout.ts";
import type { Trip } from "./trip.ts";
import { addressOf, tripKey } from "./trip.ts";

/** Offers to finish the journey with an officer. */
export function helpOffer(trip: Trip): Html {
  const { words } = trip.visit;
  const ask = form({
    key: tripKey(trip),
    action: addressOf(trip.service, "help"),
    body: button({ text: words.helpButton, classes: "govuk-button--secondary" }),
  });
  return html`<h2 class="govuk-heading-m">${words.helpTitle}</h2><p class="govuk-body">${words.helpOffer}</p>${ask}`;
}

/** The number to read out, whom to call and when. */
export function helpPage(trip: Trip, code: string): string {
  const { words, council } = trip.visit;
  const { phone, hours } = council.contact;
  return publicPage(trip.visit, {
    title: words.helpCall,
    service: { name: trip.service.title, url: `/services/${trip.service.id}` },
    before: backLink({ href: addressOf(trip.service), text: words.back }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h1 class="govuk-heading-l">${words.helpCall}</h1>
<p class="govuk-body-l">${phoneLink(phone)}</p>${insetText({ html: html`<strong class="govuk-heading-l govuk-!-margin-bottom-0">${code}</strong>` })}
<p class="govuk-body">${words.helpUntil(CODE_MINUTES)}</p><h2 class="govuk-heading-s">${words.helpHours}</h2><ul class="govuk-list">${hours.map((line) => html`<li>${line}</li>`)}</ul></div></div>`,
  });
}
