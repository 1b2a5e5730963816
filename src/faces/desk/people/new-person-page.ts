import type { Problem } from "../../../answers/answer-type.ts";
import { backLink } from "../../../components/back-link.ts";
import { button } from "../../../components/button.ts";
import type { Html } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import type { Case } from "../../../cases/case.ts";
import type { PersonRecord } from "../../../contact/person.ts";
import type { Context } from "../../../context.ts";
import type { FormBody } from "../../shared/form-body.ts";
import { EMPTY_FORM } from "../../shared/form-body.ts";
import { form } from "../../shared/form.ts";
import type { Desk } from "../desk.ts";
import { deskKey } from "../desk.ts";
import { deskPage } from "../layout.ts";
import { personAddress } from "./asker.ts";
import { detailsInputs, detailsSummary, keptInputs } from "./details-form.ts";
import { openForm } from "./find-page.ts";

/** Asks who a person is that no case names yet. */
export function newPersonPage(context: Context, desk: Desk, body: FormBody = EMPTY_FORM, problems: readonly Problem[] = []): string {
  const inputs = html`${detailsInputs(body, problems)}${button({ text: "Add the person", preventDoubleClick: true })}`;
  return deskPage(context, desk, {
    title: "Add a person",
    before: backLink({ href: "/desk/people", text: "Find a person" }),
    error: problems.length > 0,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${detailsSummary(problems)}<h1 class="govuk-heading-l">Add a person</h1>
<p class="govuk-body">Everybody at the desk can find who is added here. Add only what you need to help them.</p>
${form({ key: deskKey(context, desk, "new-person"), action: "/desk/people/new", body: inputs })}</div></div>`,
  });
}

export interface Alike {
  readonly records: readonly PersonRecord[];
  /** The newest case of each person whom cases name and no record does. */
  readonly cases: readonly Case[];
}

/** Offers those who are there already before another is added. */
export function alikePage(context: Context, desk: Desk, body: FormBody, { records, cases }: Alike): string {
  const open = deskKey(context, desk, "open-person");
  const anyway = html`${keptInputs(body)}<input type="hidden" name="anyway" value="yes">${button({ text: "None of these: add the person", classes: "govuk-button--secondary", preventDoubleClick: true })}`;
  return deskPage(context, desk, {
    title: "This may be somebody who is here already",
    before: backLink({ href: "/desk/people/new", text: "Add a person" }),
    main: html`<h1 class="govuk-heading-l">This may be somebody who is here already</h1><p class="govuk-body">They have the same email address, telephone number, or name and postcode.</p>
<ul class="govuk-list guildhall-people">${records.map(recordItem)}${cases.map((item) => html`<li>${who(item.person)}${openForm(open, item)}</li>`)}</ul>
${form({ key: deskKey(context, desk, "new-person"), action: "/desk/people/new", body: anyway })}`,
  });
}

type Said = Pick<PersonRecord, "email" | "phone" | "postcode"> & { readonly name: string | null };

function who({ name, email, phone, postcode }: Said): Html {
  const contact = [email, phone, postcode].filter(Boolean).join(", ");
  return html`<h2 class="govuk-heading-s govuk-!-margin-bottom-1 guildhall-words">${name ?? "No name given"}</h2><p class="govuk-body govuk-!-margin-bottom-1 guildhall-words">${contact}</p>`;
}

function recordItem(record: PersonRecord): Html {
  return html`<li>${who(record)}<p class="govuk-body"><a class="govuk-link" href="${personAddress(record)}">Open <span class="govuk-visually-hidden">${record.name}</span></a></p></li>`;
}
