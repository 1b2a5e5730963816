import type { Problem } from "../../../answers/answer-type.ts";
import type { Case } from "../../../cases/case.ts";
import { button } from "../../../components/button.ts";
import { details } from "../../../components/details.ts";
import type { Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { notificationBanner } from "../../../components/notification-banner.ts";
import type { Context } from "../../../context.ts";
import { shortDay } from "../../shared/dates.ts";
import { dayOf } from "../../../platform/clock.ts";
import type { FormBody } from "../../shared/form-body.ts";
import { form } from "../../shared/form.ts";
import { wideTable } from "../../shared/wide-table.ts";
import type { Desk } from "../desk.ts";
import { deskKey } from "../desk.ts";
import { holdForm, holdSummary } from "./hold-form.ts";
import { personSearch } from "./person-search.ts";
import { caseLink, recordsPage, serviceTitle } from "./records-layout.ts";

/** A case of a person, and why it is not erased though they ask. */
export interface PersonCase {
  readonly item: Case;
  readonly kept: string | undefined;
}

export interface PersonPage {
  /** Undefined before anybody is looked for. */
  readonly cases: readonly PersonCase[] | undefined;
  /** What was typed last into the search, or into one of the forms below. */
  readonly body: FormBody;
  readonly problems: readonly Problem[];
  readonly done: string | undefined;
}

export const PERSON_PURPOSE = { hold: "person-hold", erase: "person-erase" } as const;

/** A person's cases of all services, and what can be done with all of them. */
export function personPage(context: Context, desk: Desk, { cases, body, problems, done }: PersonPage): string {
  const banner = done !== undefined && notificationBanner({ type: "success", text: done });
  return recordsPage(context, desk, "/desk/records/person", {
    title: "A person's cases",
    error: problems.length > 0,
    main: html`${holdSummary(problems)}${banner}<h1 class="govuk-heading-l">A person's cases</h1>${personSearch(body, problems)}${cases && found(context, desk, cases, body, problems)}`,
  });
}

function found(context: Context, desk: Desk, cases: readonly PersonCase[], body: FormBody, problems: readonly Problem[]): Slot {
  if (cases.length === 0) {
    return html`<p class="govuk-body">No case was found. You find only cases that your teams may see, and none whose values were erased.</p>`;
  }
  const head = ["Case", "Service", "Came in", "Name", "If they ask to be erased"].map((text) => ({ text }));
  const rows = cases.map(({ item, kept }) => [
    { html: caseLink(item.reference) },
    { text: serviceTitle(context, desk, item.service) },
    { text: shortDay(dayOf(item.openedAt)) },
    { text: item.person.name ?? "Not given" },
    { text: kept === undefined ? "Erased" : `Kept: ${kept.charAt(0).toLowerCase()}${kept.slice(1)}` },
  ]);
  const open = problems.some(({ field }) => field === "reason" || field === "until");
  const hold = holdForm(deskKey(context, desk, PERSON_PURPOSE.hold), "/desk/records/person/hold", body, problems);
  return html`${wideTable({ caption: "Their cases, the newest first", head, rows })}
${details({ summaryText: "Place a legal hold on the person", html: html`<p class="govuk-body">Nothing of theirs is erased while it stands, of cases to come too.</p>${hold}`, open })}${eraseForm(context, desk, cases)}`;
}

function eraseForm(context: Context, desk: Desk, cases: readonly PersonCase[]): Slot {
  const going = cases.filter(({ kept }) => kept === undefined).length;
  if (going === 0) return html`<p class="govuk-body">None of their cases can be erased on request. The table says why.</p>`;
  const body = html`<input type="hidden" name="cases" value="${going}"><div class="govuk-form-group"><label class="govuk-label govuk-label--s" for="why">What did they ask?</label>
<div class="govuk-hint" id="why-hint">It is kept for good, with your name. Name nobody.</div><textarea class="govuk-textarea" id="why" name="reason" rows="2" aria-describedby="why-hint"></textarea></div>${button({ text: going === 1 ? "Erase 1 case for good" : `Erase ${going} cases for good`, classes: "govuk-button--warning", preventDoubleClick: true })}`;
  const asking = form({ key: deskKey(context, desk, PERSON_PURPOSE.erase), action: "/desk/records/person/erase", body });
  return details({ summaryText: "Erase what can be erased, because they ask", html: asking });
}
