import type { Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { insetText } from "../../../components/inset-text.ts";
import type { CaseSheet } from "../case/case-sheet.ts";
import type { Desk } from "../desk.ts";
import { mayAtDesk } from "../desk.ts";
import { checkedNow } from "./identity-routes.ts";

/** Whether the page of a case is held back: the officer is in a call, and has not been strongly sure in it who the person is. */
export function heldBack(desk: Desk, { service, events, item }: CaseSheet): boolean {
  if (desk.call === undefined || service.identity !== "strong" || item.erasedAt !== null || !mayAtDesk(desk, "cases.start")) return false;
  return checkedNow(desk, events)?.passed !== true;
}

/** Says on a case whether it was checked today who the person is, to officers who speak with people. */
export function identityPart(desk: Desk, { item, service, events }: CaseSheet): Slot {
  if (service.identity === "none" || item.erasedAt !== null || !mayAtDesk(desk, "cases.start")) return undefined;
  const checked = checkedNow(desk, events);
  if (checked?.passed === true)
    return html`<p class="govuk-body"><strong>Who the person is was checked today.</strong> Each new call needs a check of its own.</p>`;
  const failed = checked !== undefined && html`<strong>A check failed today.</strong> `;
  return insetText({
    html: html`<p class="govuk-body">${failed}Before you speak with the person about this case, <a class="govuk-link" href="/desk/cases/${item.reference}/identity">check who they are</a>.</p>`,
  });
}
