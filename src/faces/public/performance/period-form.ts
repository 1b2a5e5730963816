import { button } from "../../../components/button.ts";
import { details } from "../../../components/details.ts";
import type { Html } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { select } from "../../../components/select.ts";
import { FIGURES } from "../../../measures/figures.ts";
import { CSV_COLUMNS, CSV_MEASURES } from "../../../measures/performance-csv.ts";
import type { Period } from "../../../measures/period.ts";
import { monthName, PERIODS } from "../../../measures/period.ts";

/** Chooses the months that the page shows. */
export function periodForm(period: Period): Html {
  const items = Object.entries(PERIODS).map(([value, text]) => ({ value, text }));
  const field = select({ name: "months", label: { text: "Period" }, items, value: period.length });
  return html`<form method="get" class="guildhall-search">${field}${button({ text: "Show", classes: "govuk-button--secondary" })}</form>
<p class="govuk-body">${monthName(period.months[0] ?? "")} to ${monthName(period.months.at(-1) ?? "")}</p>`;
}

/** The same figures for machines, and what the columns hold. */
export function csvLinks(address: string, period: Period): Html {
  const figures = Object.entries(FIGURES).map(
    ([name, { numerator, denominator }]) => [name, `${numerator}, divided by ${denominator}`] as const,
  );
  return html`<h2 class="govuk-heading-m">Use these figures</h2>
<p class="govuk-body"><a class="govuk-link" href="${address}.csv?months=${period.length}">Download these figures (CSV)</a></p>
<p class="govuk-body">You may use them under the Open Government Licence v3.0. Each row of the file is one service, month, channel and measure:</p>
${names(Object.entries(CSV_COLUMNS))}${details({ summaryText: "What each measure counts", html: names([...Object.entries(CSV_MEASURES), ...figures]) })}
<p class="govuk-body">Every figure is counted from what happened to journeys and cases. None is entered by hand, except what a channel costs.</p>`;
}

function names(entries: readonly (readonly [name: string, about: string])[]): Html {
  return html`<ul class="govuk-list govuk-list--bullet">${entries.map(([name, about]) => html`<li><code>${name}</code>: ${about}</li>`)}</ul>`;
}
