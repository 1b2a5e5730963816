import { backLink } from "../../../components/back-link.ts";
import type { Html, Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { insetText } from "../../../components/inset-text.ts";
import { notificationBanner } from "../../../components/notification-banner.ts";
import type { Context } from "../../../context.ts";
import { mayOnCase } from "../../../people/rights.ts";
import { problemSummary } from "../../shared/form.ts";
import type { Desk } from "../desk.ts";
import { mayAtDesk } from "../desk.ts";
import { deskPage } from "../layout.ts";
import type { InList } from "../worklist/last-list.ts";
import { listLinks } from "../worklist/last-list.ts";
import { answersPart } from "./answers-part.ts";
import { filesPart, messagesPart, personPart } from "./about-parts.ts";
import { actionForm } from "./action-form.ts";
import type { BesideCase } from "./beside-case.ts";
import { presentPart, theirCases } from "./beside-case.ts";
import type { CaseForms } from "./case-forms.ts";
import { caseHistory, chainWords, changedSince } from "./case-history.ts";
import type { CaseSheet } from "./case-sheet.ts";
import { confirmPart } from "./confirm-part.ts";
import { taskPart, togetherPart } from "../together/together-part.ts";
import { answeredNow, requestsPart } from "../requests/requests-part.ts";
import { sharedPart } from "../requests/shared-part.ts";
import { paperForm } from "../papers/case-paper-routes.ts";
import { recordedPart } from "../actions/recorded-part.ts";
import { reopenForm } from "../actions/reopen-form.ts";
import { expectForm } from "./expect-form.ts";
import { identityPart } from "../people/identity-part.ts";
import { nowPart, readsPart } from "./now-part.ts";
import { keptWords } from "./kept-words.ts";
import { notesPart } from "./notes-part.ts";
import { holdLink, recordsPart } from "./records-part.ts";
import { assignForm, messageForm, saidLink } from "./side-forms.ts";

export interface Shown {
  readonly forms: CaseForms;
  /** What was just done, in a sentence. */
  readonly done?: string | undefined;
  /** The number of events that the officer's out of date page had. */
  readonly seen?: number | undefined;
  /** Whether to say if the history is unbroken. */
  readonly check?: boolean | undefined;
  /** The cases beside it in the list that the officer came from. */
  readonly list?: InList | undefined;
  readonly beside: BesideCase;
}

/** A case: on top what is asked of the officer now, then who it is about, what was said and what happened. */
export function casePage(context: Context, desk: Desk, sheet: CaseSheet, shown: Shown): string {
  const { item, service } = sheet;
  const { forms, done } = shown;
  const thanks = done !== undefined && notificationBanner({ type: "success", text: done });
  return deskPage(context, desk, {
    title: `${item.reference}: ${service.title}`,
    before: backLink({ href: "/desk", text: "Cases" }),
    error: forms.problems.length > 0,
    about: { case: item.reference },
    main: html`${problemSummary(forms.problems)}${shown.seen !== undefined && changedSince(sheet, shown.seen)}${thanks}${listLinks(shown.list)}
<span class="govuk-caption-l">${item.reference}</span><h1 class="govuk-heading-l">${service.title}</h1>${presentPart(desk, shown.beside)}${recordsPart(sheet)}${taskPart(sheet)}
<div class="govuk-grid-row guildhall-case"><div class="govuk-grid-column-two-thirds">${mainColumn(context, desk, sheet, shown)}</div>
<div class="govuk-grid-column-one-third">${assignForm(sheet, forms)}${messageForm(sheet, forms)}${saidLink(sheet, forms)}${expectForm(sheet, forms)}${notesPart(desk, sheet, forms, keptWords(forms.typed("note", "text")))}${paperForm(context, desk, sheet)}${holdLink(desk, sheet)}</div></div>`,
  });
}

function mainColumn(context: Context, desk: Desk, sheet: CaseSheet, { forms, check, beside }: Shown): Html {
  const mayPrint = mayOnCase(desk.officer, "letters.print", desk.visit.council, sheet.item) && mayAtDesk(desk, "letters.print");
  return html`<section id="now" tabindex="-1" aria-label="What to do now">${answeredNow(sheet)}${nowPart(desk, sheet, forms)}${actionForm(desk, sheet, forms)}${reopenForm(desk, sheet, forms)}${readsPart(sheet)}</section>
${requestsPart(sheet, forms)}${togetherPart(desk, sheet, forms)}${confirmPart(sheet, forms)}${identityPart(desk, sheet)}${personPart(sheet)}${theirCases(context, sheet, beside)}${answersPart(sheet, forms)}${recordedPart(sheet)}${filesPart(sheet)}${sharedPart(sheet.shared)}${messagesPart(sheet, mayPrint)}
<h2 class="govuk-heading-m" id="history">History</h2>${chain(sheet, check === true)}${caseHistory(sheet)}`;
}

function chain(sheet: CaseSheet, check: boolean): Slot {
  if (check) return insetText({ text: chainWords(sheet) });
  return html`<p class="govuk-body"><a class="govuk-link" href="/desk/cases/${sheet.item.reference}?check=history#history">Check that nothing in the history was changed</a></p>`;
}
