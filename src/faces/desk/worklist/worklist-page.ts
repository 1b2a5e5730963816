import type { ViewCounts } from "../../../cases/view-counts.ts";
import type { Counted } from "../../../cases/worklist-query.ts";
import type { WorklistPage } from "../../../cases/worklist.ts";
import { backLink } from "../../../components/back-link.ts";
import { errorSummary } from "../../../components/error-summary.ts";
import type { Html, Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { insetText } from "../../../components/inset-text.ts";
import { pagination } from "../../../components/pagination.ts";
import type { Context } from "../../../context.ts";
import { teamsSeen } from "../../../people/rights.ts";
import { longDay } from "../../shared/dates.ts";
import type { Desk } from "../desk.ts";
import { mayAtDesk } from "../desk.ts";
import { deskPage } from "../layout.ts";
import type { ShownList } from "../lists/saved-links.ts";
import { savedLinks } from "../lists/saved-links.ts";
import { caseTable } from "./case-table.ts";
import { choosingForm } from "./choosing-form.ts";
import { columnsChosen, listingOf } from "./columns.ts";
import type { Filters } from "./filter-form.ts";
import { filterForm, filterLink } from "./filter-form.ts";
import { searchForm } from "./found-page.ts";
import type { View } from "./view.ts";
import { addressOf, USUAL } from "./view.ts";
import { viewLinks } from "./view-links.ts";

/** What a worklist's page shows: its filters, and the cases that they leave unless something is wrong with them. */
export interface Listed {
  readonly filters: Filters;
  readonly counts: ViewCounts;
  readonly saved: readonly ShownList[];
  readonly found: WorklistPage | undefined;
  readonly names: ReadonlyMap<string, string>;
  /** The sealed place of this page's last row, where more follow. */
  readonly next: string | undefined;
}

/** Cases to work on: what is late first, unless told otherwise. */
export function worklistPage(context: Context, desk: Desk, listed: Listed): string {
  const { filters, counts, saved, found } = listed;
  const { view, wrong } = filters;
  return deskPage(context, desk, {
    title: "Cases",
    at: "/desk",
    error: wrong.length > 0,
    main: html`${problems(filters)}<h1 class="govuk-heading-l">Cases</h1>${searchForm("")}${coverWords(desk)}${viewLinks(desk, view, counts)}${savedLinks(saved, view)}${found === undefined ? filterForm(filters) : filterLink(view)}
${found !== undefined && casesPart(context, desk, listed, found)}`,
  });
}

/** For whom the officer covers, since their cases are among what is listed as the officer's own. */
function coverWords({ officer }: Desk): Slot {
  return (officer.covering ?? []).map(({ name, until }) =>
    insetText({ text: `You cover for ${name} until ${longDay(until)}. Their cases are under Mine, with “you cover” beside their name.` }),
  );
}

/** What a list may be narrowed down by, and what is shown of it. */
export function filtersPage(context: Context, desk: Desk, filters: Filters): string {
  return deskPage(context, desk, {
    title: "Filters, order and columns",
    before: backLink({ href: addressOf(filters.view), text: "Back to the list" }),
    main: html`<h1 class="govuk-heading-l">Filters, order and columns</h1>${filterForm(filters)}`,
  });
}

function problems({ wrong }: Filters): Slot {
  if (wrong.length === 0) return undefined;
  return errorSummary({
    titleText: "There is a problem",
    errorList: wrong.map(({ field, message }) => ({ text: message, href: `#${field}` })),
  });
}

function casesPart(context: Context, desk: Desk, listed: Listed, found: WorklistPage): Html {
  const { view, service } = listed.filters;
  const caption = countWords(found, view);
  const teams = teamsSeen(desk.officer, desk.visit.council);
  const list =
    found.cases.length > 0
      ? choosingForm(desk, view, found, (choosing) =>
          caseTable({
            caption,
            cases: found.cases,
            columns: columnsChosen(view.columns, service),
            listing: listingOf(context, desk, listed.names),
            choosing,
          }),
        )
      : html`<p class="govuk-body">${nothingWords(teams.length, view)}</p>`;
  return html`<p class="govuk-body"><strong>${caption}</strong></p>${list}${wayOn(view, listed.next)}${boardLink(view)}${found.cases.length > 0 && exportLinks(desk, view)}`;
}

function boardLink({ service, holder, team }: View): Html {
  const address = addressOf({ ...USUAL, service, holder: holder === "me" ? "me" : "anyone", team }, "/desk/board");
  return html`<p class="govuk-body"><a class="govuk-link" href="${address}">See open cases on a board, by stage</a></p>`;
}

function exportLinks(desk: Desk, view: View): Slot {
  if (!mayAtDesk(desk, "cases.export")) return undefined;
  const [csv, xlsx] = ["csv", "xlsx"].map((format) => addressOf({ ...view, after: "" }, `/desk/export/${format}`));
  return html`<p class="govuk-body">Save these cases as a spreadsheet: <a class="govuk-link" href="${xlsx}" download>Excel (XLSX)</a> or <a class="govuk-link" href="${csv}" download>CSV</a></p>`;
}

function countWords({ count, many }: Counted, view: View): string {
  const number = many ? `more than ${count.toLocaleString("en-GB")}` : count.toLocaleString("en-GB");
  const words = `${number} ${view.state} ${count === 1 ? "case" : "cases"}`;
  const which = [
    view.overdue && "overdue",
    view.today && "due today",
    view.waiting && "waiting for an answer",
    view.mentioned && "that mention you",
    view.paused && "with a stopped clock",
  ]
    .filter(Boolean)
    .join(" and ");
  return which === "" ? words : `${words}, ${which}`;
}

function nothingWords(teams: number, view: View): string {
  if (teams === 0) return "You are in no team yet. Ask your administrator to add you to one.";
  return addressOf(view) === "/desk"
    ? "There is nothing to do: no case of your teams is open."
    : "No case is like that. Choose other filters.";
}

function wayOn(view: View, next: string | undefined): Slot {
  const first =
    view.after !== "" &&
    html`<p class="govuk-body"><a class="govuk-link" href="${addressOf({ ...view, after: "" })}">Back to the first page</a></p>`;
  return [next !== undefined && pagination({ next: { href: addressOf({ ...view, after: next }) } }), first];
}
