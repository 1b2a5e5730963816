import { button } from "../../../components/button.ts";
import type { Html, Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { input } from "../../../components/input.ts";
import type { Case } from "../../../cases/case.ts";
import type { CodedDraft } from "../../../contact/draft-codes.ts";
import type { FoundPerson } from "../../../contact/group-people.ts";
import type { Context } from "../../../context.ts";
import { dayOf } from "../../../platform/clock.ts";
import { shortDay } from "../../shared/dates.ts";
import { form } from "../../shared/form.ts";
import type { Desk } from "../desk.ts";
import { deskKey } from "../desk.ts";
import { deskPage } from "../layout.ts";
import { startCall } from "../calls/start-call.ts";
import { personAddress } from "./asker.ts";

/** One box for all that a person may say of themselves. Posted, so that no name stands in an address. */
export function findForm(typed: string): Html {
  const box = input({
    id: "person",
    name: "person",
    value: typed || undefined,
    label: { text: "Find a person" },
    hint: { text: "By name, email address, telephone number, postcode or reference" },
    autocomplete: "off",
    spellcheck: false,
  });
  return html`<form class="guildhall-search" method="post" action="/desk/people" role="search">${box}${button({ text: "Find", classes: "govuk-button--secondary" })}</form>`;
}

export interface FoundShown {
  readonly typed: string;
  /** Undefined before anybody is looked for. */
  readonly found: readonly FoundPerson[] | undefined;
  readonly more: boolean;
  /** How many journeys that were not sent were saved with the email address looked for. */
  readonly saved: number;
  /** The journey whose number was typed. */
  readonly coded: CodedDraft | undefined;
}

export const CODE_PURPOSE = "open-coded";

/** Who was found, each person once. */
export function findPage(context: Context, desk: Desk, { typed, found, more, saved, coded }: FoundShown): string {
  const key = deskKey(context, desk, "open-person");
  return deskPage(context, desk, {
    title: "Find a person",
    at: "/desk/people",
    main: html`<h1 class="govuk-heading-l">Find a person</h1>${startCall(context, desk)}${findForm(typed)}${coded && codedPart(context, desk, coded, typed)}${found && (coded === undefined || found.length > 0) && foundList(context, desk, found, key)}
${more && html`<p class="govuk-body">There are more. Type more of the name, or the postcode or the email address.</p>`}
${saved > 0 && html`<p class="govuk-body">${saved === 1 ? "A journey that was not sent was" : `${saved} journeys that were not sent were`} saved with this email address. Open or add the person to go on with ${saved === 1 ? "it" : "them"}.</p>`}
<p class="govuk-body"><a class="govuk-link" href="/desk/people/new">Add a person who is not here</a></p>`,
  });
}

function codedPart(context: Context, desk: Desk, { service }: CodedDraft, typed: string): Html {
  const title = context.councils.known(desk.visit.council.id).find(({ id }) => id === service)?.title ?? service;
  const body = html`<input type="hidden" name="code" value="${typed}">${button({ text: "Go on with it", preventDoubleClick: true })}`;
  return html`<h2 class="govuk-heading-m">A journey that its person asks for help with</h2><p class="govuk-body">${title}. They gave the number so that you go on with it: their page told them that you see their answers.</p>${form({ key: deskKey(context, desk, CODE_PURPOSE), action: "/desk/people/code", body })}`;
}

function foundList(context: Context, desk: Desk, found: readonly FoundPerson[], key: string): Html {
  if (found.length === 0)
    return html`<p class="govuk-body">Nobody was found. Check the spelling, or try something else that they can tell you. You find only cases that your teams may see.</p>`;
  const said = `${found.length} ${found.length === 1 ? "person" : "people"} found`;
  return html`<h2 class="govuk-heading-m">${said}</h2><ul class="govuk-list guildhall-people">${found.map((one) => html`<li>${foundItem(context, desk, one, key)}</li>`)}</ul>`;
}

function foundItem(context: Context, desk: Desk, { record, cases, maybe }: FoundPerson, key: string): Html {
  const [newest] = cases;
  const said = record ?? newest?.person;
  const name = said?.name ?? "No name given";
  const contact = [said?.email, said?.phone, said?.postcode].filter(Boolean).join(", ");
  const open =
    record === undefined
      ? newest && openForm(key, newest)
      : html`<p class="govuk-body govuk-!-margin-bottom-1"><a class="govuk-link" href="${personAddress(record)}">Open <span class="govuk-visually-hidden">${name}</span></a></p>`;
  return html`<h3 class="govuk-heading-s govuk-!-margin-bottom-1 guildhall-words">${name}</h3><p class="govuk-body govuk-!-margin-bottom-1 guildhall-words">${contact}</p>
${casesLine(context, desk, cases)}${maybe.length > 0 && html`<p class="govuk-body govuk-!-margin-bottom-1">${counted(maybe.length)} more may be the same person’s.</p>`}${open}`;
}

function casesLine(context: Context, { visit }: Desk, cases: readonly Case[]): Slot {
  const [newest] = cases;
  if (newest === undefined) return html`<p class="govuk-body govuk-!-margin-bottom-1">No case was found with these words.</p>`;
  const title = context.councils.known(visit.council.id).find(({ id }) => id === newest.service)?.title ?? newest.service;
  return html`<p class="govuk-body govuk-!-margin-bottom-1">${counted(cases.length)}, the newest ${title} (<a class="govuk-link" href="/desk/cases/${newest.reference}">${newest.reference}</a>), ${shortDay(dayOf(newest.openedAt))}.</p>`;
}

function counted(count: number): string {
  return `${count} ${count === 1 ? "case" : "cases"}`;
}

/** Opens a person whom cases name. The form names a case and nothing personal. */
export function openForm(key: string, { reference, person }: Pick<Case, "reference" | "person">): Html {
  const name = person.name ?? reference;
  const text = html`Open <span class="govuk-visually-hidden">${name}</span>`;
  const body = html`<input type="hidden" name="case" value="${reference}">${button({ html: text, classes: "govuk-button--secondary govuk-!-margin-bottom-1", preventDoubleClick: true })}`;
  return form({ key, action: "/desk/people/open", body });
}
