import type { Case } from "../../../cases/case.ts";
import type { WorklistPage } from "../../../cases/worklist.ts";
import { button } from "../../../components/button.ts";
import type { Html, Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { input } from "../../../components/input.ts";
import { pagination } from "../../../components/pagination.ts";
import type { Context } from "../../../context.ts";
import { teamsSeen } from "../../../people/permissions.ts";
import type { Desk } from "../desk.ts";
import { deskPage } from "../layout.ts";
import { caseTable } from "./case-table.ts";
import { filterForm } from "./filter-form.ts";
import type { View } from "./view.ts";
import { addressOf, USUAL } from "./view.ts";

export interface Listed extends WorklistPage {
  readonly view: View;
  readonly names: ReadonlyMap<string, string>;
  /** The sealed place of this page's last row, where more follow. */
  readonly next: string | undefined;
}

/** Cases to work on: what is late first, unless told otherwise. */
export function worklistPage(context: Context, desk: Desk, listed: Listed): string {
  const { view, cases, names } = listed;
  const teams = teamsSeen(desk.officer, desk.visit.council);
  const services = context.councils.known(desk.visit.council.id).filter((service) => teams.includes(service.case.team));
  const count = countWords(listed);
  const list =
    cases.length > 0 ? caseTable(context, desk, count, cases, names) : html`<p class="govuk-body">${nothingWords(teams.length, view)}</p>`;
  return deskPage(context, desk, {
    title: "Cases",
    at: "/desk",
    main: html`<h1 class="govuk-heading-l">Cases</h1>${searchForm("")}${quickLists(view)}${filterForm(view, services)}
<p class="govuk-body"><strong>${count}</strong></p>${list}${wayOn(listed)}`,
  });
}

function countWords({ count, many, view }: Listed): string {
  const number = many ? `more than ${count.toLocaleString("en-GB")}` : count.toLocaleString("en-GB");
  const words = `${number} ${view.state} ${count === 1 ? "case" : "cases"}`;
  const which = [view.overdue && "overdue", view.waiting && "waiting for an answer"].filter(Boolean).join(" and ");
  return which === "" ? words : `${words}, ${which}`;
}

function nothingWords(teams: number, view: View): string {
  if (teams === 0) return "You are in no team yet. Ask your administrator to add you to one.";
  return addressOf(view) === "/desk"
    ? "There is nothing to do: no case of your teams is open."
    : "No case is like that. Choose other filters.";
}

/** One box for a reference or a name. Posted, so that no name stands in an address. */
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

const LISTS: readonly { readonly text: string; readonly view: View }[] = [
  { text: "All open", view: USUAL },
  { text: "Overdue", view: { ...USUAL, overdue: true } },
  { text: "Mine", view: { ...USUAL, holder: "me" } },
  { text: "Taken by nobody", view: { ...USUAL, holder: "nobody" } },
  { text: "Waiting for an answer", view: { ...USUAL, waiting: true } },
];

function quickLists(view: View): Html {
  const here = addressOf({ ...view, after: "" });
  const links = LISTS.map(({ text, view: other }) => {
    const href = addressOf(other);
    return html`<li><a class="govuk-link${href === here && " guildhall-here"}" href="${href}"${href === here && html` aria-current="true"`}>${text}</a></li>`;
  });
  return html`<nav aria-label="Lists"><ul class="govuk-list guildhall-inline">${links}</ul></nav>`;
}

function wayOn({ view, next }: Listed): Slot {
  const first =
    view.after !== "" &&
    html`<p class="govuk-body"><a class="govuk-link" href="${addressOf({ ...view, after: "" })}">Back to the first page</a></p>`;
  return [next !== undefined && pagination({ next: { href: addressOf({ ...view, after: next }) } }), first];
}

export interface Found {
  readonly typed: string;
  readonly cases: readonly Case[];
  readonly more: boolean;
  readonly names: ReadonlyMap<string, string>;
}

/** What a search found, closed cases too. */
export function foundPage(context: Context, desk: Desk, { typed, cases, more, names }: Found): string {
  const caption = `${cases.length} ${cases.length === 1 ? "case" : "cases"} found`;
  const list =
    cases.length > 0
      ? caseTable(context, desk, caption, cases, names)
      : html`<p class="govuk-body">Check the spelling, or search by the last name alone. A reference has 9 letters and numbers, such as K7M-4TX-9QC. You find only cases that your teams may see.</p>`;
  return deskPage(context, desk, {
    title: "Search results",
    main: html`<h1 class="govuk-heading-l">Search results</h1>${searchForm(typed)}<p class="govuk-body"><strong>${caption}</strong></p>${list}
${more && html`<p class="govuk-body">There are more. Add the first name to find fewer.</p>`}
<p class="govuk-body"><a class="govuk-link" href="/desk">Back to all cases</a></p>`,
  });
}
