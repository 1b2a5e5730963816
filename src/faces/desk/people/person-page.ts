import { backLink } from "../../../components/back-link.ts";
import { button } from "../../../components/button.ts";
import { details } from "../../../components/details.ts";
import type { Html, Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { insetText } from "../../../components/inset-text.ts";
import { notificationBanner } from "../../../components/notification-banner.ts";
import { summaryList } from "../../../components/summary-list.ts";
import type { Case } from "../../../cases/case.ts";
import type { PersonRecord } from "../../../contact/person.ts";
import type { Context } from "../../../context.ts";
import { dayOf } from "../../../platform/clock.ts";
import { shortDay } from "../../shared/dates.ts";
import { form } from "../../shared/form.ts";
import { wideTable } from "../../shared/wide-table.ts";
import type { Desk } from "../desk.ts";
import { deskKey, mayAtDesk } from "../desk.ts";
import { deskPage } from "../layout.ts";
import { caseLink, serviceTitle } from "../records/records-layout.ts";
import { personAddress } from "./asker.ts";
import { startCall } from "../calls/start-call.ts";
import { callsPart } from "./calls-part.ts";
import { draftsPart, messagesPart, waitingPart } from "./person-parts.ts";
import type { PersonSheet } from "./person-sheet.ts";

/** What came of what the officer pressed. */
export interface Done {
  readonly text: string;
  readonly success?: true;
}

export const LINK_PURPOSE = "person-link";
export const MERGE_PURPOSE = "person-merge";

/** Who somebody is, and what the council has to do with them, at a glance. */
export function personPage(context: Context, desk: Desk, sheet: PersonSheet, done?: Done): string {
  const { person, merged } = sheet;
  const banner = done !== undefined && notificationBanner({ text: done.text, ...(done.success === true && { type: "success" as const }) });
  return deskPage(context, desk, {
    title: person.name,
    before: backLink({ href: "/desk/people?found=1", text: "Find a person" }),
    main: html`${banner}<h1 class="govuk-heading-l guildhall-words">${person.name}</h1>${startCall(context, desk, person)}
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${waitingPart(sheet.waiting)}${draftsPart(context, desk, person, sheet.drafts)}${casesPart(context, desk, sheet.cases)}${maybePart(context, desk, sheet)}${alikePart(context, desk, sheet)}${merged.map((one) => mergedPart(context, desk, person, one))}${callsPart(context, desk, sheet.calls)}${messagesPart(sheet.messages)}</div>
<div class="govuk-grid-column-one-third">${detailsPart(context, desk, sheet)}<p class="govuk-body"><a class="govuk-link" href="/desk/start?person=${person.id}">Start a service for them</a></p>${mayAtDesk(desk, "records.manage") && html`<p class="govuk-body"><a class="govuk-link" href="${personAddress(person, "/correct")}">Correct what is held of them</a></p><p class="govuk-body"><a class="govuk-link" href="${personAddress(person, "/archive")}">Give them what is held</a></p>`}</div></div>`,
  });
}

/** How to reach them; folded away where a service of theirs asks that they are known first, so that nothing is read out by mistake. */
function detailsPart(context: Context, desk: Desk, { person, cases }: PersonSheet): Html {
  const title = html`<h2 class="govuk-heading-m">How to reach them</h2>`;
  const services = context.councils.known(desk.visit.council.id);
  const strict = cases.find(({ service }) => services.find(({ id }) => id === service)?.identity === "strong");
  if (strict === undefined) return html`${title}${reachList(person)}`;
  return html`${title}<p class="govuk-body">Before you read out anything of theirs, <a class="govuk-link" href="/desk/cases/${strict.reference}/identity">check who they are</a>.</p>${details({ summaryText: "Show how to reach them", html: reachList(person) })}`;
}

function reachList({ email, phone, address, postcode }: PersonRecord): Html {
  const home = [...address, ...(postcode === null ? [] : [postcode])];
  return summaryList({
    rows: [
      {
        key: { text: "Email" },
        value: email === null ? { text: "Not given" } : { html: html`<span class="guildhall-words">${email}</span>` },
      },
      { key: { text: "Phone" }, value: { text: phone ?? "Not given" } },
      home.length > 0 && { key: { text: "Address" }, value: { html: html`<span class="guildhall-words">${home.join("\n")}</span>` } },
    ],
  });
}

function casesPart(context: Context, desk: Desk, cases: readonly Case[]): Html {
  const title = html`<h2 class="govuk-heading-m" id="cases">Cases</h2>`;
  if (cases.length === 0) return html`${title}<p class="govuk-body">None that your teams may see.</p>`;
  return html`${title}${caseTableOf(context, desk, cases, "Their cases, the newest first")}`;
}

function caseTableOf(context: Context, desk: Desk, cases: readonly Case[], caption: string): Html {
  const head = ["Case", "Service", "Came in", "Stands"].map((text) => ({ text }));
  const rows = cases.map((item) => [
    { html: caseLink(item.reference) },
    { text: serviceTitle(context, desk, item.service) },
    { text: shortDay(dayOf(item.openedAt)) },
    { text: standsAs(item) },
  ]);
  return wideTable({ caption, captionClasses: "govuk-visually-hidden", head, rows });
}

function standsAs({ closedAt, erasedAt, waitingReply }: Case): string {
  if (erasedAt !== null) return "Erased";
  if (closedAt !== null) return `Closed ${shortDay(dayOf(closedAt))}`;
  return waitingReply ? "Open: they wrote to us" : "Open";
}

function maybePart(context: Context, desk: Desk, { person, maybe }: PersonSheet): Slot {
  if (maybe.length === 0) return undefined;
  const key = deskKey(context, desk, `${LINK_PURPOSE}:${person.id}`);
  const items = maybe.map(({ reference, service, person: said }) => {
    const body = html`<input type="hidden" name="case" value="${reference}">${button({ html: html`The same person <span class="govuk-visually-hidden">in ${reference}</span>`, classes: "govuk-button--secondary govuk-!-margin-bottom-1", preventDoubleClick: true })}`;
    return html`<li><p class="govuk-body govuk-!-margin-bottom-1">${caseLink(reference)}: ${serviceTitle(context, desk, service)}, ${said.name ?? "no name given"}</p>${form({ key, action: personAddress(person, "/link"), body })}</li>`;
  });
  return html`<h2 class="govuk-heading-m">May be the same person</h2><p class="govuk-body">These cases name the same email address, or the same name and postcode. Ask before you say that they are theirs.</p><ul class="govuk-list guildhall-people">${items}</ul>`;
}

function alikePart(context: Context, desk: Desk, { person, alike }: PersonSheet): Slot {
  if (alike.length === 0) return undefined;
  const key = deskKey(context, desk, `${MERGE_PURPOSE}:${person.id}`);
  const items = alike.map((one) => {
    const contact = [one.email, one.phone, one.postcode].filter(Boolean).join(", ");
    const body = html`<input type="hidden" name="other" value="${one.id}">${button({ html: html`Merge into this record <span class="govuk-visually-hidden">${one.name}</span>`, classes: "govuk-button--secondary govuk-!-margin-bottom-1", preventDoubleClick: true })}`;
    return html`<li><p class="govuk-body govuk-!-margin-bottom-1 guildhall-words"><a class="govuk-link" href="${personAddress(one)}">${one.name}</a>${contact !== "" && html`, ${contact}`}</p>${form({ key, action: personAddress(person, "/merge"), body })}</li>`;
  });
  return html`<h2 class="govuk-heading-m">May be the same record</h2><p class="govuk-body">Merging can be undone.</p><ul class="govuk-list guildhall-people">${items}</ul>`;
}

function mergedPart(context: Context, desk: Desk, person: PersonRecord, one: PersonRecord): Html {
  const key = deskKey(context, desk, `${MERGE_PURPOSE}:${person.id}`);
  const body = html`<input type="hidden" name="other" value="${one.id}">${button({ html: html`Undo the merge <span class="govuk-visually-hidden">of ${one.name}</span>`, classes: "govuk-button--secondary", preventDoubleClick: true })}`;
  const text = html`<p class="govuk-body">The record of ${one.name}${one.email !== null && html` (${one.email})`} was merged into this one.</p>`;
  return insetText({ html: html`${text}${form({ key, action: personAddress(person, "/undo-merge"), body })}` });
}
