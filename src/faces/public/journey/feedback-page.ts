import type { Problem } from "../../../answers/answer-type.ts";
import { button } from "../../../components/button.ts";
import { html } from "../../../components/html.ts";
import { radios } from "../../../components/radios.ts";
import { textarea } from "../../../components/textarea.ts";
import { errorAt, form, problemSummary } from "../../shared/form.ts";
import { publicPage } from "../layout.ts";
import type { Trip } from "./trip.ts";
import { addressOf, tripKey } from "./trip.ts";

/** How it went: satisfaction 1 to 5, and a comment. */
export function feedbackPage(trip: Trip, typed: { score: string; comment: string }, problems: readonly Problem[]): string {
  const { words } = trip.visit;
  const items = words.scores
    .map((text, index) => ({ text, value: String(index + 1), checked: typed.score === String(index + 1) }))
    .toReversed();
  const choice = radios({
    idPrefix: "score",
    name: "score",
    items,
    fieldset: { legend: { text: words.satisfied, classes: "govuk-fieldset__legend--m" } },
    ...errorAt(problems, "score", words),
  });
  const comment = textarea({
    id: "comment",
    name: "comment",
    value: typed.comment,
    label: { text: words.better, classes: "govuk-label--m" },
    hint: { text: words.notPersonal },
    ...errorAt(problems, "comment", words),
  });
  return publicPage(trip.visit, {
    title: words.feedbackTitle,
    service: { name: trip.service.title, url: `/services/${trip.service.id}` },
    error: problems.length > 0,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${problemSummary(problems, words)}
<h1 class="govuk-heading-l">${words.feedbackTitle}</h1>
${form({ key: tripKey(trip), action: addressOf(trip.service, "feedback"), body: [choice, comment, button({ text: words.sendFeedback })] })}</div></div>`,
  });
}
