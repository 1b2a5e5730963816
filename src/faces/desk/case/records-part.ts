import type { Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { insetText } from "../../../components/inset-text.ts";
import type { Desk } from "../desk.ts";
import { mayAtDesk } from "../desk.ts";
import { holdWords } from "../records/holds-page.ts";
import { moment } from "../../shared/dates.ts";
import type { CaseSheet } from "./case-sheet.ts";

/** Whether the case has been erased, and what keeps it from being: above all else, since nothing can be done to the one. */
export function recordsPart({ item, holds, officers }: CaseSheet): Slot {
  if (item.erasedAt !== null) {
    const when = moment(item.erasedAt);
    return insetText({
      text: `What was personal in this case was erased on ${when}. What happened is below; nothing more can be done on it.`,
    });
  }
  const names = new Map(officers.map(({ id, name }) => [id, name]));
  const lines = holds.map(
    (hold) =>
      html`<p class="govuk-body govuk-!-margin-bottom-1"><strong>Legal hold${hold.caseId === null && " on the person"}.</strong> ${hold.reason}</p><p class="govuk-hint">${holdWords(hold, names)}</p>`,
  );
  return lines.length > 0 && insetText({ html: html`${lines}` });
}

/** The way to place a hold, for officers who may. */
export function holdLink(desk: Desk, { item }: CaseSheet): Slot {
  if (item.erasedAt !== null || !mayAtDesk(desk, "records.manage")) return undefined;
  return html`<p class="govuk-body"><a class="govuk-link" href="/desk/records/hold/${item.reference}">Place a legal hold on this case</a></p>`;
}
