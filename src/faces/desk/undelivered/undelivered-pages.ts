import type { Problem } from "../../../answers/answer-type.ts";
import { backLink } from "../../../components/back-link.ts";
import { button } from "../../../components/button.ts";
import { details } from "../../../components/details.ts";
import type { Html } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { notificationBanner } from "../../../components/notification-banner.ts";
import { radios } from "../../../components/radios.ts";
import type { Context } from "../../../context.ts";
import type { Undelivered } from "../../../messages/undelivered-store.ts";
import { moment } from "../../shared/dates.ts";
import { errorAt, form, problemSummary } from "../../shared/form.ts";
import type { Desk } from "../desk.ts";
import { deskKey } from "../desk.ts";
import { deskPage } from "../layout.ts";

const TITLE = "Messages that did not arrive";

/** Messages that a mail server refused or sent back, for whoever may write to the person. */
export function undeliveredPage(
  context: Context,
  desk: Desk,
  { messages, more, done }: { readonly messages: readonly Undelivered[]; readonly more: boolean; readonly done: boolean },
): string {
  const rows = messages.map(
    ({ id, reference, subject, recipient, problem, createdAt }) =>
      html`<li class="guildhall-history__entry"><p class="govuk-body govuk-!-margin-bottom-1"><a class="govuk-link guildhall-words" href="/desk/undelivered/${id}">${reference}: ${subject}</a></p>
<p class="govuk-body govuk-!-margin-bottom-1 guildhall-words">To ${recipient}: ${problem ?? "not sent"}</p><p class="govuk-hint govuk-!-margin-bottom-0">${moment(createdAt)}</p></li>`,
  );
  const list =
    rows.length === 0
      ? html`<p class="govuk-body">Every message has arrived, or waits to be sent.</p>`
      : html`<ol class="govuk-list">${rows}</ol>`;
  return deskPage(context, desk, {
    title: TITLE,
    at: "/desk/undelivered",
    main: html`${done && notificationBanner({ type: "success", text: "It is dealt with." })}<h1 class="govuk-heading-l">${TITLE}</h1>
<p class="govuk-body">The person knows nothing of what these say. Correct the address and send it again once, send a letter, or call.</p>${list}
${more && html`<p class="govuk-body">There are more. Deal with these first.</p>`}`,
  });
}

/** What the key of the form is good for. */
export function undeliveredPurpose(id: string): string {
  return `undelivered:${id}`;
}

/** One message, why it did not arrive, and what can be done. */
export function undeliveredOne(context: Context, desk: Desk, message: Undelivered, problems: readonly Problem[]): string {
  const { id, reference, subject, recipient, problem, createdAt, body } = message;
  const key = deskKey(context, desk, undeliveredPurpose(id));
  return deskPage(context, desk, {
    title: "A message that did not arrive",
    before: backLink({ href: "/desk/undelivered", text: TITLE }),
    error: problems.length > 0,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${problemSummary(problems)}
<span class="govuk-caption-l"><a class="govuk-link" href="/desk/cases/${reference}">${reference}</a></span><h1 class="govuk-heading-l">A message that did not arrive</h1>
<p class="govuk-body guildhall-words">It went to ${recipient} on ${moment(createdAt)}. <strong>${problem ?? "It was not sent"}.</strong></p>
${details({ summaryText: subject, html: html`<p class="govuk-body guildhall-words">${body}</p>` })}${form({ key, action: `/desk/undelivered/${id}`, body: choices(message, problems) })}</div></div>`,
  });
}

function choices({ recipient, reference, email, address, name }: Undelivered, problems: readonly Problem[]): Html {
  const corrected = email !== null && email.toLowerCase() !== recipient.toLowerCase();
  const again = email !== null && {
    value: "email",
    text: `Send it again to ${email}`,
    hint: corrected
      ? { text: "The address was corrected since." }
      : {
          html: html`The same address. If it is wrong, <a class="govuk-link" href="/desk/cases/${reference}#answers">correct the answer on the case</a> first.`,
        },
  };
  const letter = address.length > 0 && {
    value: "letter",
    text: "Send it as a letter",
    hint: { text: [name, ...address].filter(Boolean).join(", ") },
  };
  return html`${radios({
    idPrefix: "do",
    name: "do",
    fieldset: { legend: { text: "What do you want to do?", classes: "govuk-fieldset__legend--m" } },
    items: [
      again,
      letter,
      { value: "settled", text: "I told the person another way", hint: { text: "By phone, for example. Add a note to the case." } },
    ],
    ...errorAt(problems, "do"),
  })}${button({ text: "Continue", preventDoubleClick: true })}`;
}
