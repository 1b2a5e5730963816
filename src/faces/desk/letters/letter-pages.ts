import { backLink } from "../../../components/back-link.ts";
import { button } from "../../../components/button.ts";
import { checkboxes } from "../../../components/checkboxes.ts";
import type { Html, Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { notificationBanner } from "../../../components/notification-banner.ts";
import { tag } from "../../../components/tag.ts";
import type { Context } from "../../../context.ts";
import type { Letter } from "../../../messages/letter-store.ts";
import { dayOf } from "../../../platform/clock.ts";
import { longDay, moment } from "../../shared/dates.ts";
import { form, problemSummary } from "../../shared/form.ts";
import type { Desk } from "../desk.ts";
import { deskKey } from "../desk.ts";
import { deskPage } from "../layout.ts";

export interface LettersPage {
  readonly letters: readonly Letter[];
  readonly more: boolean;
  /** How many were just noted as printed. */
  readonly printed?: number | undefined;
  /** The paper that some were put on, and how many they are of those that were chosen. */
  readonly paper?: { readonly key: string; readonly letters: number; readonly of: number } | undefined;
  /** Nothing was chosen. */
  readonly none?: boolean;
}

/** Letters that wait for the printer: open, print, then note that they are printed. */
export function lettersPage(context: Context, desk: Desk, { letters, more, printed, paper, none }: LettersPage): string {
  const problems = none === true ? [{ field: "letter", code: "answer-missing", message: "Select the letters" }] : [];
  const banner =
    printed !== undefined &&
    notificationBanner({ type: "success", text: `${printed} ${printed === 1 ? "letter is" : "letters are"} noted as printed.` });
  const list =
    letters.length > 0 ? listForm(context, desk, letters, none === true) : html`<p class="govuk-body">No letter waits to be printed.</p>`;
  return deskPage(context, desk, {
    title: "Letters to print",
    at: "/desk/letters",
    error: problems.length > 0,
    main: html`${problemSummary(problems)}${banner}${paper !== undefined && paperBanner(paper)}<h1 class="govuk-heading-l">Letters to print</h1>
${more && html`<p class="govuk-body">These are the oldest. There are more when these are printed.</p>`}${list}`,
  });
}

function listForm(context: Context, desk: Desk, letters: readonly Letter[], none: boolean): Html {
  const choose = checkboxes({
    idPrefix: "letter",
    name: "letter",
    classes: "govuk-checkboxes--small",
    fieldset: { legend: { text: "Which letters?", classes: "govuk-fieldset__legend--m" } },
    items: letters.map((letter) => ({
      value: letter.id,
      html: html`${letter.recipient.split("\n", 1)[0]}: ${letter.subject}`,
      hint: {
        html: html`${letter.reference}, ${moment(letter.createdAt)}. <a class="govuk-link" href="/desk/letters/${letter.id}">Open<span class="govuk-visually-hidden"> the letter to ${letter.recipient.split("\n", 1)[0]}</span></a>`,
      },
    })),
    ...(none && { errorMessage: { text: "Select the letters" } }),
  });
  const both = html`<div class="govuk-button-group">${button({ text: "Make a PDF to print", name: "then", value: "pdf", preventDoubleClick: true })}${button({ text: "Note as printed", classes: "govuk-button--secondary", preventDoubleClick: true })}</div>`;
  const body = [
    choose,
    html`<p class="govuk-hint">What is in a PDF is noted as printed. Its addresses show through the window of a DL envelope.</p>`,
    both,
  ];
  const all =
    letters.length > 1 &&
    html`<p class="govuk-body"><a class="govuk-link" href="/desk/letters/all">Open all ${letters.length} to print them at once</a></p>`;
  return html`${all}
${form({ key: deskKey(context, desk, "letters"), action: "/desk/letters", body })}`;
}

/** What was put on paper, with the way to it, and what somebody else had printed before. */
function paperBanner({ key, letters, of }: NonNullable<LettersPage["paper"]>): Html {
  const before = of - letters;
  const others =
    before > 0 &&
    html`<p class="govuk-body">${before === 1 ? "1 letter was" : `${before} letters were`} printed by somebody else before.</p>`;
  if (letters === 0) return notificationBanner({ html: html`${others}` });
  const says = letters === 1 ? "1 letter is in the PDF and noted as printed." : `${letters} letters are in the PDF and noted as printed.`;
  return notificationBanner({
    type: "success",
    html: html`<p class="govuk-body">${says}</p>${others}<p class="govuk-body"><a class="govuk-link" href="/desk/letters/papers/${key}">Open the PDF</a></p>`,
  });
}

/** Letters as they go on paper, one a sheet: the print style leaves out everything else. */
export function printPage(context: Context, desk: Desk, letters: readonly Letter[]): string {
  const waiting = letters.filter(({ state }) => state === "to print");
  const ids = waiting.map(({ id }) => html`<input type="hidden" name="letter" value="${id}">`);
  const text = waiting.length === 1 ? "It is printed" : "They are printed";
  const note =
    waiting.length > 0 &&
    form({ key: deskKey(context, desk, "letters"), action: "/desk/letters", body: [ids, button({ text, preventDoubleClick: true })] });
  const title = letters.length === 1 ? "A letter to print" : `${letters.length} letters to print`;
  return deskPage(context, desk, {
    title,
    before: backLink({ href: "/desk/letters", text: "Letters" }),
    main: html`<div class="guildhall-screen-only"><h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">Print this page: Ctrl and P, or ⌘ and P on a Mac. Each letter is a sheet of its own, and only the letters are printed.</p>${pdfLink(letters)}${note}</div>
${letters.map((letter, index) => sheet(desk, letter, index + 1))}`,
  });
}

function pdfLink([letter, ...more]: readonly Letter[]): Slot {
  if (letter === undefined || more.length > 0) return undefined;
  return html`<p class="govuk-body"><a class="govuk-link" href="/desk/letters/${letter.id}/pdf">The letter as a PDF for a window envelope</a></p>`;
}

function sheet({ visit }: Desk, { recipient, subject, body, createdAt, reference, state }: Letter, number: number): Html {
  const { name, contact } = visit.council;
  const done = state === "printed" && html`<p class="guildhall-screen-only">${tag({ text: "Printed", classes: "govuk-tag--green" })}</p>`;
  return html`<section class="guildhall-letter" aria-label="Letter ${number}, ${reference}">${done}
<p class="govuk-body guildhall-letter__from guildhall-words">${[name, ...contact.address].join("\n")}</p>
<p class="govuk-body guildhall-letter__to guildhall-words">${recipient}</p>
<p class="govuk-body">${longDay(dayOf(createdAt))}</p><h2 class="govuk-heading-m">${subject}</h2><p class="govuk-body guildhall-words">${body}</p></section>`;
}
