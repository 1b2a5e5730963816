import type { Problem } from "../../../answers/answer-type.ts";
import { button } from "../../../components/button.ts";
import { html } from "../../../components/html.ts";
import { radios } from "../../../components/radios.ts";
import { textarea } from "../../../components/textarea.ts";
import { errorAt, form, problemSummary } from "../../shared/form.ts";
import { publicPage } from "../layout.ts";
import type { Trip } from "./trip.ts";
import { addressOf, tripKey } from "./trip.ts";

const SCORES = ["Very dissatisfied", "Dissatisfied", "Neither satisfied nor dissatisfied", "Satisfied", "Very satisfied"];

/** How it went: satisfaction 1 to 5, and a comment. */
export function feedbackPage(trip: Trip, typed: { score: string; comment: string }, problems: readonly Problem[]): string {
  const items = SCORES.map((text, index) => ({ text, value: String(index + 1), checked: typed.score === String(index + 1) })).toReversed();
  const choice = radios({
    idPrefix: "score",
    name: "score",
    items,
    fieldset: { legend: { text: "Overall, how satisfied were you with this service?", classes: "govuk-fieldset__legend--m" } },
    ...errorAt(problems, "score"),
  });
  const comment = textarea({
    id: "comment",
    name: "comment",
    value: typed.comment,
    label: { text: "How could we make it better? (optional)", classes: "govuk-label--m" },
    hint: { text: "Do not include your name, National Insurance number or card number" },
    ...errorAt(problems, "comment"),
  });
  return publicPage(trip.visit, {
    title: "What did you think of this service?",
    service: { name: trip.service.title, url: `/services/${trip.service.id}` },
    error: problems.length > 0,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${problemSummary(problems)}
<h1 class="govuk-heading-l">What did you think of this service?</h1>
${form({ key: tripKey(trip), action: addressOf(trip.service, "feedback"), body: [choice, comment, button({ text: "Send feedback" })] })}</div></div>`,
  });
}
