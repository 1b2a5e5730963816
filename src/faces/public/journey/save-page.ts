import type { Problem } from "../../../answers/answer-type.ts";
import { backLink } from "../../../components/back-link.ts";
import { button } from "../../../components/button.ts";
import { html } from "../../../components/html.ts";
import { input } from "../../../components/input.ts";
import { LINK_HOURS } from "../../../drafts/resume-links.ts";
import { form, problemSummary } from "../../shared/form.ts";
import type { Visit } from "../../shared/visit.ts";
import { publicPage } from "../layout.ts";
import type { Trip } from "./trip.ts";
import { addressOf, tripKey } from "./trip.ts";

/** Asks where to send the link that opens this journey on another device. */
export function savePage(trip: Trip, typed: string, problems: readonly Problem[]): string {
  const [problem] = problems;
  const box = input({
    id: "email",
    name: "email",
    type: "email",
    autocomplete: "email",
    spellcheck: false,
    value: typed,
    label: { text: "Email address" },
    ...(problem === undefined ? {} : { errorMessage: { text: problem.message } }),
  });
  return publicPage(trip.visit, {
    title: "Save and come back later",
    service: { name: trip.service.title, url: `/services/${trip.service.id}` },
    before: backLink({ href: addressOf(trip.service), text: "Back" }),
    error: problems.length > 0,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${problemSummary(problems)}
<h1 class="govuk-heading-l">Save and come back later</h1><p class="govuk-body">Your answers are saved. We keep them for ${keptFor(trip)} after you last change one.</p>
<p class="govuk-body">We will email you a link that opens them on any device. It works once, for ${LINK_HOURS} hours.${reminderWords(trip)}</p>
${form({ key: tripKey(trip), action: addressOf(trip.service, "save"), body: [box, button({ text: "Email me a link" })] })}
<p class="govuk-body"><a class="govuk-link" href="${addressOf(trip.service)}">Go on without a link</a></p></div></div>`,
  });
}

function keptFor({ service }: Trip): string {
  return `${service.drafts.days} days`;
}

/** Said where the address is given, since it is kept for that. */
function reminderWords({ service: { drafts } }: Trip): string {
  if (drafts.remind === 0) return "";
  const before = drafts.remind === 1 ? "the day before" : `${drafts.remind} days before`;
  return ` If you have not sent your answers by then, we will remind you by email ${before} we delete them.`;
}

export function savedPage(trip: Trip): string {
  return publicPage(trip.visit, {
    title: "Check your email",
    service: { name: trip.service.title, url: `/services/${trip.service.id}` },
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h1 class="govuk-heading-l">Check your email</h1>
<p class="govuk-body">We have sent you a link. It opens your answers once, within ${LINK_HOURS} hours.</p>
<p class="govuk-body">If it does not come within 10 minutes, look in your spam folder, or <a class="govuk-link" href="${addressOf(trip.service, "save")}">send it again</a>.</p>
<p class="govuk-body">You can close this page, or <a class="govuk-link" href="${addressOf(trip.service)}">go on now</a>.</p></div></div>`,
  });
}

/** Opening the link alone changes nothing, so that a mail scanner that looks at it does not use it up. */
export function resumePage(visit: Visit, token: string, key: string): string {
  return publicPage(visit, {
    title: "Go on with your answers",
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h1 class="govuk-heading-l">Go on with your answers</h1>
<p class="govuk-body">Press Continue to open your saved answers on this device.</p>
${form({ key, action: `/resume/${token}`, body: button({ text: "Continue", preventDoubleClick: true }) })}</div></div>`,
  });
}
