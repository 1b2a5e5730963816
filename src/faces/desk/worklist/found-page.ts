import type { FoundCases } from "../../../cases/case-search.ts";
import { button } from "../../../components/button.ts";
import type { Html } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { input } from "../../../components/input.ts";
import type { Context } from "../../../context.ts";
import type { Desk } from "../desk.ts";
import { deskPage } from "../layout.ts";
import { caseTable } from "./case-table.ts";
import { columnsChosen, listingOf } from "./columns.ts";

/** One box for all that a case may be found by. Posted, so that no name stands in an address. */
export function searchForm(typed: string): Html {
  const box = input({
    id: "search",
    name: "search",
    value: typed || undefined,
    label: { text: "Search by reference or name" },
    autocomplete: "off",
    spellcheck: false,
    classes: "govuk-input--width-20",
  });
  return html`<form class="guildhall-search" method="post" action="/desk/search" role="search">${box}${button({ text: "Search", classes: "govuk-button--secondary" })}</form>`;
}

export interface Found extends FoundCases {
  readonly typed: string;
  readonly names: ReadonlyMap<string, string>;
}

/** What a search found, closed cases too. */
export function foundPage(context: Context, desk: Desk, { typed, cases, more, names }: Found): string {
  const caption = `${cases.length} ${cases.length === 1 ? "case" : "cases"} found`;
  const columns = columnsChosen([], undefined);
  const list =
    cases.length > 0
      ? caseTable({ caption, cases, columns, listing: listingOf(context, desk, names) })
      : html`<p class="govuk-body">Check the spelling, or search by the last name alone. A reference has 9 letters and numbers, such as K7M-4TX-9QC. You find only cases that your teams may see.</p>`;
  return deskPage(context, desk, {
    title: "Search results",
    main: html`<h1 class="govuk-heading-l">Search results</h1>${searchForm(typed)}<p class="govuk-body"><strong>${caption}</strong></p>${list}
${more && html`<p class="govuk-body">There are more. Add the first name to find fewer.</p>`}
<p class="govuk-body"><a class="govuk-link" href="/desk">Back to all cases</a></p>`,
  });
}
