import { backLink } from "../../../components/back-link.ts";
import { button } from "../../../components/button.ts";
import { details } from "../../../components/details.ts";
import type { Html } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import type { ArchiveItem, HeldCase } from "../../../archive/archive-items.ts";
import { itemsOf } from "../../../archive/archive-items.ts";
import { EXEMPTIONS } from "../../../archive/exemptions.ts";
import type { HeldCall, HeldDraft } from "../../../archive/gather.ts";
import type { PersonRecord } from "../../../contact/person.ts";
import type { Context } from "../../../context.ts";
import { moment } from "../../shared/dates.ts";
import { form } from "../../shared/form.ts";
import type { Desk } from "../desk.ts";
import { deskKey } from "../desk.ts";
import { deskPage } from "../layout.ts";
import { personAddress } from "../people/asker.ts";
import { serviceTitle } from "../records/records-layout.ts";

/** Everything that is held of a person and that the officer may give. */
export interface ArchiveReview {
  readonly person: PersonRecord;
  readonly held: readonly HeldCase[];
  readonly calls: readonly HeldCall[];
  readonly drafts: readonly HeldDraft[];
  /** How many cases may be theirs too, and are not in it. */
  readonly maybe: number;
}

const LONGEST = 240;

export function archivePurpose({ id }: { readonly id: string }): string {
  return `archive:${id}`;
}

/** Every item, to be looked through before anything is given; what may be withheld is, under an exemption. */
export function reviewPage(context: Context, desk: Desk, { person, held, calls, drafts, maybe }: ArchiveReview): string {
  const cases = held.map((one) =>
    details({
      summaryText: `${one.service.title}, ${one.item.reference}`,
      open: held.length === 1,
      html: html`${itemsOf(one).map(itemRow)}`,
    }),
  );
  const spoken = calls.map((call) => row(`call ${call.id}`, `${call.channel}, ${moment(call.startedAt)}`, call.note ?? "No note"));
  const begun = drafts.map((draft) =>
    row(`draft ${draft.id}`, `Not sent: ${serviceTitle(context, desk, draft.service)}`, `Last changed ${moment(draft.updatedAt)}`),
  );
  const other =
    maybe > 0 &&
    html`<p class="govuk-body">${maybe === 1 ? "1 case that may be theirs is" : `${maybe} cases that may be theirs are`} not in it. <a class="govuk-link" href="${personAddress(person)}">Say first whether they are.</a></p>`;
  const body = html`${cases}${spoken.length > 0 && html`<h2 class="govuk-heading-m">Calls and visits</h2>${spoken}`}${begun.length > 0 && html`<h2 class="govuk-heading-m">Not sent yet</h2>${begun}`}${button({ text: "Make the archive", preventDoubleClick: true })}`;
  return deskPage(context, desk, {
    title: `What is held about ${person.name}`,
    before: backLink({ href: personAddress(person), text: person.name }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h1 class="govuk-heading-l guildhall-words">What is held about ${person.name}</h1>
<p class="govuk-body">Look through everything before it is given. What you leave out is counted in the archive under its exemption. Answers and words that are about other people alone are left out already.</p>${other}
${form({ key: deskKey(context, desk, archivePurpose(person)), action: personAddress(person, "/archive"), body })}</div></div>`,
  });
}

function itemRow({ id, title, text, others }: ArchiveItem): Html {
  if (others) return html`<p class="govuk-body guildhall-words"><strong>${title}</strong><br>Left out: it is about somebody else.</p>`;
  return row(id, title, text);
}

/** An item with what is to be done with it. Its name in the form is what an archive calls it. */
function row(id: string, title: string, text: string): Html {
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST).toWellFormed()}…` : text;
  const field = id.replaceAll(/[^A-Za-z0-9]+/g, "-");
  const options = Object.entries(EXEMPTIONS)
    .filter(([value]) => value !== "later")
    .map(([value, words]) => html`<option value="${value}">${words}</option>`);
  return html`<div class="govuk-form-group govuk-!-margin-bottom-4"><label class="govuk-label govuk-label--s guildhall-words" for="${field}">${title}</label><div class="govuk-hint guildhall-words" id="${field}-hint">${short}</div>
<select class="govuk-select" id="${field}" name="out ${id}" aria-describedby="${field}-hint"><option value="" selected>Give it</option>${options}</select></div>`;
}
