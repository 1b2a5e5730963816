import type { Problem } from "../../../answers/answer-type.ts";
import { backLink } from "../../../components/back-link.ts";
import { button } from "../../../components/button.ts";
import { html } from "../../../components/html.ts";
import { input } from "../../../components/input.ts";
import { LINK_HOURS } from "../../../drafts/resume-links.ts";
import { form, problemSummary } from "../../shared/form.ts";
import type { Visit } from "../../shared/visit.ts";
import { publicPage } from "../layout.ts";
import { helpOffer } from "./help-page.ts";
import type { Trip } from "./trip.ts";
import { addressOf, tripKey } from "./trip.ts";

/** Asks where to send the link that opens this journey on another device. */
export function savePage(trip: Trip, typed: string, problems: readonly Problem[]): string {
  const [problem] = problems;
  const { words } = trip.visit;
  const box = input({
    id: "email",
    name: "email",
    type: "email",
    autocomplete: "email",
    spellcheck: false,
    value: typed,
    label: { text: words.emailAddress },
    ...(problem === undefined ? {} : { errorMessage: { text: problem.message, visuallyHiddenText: words.error } }),
  });
  return publicPage(trip.visit, {
    title: words.saveForLater,
    service: { name: trip.service.title, url: `/services/${trip.service.id}` },
    before: backLink({ href: addressOf(trip.service), text: words.back }),
    error: problems.length > 0,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${problemSummary(problems, words)}
<h1 class="govuk-heading-l">${words.saveForLater}</h1><p class="govuk-body">${words.savedFor(trip.service.drafts.days)}</p>
<p class="govuk-body">${words.linkOnce(LINK_HOURS)}${reminderWords(trip)}</p>
${form({ key: tripKey(trip), action: addressOf(trip.service, "save"), body: [box, button({ text: words.emailMe })] })}
<p class="govuk-body"><a class="govuk-link" href="${addressOf(trip.service)}">${words.withoutLink}</a></p>${helpOffer(trip)}</div></div>`,
  });
}

/** Said where the address is given, since it is kept for that. */
function reminderWords({ service: { drafts }, visit: { words } }: Trip): string {
  return drafts.remind === 0 ? "" : ` ${words.remind(drafts.remind)}`;
}

export function savedPage(trip: Trip): string {
  const { words } = trip.visit;
  return publicPage(trip.visit, {
    title: words.checkEmail,
    service: { name: trip.service.title, url: `/services/${trip.service.id}` },
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h1 class="govuk-heading-l">${words.checkEmail}</h1>
<p class="govuk-body">${words.linkSent(LINK_HOURS)}</p>
<p class="govuk-body">${words.ifNotCome} <a class="govuk-link" href="${addressOf(trip.service, "save")}">${words.sendAgain}</a>.</p>
<p class="govuk-body">${words.closeOr} <a class="govuk-link" href="${addressOf(trip.service)}">${words.goOnNow}</a>.</p></div></div>`,
  });
}

/** Opening the link alone changes nothing, so that a mail scanner that looks at it does not use it up. */
export function resumePage(visit: Visit, token: string, key: string): string {
  const { words } = visit;
  return publicPage(visit, {
    title: words.resumeTitle,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h1 class="govuk-heading-l">${words.resumeTitle}</h1>
<p class="govuk-body">${words.resumeText}</p>
${form({ key, action: `/resume/${token}`, body: button({ text: words.continue, preventDoubleClick: true }) })}</div></div>`,
  });
}
