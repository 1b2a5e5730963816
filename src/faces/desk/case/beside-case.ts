import type { Case } from "../../../cases/case.ts";
import type { PersonCases } from "../../../cases/person-cases.ts";
import { casesBeside } from "../../../cases/person-cases.ts";
import type { Present } from "../../../cases/presence.ts";
import { presentAt } from "../../../cases/presence.ts";
import type { Html, Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { insetText } from "../../../components/inset-text.ts";
import type { Context } from "../../../context.ts";
import { mayOnCase, sightOf } from "../../../people/rights.ts";
import { dayOf } from "../../../platform/clock.ts";
import { shortDay } from "../../shared/dates.ts";
import { stageTag } from "../case-words.ts";
import type { Desk } from "../desk.ts";

/** Of a person's other cases, how many a case page lists. */
const LISTED = 5;

/** What is around a case: who else is at it, and what else its person has with the council. */
export interface BesideCase {
  readonly present: readonly Present[];
  readonly theirs: PersonCases;
}

/** Reads what is around a case, and notes that the officer is at it: two statements, one where there is nothing to find the person by. */
export async function besideCase(context: Context, { officer, visit }: Desk, item: Case): Promise<BesideCase> {
  const works = item.closedAt === null && mayOnCase(officer, "cases.work", visit.council, item);
  const [present, theirs] = await Promise.all([
    presentAt(context.database, item, officer.id, { now: visit.now, works }),
    casesBeside(context.database, item, sightOf(officer, visit.council), LISTED),
  ]);
  return { present, theirs };
}

/** Who else may be working on the case, above all else: two who do the same thing do it twice. */
export function presentPart({ visit }: Desk, { present }: BesideCase): Slot {
  if (present.length === 0) return undefined;
  const lines = present.map(({ name, at }) => {
    return html`<p class="govuk-body govuk-!-margin-bottom-1"><strong>${name}</strong> opened this case ${ago(at, visit.now)} and may be working on it.</p>`;
  });
  return insetText({ html: html`${lines}`, classes: "guildhall-inset--close" });
}

function ago(at: Date, now: Date): string {
  const minutes = Math.floor((now.getTime() - at.getTime()) / 60_000);
  if (minutes < 1) return "less than a minute ago";
  return minutes === 1 ? "1 minute ago" : `${minutes} minutes ago`;
}

/** The person's other cases that the officer may see: the newest, and the way to all. */
export function theirCases(context: Context, { item }: { readonly item: Case }, { theirs }: BesideCase): Slot {
  if (theirs.total === 0) return undefined;
  const all =
    theirs.total > theirs.cases.length &&
    html`<p class="govuk-body"><a class="govuk-link" href="/desk/cases/${item.reference}/person">All ${theirs.total} of their other cases</a></p>`;
  return html`<h3 class="govuk-heading-s">${theirCasesTitle(theirs)}</h3>${caseLines(context, item, theirs)}${all}`;
}

export function theirCasesTitle({ by }: PersonCases): string {
  return by === "name" ? "Other cases of this name and postcode" : "Other cases of this email address";
}

export function caseLines(context: Context, { council }: Pick<Case, "council">, { cases }: PersonCases): Html {
  const known = context.councils.known(council);
  const lines = cases.map(({ reference, service, stage, openedAt, closedAt }) => {
    const found = context.councils.service(council, service);
    const title = known.find(({ id }) => id === service)?.title ?? service;
    return html`<li><a class="govuk-link" href="/desk/cases/${reference}">${reference}: ${title}</a> ${stageTag(found, { stage, closedAt })} <span class="guildhall-small">${shortDay(dayOf(openedAt))}</span></li>`;
  });
  return html`<ul class="govuk-list">${lines}</ul>`;
}
