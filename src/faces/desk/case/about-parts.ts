import { details } from "../../../components/details.ts";
import type { Html, Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { summaryList } from "../../../components/summary-list.ts";
import { tag } from "../../../components/tag.ts";
import type { Message, MessageState } from "../../../messages/message-store.ts";
import { isShown } from "../../../platform/files/content-headers.ts";
import { moment } from "../../shared/dates.ts";
import { partOf } from "../../../cases/together/tie.ts";
import type { CaseSheet } from "./case-sheet.ts";

const TOLD_BY = { email: "By email", letter: "By letter", none: "Cannot be written to" } as const;

/** Who the person is and how to reach them. */
export function personPart({ item }: CaseSheet): Slot {
  // The person belongs to the case that it is part of.
  if (partOf(item) !== undefined) return undefined;
  const { name, email, phone, address } = item.person;
  return html`<h2 class="govuk-heading-m">The person</h2>${summaryList({
    rows: [
      { key: { text: "Name" }, value: { text: name ?? "Not given" } },
      email !== null && {
        key: { text: "Email" },
        value: { html: html`<a class="govuk-link guildhall-words" href="mailto:${email}">${email}</a>` },
      },
      phone !== null && {
        key: { text: "Phone" },
        value: { html: html`<a class="govuk-link" href="tel:${phone.replaceAll(/[^+\d]/g, "")}">${phone.replaceAll(" ", "\u00a0")}</a>` },
      },
      address.length > 0 && { key: { text: "Address" }, value: { html: html`<span class="guildhall-words">${address.join("\n")}</span>` } },
      { key: { text: "Told" }, value: { text: TOLD_BY[item.tellBy] } },
      item.person.language === "cy" && { key: { text: "Language" }, value: { text: "Welsh: write to them in Welsh" } },
    ],
  })}`;
}

/** Every file of the case: a picture shown small, anything else by its name, to be saved. Nothing of a file runs in a page. */
export function filesPart({ item, files }: CaseSheet): Slot {
  if (files.length === 0) return undefined;
  const links = files.map((file) => {
    const address = `/desk/cases/${item.reference}/files/${file.id}`;
    const picture =
      isShown(file) &&
      html`<img class="guildhall-preview" src="${address}/preview" alt="Picture:" width="160" height="120" loading="lazy"> `;
    return html`<li><a class="govuk-link guildhall-words" href="${address}">${picture}${file.name}</a> <span class="guildhall-small">${sizeOf(file)}, ${moment(file.createdAt)}</span></li>`;
  });
  return html`<h2 class="govuk-heading-m">Files</h2><ul class="govuk-list guildhall-files">${links}</ul>`;
}

function sizeOf({ size }: CaseSheet["files"][number]): string {
  return size < 1_000_000 ? `${Math.max(1, Math.round(size / 1000))} KB` : `${(size / 1_000_000).toFixed(1)} MB`;
}

const STATES: Readonly<Record<MessageState, { readonly words: string; readonly colour: string }>> = {
  queued: { words: "Being sent", colour: "govuk-tag--yellow" },
  sent: { words: "Sent", colour: "govuk-tag--green" },
  failed: { words: "Not sent", colour: "govuk-tag--red" },
  settled: { words: "Dealt with", colour: "govuk-tag--grey" },
  bounced: { words: "Came back", colour: "govuk-tag--red" },
  "to print": { words: "To print", colour: "govuk-tag--yellow" },
  printed: { words: "Printed", colour: "govuk-tag--green" },
  erased: { words: "Erased", colour: "govuk-tag--grey" },
};

/** What was told to the person, with where each message stands. */
export function messagesPart({ item, messages }: CaseSheet, mayPrint: boolean): Slot {
  if (partOf(item) !== undefined) return undefined;
  const list = messages.toReversed().map((message) => one(message, mayPrint));
  return html`<h2 class="govuk-heading-m">Messages to the person</h2>${list.length > 0 ? list : html`<p class="govuk-body">None yet.</p>`}`;
}

function one(message: Message, mayPrint: boolean): Html {
  const { words, colour } = STATES[message.state];
  const way = message.way === "letter" ? "letter" : message.way;
  const print =
    mayPrint &&
    message.way === "letter" &&
    html`<p class="govuk-body"><a class="govuk-link" href="/desk/letters/${message.id}">Open the letter to print it</a></p>`;
  const toDo =
    (message.state === "failed" || message.state === "bounced") &&
    html`<p class="govuk-body"><a class="govuk-link" href="/desk/undelivered/${message.id}">Send it again, or tell the person another way</a></p>`;
  return details({
    classes: "govuk-!-margin-bottom-3",
    summaryHtml: html`${message.state === "erased" ? "Message" : message.subject} (${way}, ${moment(message.sentAt ?? message.createdAt)}) ${tag({ text: words, classes: colour })}`,
    html: html`${message.problem !== null && html`<p class="govuk-body"><strong>${message.problem}</strong></p>`}<p class="govuk-body guildhall-words">${message.body}</p>${message.way === "email" && html`<p class="govuk-hint guildhall-words">To ${message.recipient}</p>`}${print}${toDo}`,
  });
}
