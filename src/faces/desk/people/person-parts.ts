import { button } from "../../../components/button.ts";
import { checkboxes } from "../../../components/checkboxes.ts";
import { details } from "../../../components/details.ts";
import type { Html, Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { radios } from "../../../components/radios.ts";
import type { OpenDraft } from "../../../contact/person-drafts.ts";
import type { PersonRecord } from "../../../contact/person.ts";
import type { Context } from "../../../context.ts";
import { CHANNELS, isChannel } from "../../../councils/council.ts";
import type { Message } from "../../../messages/message-store.ts";
import { dayOf } from "../../../platform/clock.ts";
import { longDay, moment, shortDay } from "../../shared/dates.ts";
import { form } from "../../shared/form.ts";
import type { Desk } from "../desk.ts";
import { deskKey } from "../desk.ts";
import { caseLink, serviceTitle } from "../records/records-layout.ts";
import { personAddress } from "./asker.ts";

/** Something that they were asked and have not answered. */
export interface WaitingRequest {
  readonly reference: string;
  /** From 1. */
  readonly number: number;
  readonly ask: string;
  /** YYYY-MM-DD */
  readonly day: string;
}

/** A message to them, and the reference of its case. */
export interface TheirMessage {
  readonly reference: string;
  readonly message: Message;
}

export const GO_ON_PURPOSE = "person-go-on";

/** The ways in which somebody speaks with an officer. */
export const SPOKEN = ["phone", "desk"] as const;

/** What the council waits for from them: the first thing to say. */
export function waitingPart(requests: readonly WaitingRequest[]): Slot {
  if (requests.length === 0) return undefined;
  const items = requests.map(
    ({ reference, number, ask, day }) =>
      html`<li><a class="govuk-link guildhall-words" href="/desk/cases/${reference}/requests/${number}">${ask}</a>, by ${longDay(day)} (${caseLink(reference)})</li>`,
  );
  return html`<h2 class="govuk-heading-m">We are waiting for them</h2><ul class="govuk-list">${items}</ul>`;
}

/** Journeys that were not sent, each with the way to go on with it. */
export function draftsPart(context: Context, desk: Desk, person: PersonRecord, drafts: readonly OpenDraft[]): Slot {
  if (drafts.length === 0) return undefined;
  const key = deskKey(context, desk, `${GO_ON_PURPOSE}:${person.id}`);
  return html`<h2 class="govuk-heading-m" id="drafts">Not sent yet</h2><ul class="govuk-list guildhall-people">${drafts.map((draft) => html`<li>${draftItem(context, desk, person, draft, key)}</li>`)}</ul>`;
}

function draftItem(context: Context, desk: Desk, person: PersonRecord, draft: OpenDraft, key: string): Html {
  const title = serviceTitle(context, desk, draft.service);
  const began = isChannel(draft.channel) ? CHANNELS[draft.channel].toLowerCase() : draft.channel;
  const line = html`<p class="govuk-body govuk-!-margin-bottom-1"><strong>${title}</strong>: begun ${began === "online" ? began : `by ${began}`}, last changed ${moment(draft.updatedAt)}</p>`;
  const sent =
    draft.linkAt !== null &&
    html`<p class="govuk-body govuk-!-margin-bottom-1">We sent them a link ${moment(draft.linkAt)}. ${draft.linkUsed === null ? "They have not opened it." : `They opened it ${moment(draft.linkUsed)} and have not sent it yet.`}</p>`;
  if (draft.officer === desk.officer.id && !draft.maybe)
    return html`${line}${sent}<p class="govuk-body"><a class="govuk-link" href="/desk/journeys/${draft.id}">Go on<span class="govuk-visually-hidden"> with ${title}</span></a></p>`;
  return html`${line}${sent}${goOnForm(key, personAddress(person, "/go-on"), draft.id, title)}`;
}

/** Goes on with what somebody else began: the person has to agree, and the officer says so. */
export function goOnForm(key: string, action: string, draft: string, title: string): Html {
  const body = html`<input type="hidden" name="draft" value="${draft}">${checkboxes({
    idPrefix: `agreed-${draft}`,
    name: "agreed",
    classes: "govuk-checkboxes--small",
    items: [{ value: "yes", text: "They agree that I see their answers and go on with them" }],
  })}${radios({
    idPrefix: `channel-${draft}`,
    name: "channel",
    classes: "govuk-radios--small govuk-radios--inline",
    fieldset: { legend: { text: "How are they here?", classes: "govuk-visually-hidden" } },
    items: SPOKEN.map((channel) => ({ value: channel, text: CHANNELS[channel] })),
    value: "phone",
  })}${button({ html: html`Go on<span class="govuk-visually-hidden"> with ${title}</span>`, classes: "govuk-button--secondary", preventDoubleClick: true })}`;
  return details({ summaryText: `Go on with ${title}`, html: form({ key, action, body }) });
}

/** The newest messages to them. */
export function messagesPart(messages: readonly TheirMessage[]): Slot {
  if (messages.length === 0) return undefined;
  const items = messages.map(
    ({ reference, message }) =>
      html`<li class="guildhall-words">${message.subject} <span class="guildhall-small">${message.way}, ${shortDay(dayOf(message.sentAt ?? message.createdAt))}, ${caseLink(reference)}</span></li>`,
  );
  return html`<h2 class="govuk-heading-m">Messages to them</h2><ul class="govuk-list">${items}</ul>`;
}
