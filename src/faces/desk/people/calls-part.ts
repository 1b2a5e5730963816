import type { Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import type { PastCall } from "../../../contact/calls.ts";
import type { Context } from "../../../context.ts";
import { CHANNELS, isChannel } from "../../../councils/council.ts";
import { moment } from "../../shared/dates.ts";
import type { Desk } from "../desk.ts";
import { caseLink, serviceTitle } from "../records/records-layout.ts";

const MINUTE = 60_000;

/** Calls and visits of before: when, how long, what about, why, and what was noted. */
export function callsPart(context: Context, desk: Desk, calls: readonly PastCall[]): Slot {
  if (calls.length === 0) return undefined;
  const items = calls.map((call) => {
    const minutes = Math.max(1, Math.round((call.endedAt.getTime() - call.startedAt.getTime()) / MINUTE));
    const reason = call.reason === null ? undefined : (desk.visit.council.reasons?.get(call.reason)?.name ?? call.reason);
    const about = call.service === null ? "no service in particular" : serviceTitle(context, desk, call.service);
    const channel = isChannel(call.channel) ? CHANNELS[call.channel] : call.channel;
    return html`<li><p class="govuk-body govuk-!-margin-bottom-1">${channel}, ${moment(call.startedAt)}, ${minutes} ${minutes === 1 ? "minute" : "minutes"}: ${about}${call.reference !== null && html` (${caseLink(call.reference)})`}</p>
${reason !== undefined && html`<p class="govuk-body govuk-!-margin-bottom-1">${reason}</p>`}${call.note !== null && html`<p class="govuk-body guildhall-words">${call.note}</p>`}</li>`;
  });
  return html`<h2 class="govuk-heading-m">Calls and visits</h2><ul class="govuk-list guildhall-people">${items}</ul>`;
}
