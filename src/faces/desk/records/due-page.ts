import type { Problem } from "../../../answers/answer-type.ts";
import { date } from "../../../answers/date.ts";
import { button } from "../../../components/button.ts";
import type { Html, Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import type { Context } from "../../../context.ts";
import { dayOf } from "../../../platform/clock.ts";
import type { DueCase, DueCount } from "../../../records/due-store.ts";
import { COUNTED_DUE } from "../../../records/due-store.ts";
import { longDay, shortDay } from "../../shared/dates.ts";
import { problemSummary } from "../../shared/form.ts";
import { numeric, wideTable } from "../../shared/wide-table.ts";
import type { Desk } from "../desk.ts";
import { caseLink, recordsPage, serviceTitle } from "./records-layout.ts";

export const DAY_QUESTION = {
  id: "by",
  type: "date",
  ask: "By which day?",
  label: "the day",
  optional: true,
  personal: false,
  settings: {},
} as const;

export interface DuePage {
  /** YYYY-MM-DD */
  readonly day: string;
  readonly counts: readonly DueCount[];
  readonly cases: readonly DueCase[];
  /** The address of the next page, where there is one. */
  readonly next: string | undefined;
  /** What was typed into the date. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  readonly problems: readonly Problem[];
}

/** What will have been erased by a day, before it is: how many cases of each service, and which. */
export function duePage(context: Context, desk: Desk, page: DuePage): string {
  const { day, problems, fields } = page;
  const state = { fields, problems, heading: false, prefix: "", files: [] };
  return recordsPage(context, desk, "/desk/records", {
    title: "Due to be erased",
    error: problems.length > 0,
    main: html`${problemSummary(problems, undefined, (name) => date.inputId(DAY_QUESTION, name, ""))}<h1 class="govuk-heading-l">Due to be erased</h1>
<p class="govuk-body">Once a closed case has been kept as long as its service says, what is personal in it is erased by itself: answers, names, messages and files.
What happened and when stays. A legal hold keeps a case. You see the cases of the teams that you may see.</p>
<form method="get" action="/desk/records" novalidate>${date.input(DAY_QUESTION, state)}${button({ text: "Show", classes: "govuk-button--secondary" })}</form>
<h2 class="govuk-heading-m">By ${longDay(day)}</h2>${counted(context, desk, page)}${listed(context, desk, page)}`,
  });
}

function figure(count: number): string {
  return count >= COUNTED_DUE ? `${COUNTED_DUE.toLocaleString("en-GB")} or more` : count.toLocaleString("en-GB");
}

function counted(context: Context, desk: Desk, { counts }: DuePage): Html {
  if (counts.length === 0) return html`<p class="govuk-body">No case is due.</p>`;
  const head = [{ text: "Service" }, numeric("Due"), numeric("Kept by a hold")];
  const rows = counts.map(({ service, cases, held }) => [
    { text: serviceTitle(context, desk, service) },
    numeric(figure(cases)),
    numeric(figure(held)),
  ]);
  return wideTable({ caption: "Cases by service", head, rows });
}

function listed(context: Context, desk: Desk, { cases, next }: DuePage): Slot {
  if (cases.length === 0) return undefined;
  const head = ["Case", "Service", "Closed", "What happens"].map((text) => ({ text }));
  const rows = cases.map(({ reference, service, closedAt, held }) => [
    { html: caseLink(reference) },
    { text: serviceTitle(context, desk, service) },
    { text: shortDay(dayOf(closedAt)) },
    { text: held ? "Kept: a legal hold" : "Erased" },
  ]);
  const more = next !== undefined && html`<p class="govuk-body"><a class="govuk-link" rel="next" href="${next}">Next page</a></p>`;
  return html`${wideTable({ caption: "Cases, the longest closed first", head, rows })}${more}`;
}
