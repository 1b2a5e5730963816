import type { FastifyInstance, FastifyRequest } from "fastify";

import { backLink } from "../../../components/back-link.ts";
import { html } from "../../../components/html.ts";
import { warningText } from "../../../components/warning-text.ts";
import type { Context } from "../../../context.ts";
import { mailbox, mailboxMail } from "../../../messages/message-store.ts";
import { refusal } from "../../../platform/http/errors.ts";
import { isUuid } from "../../../platform/ids.ts";
import { moment } from "../../shared/dates.ts";
import { visitIn, visitOf } from "../../shared/visit.ts";
import { publicPage } from "../layout.ts";
import { replyForm, replyRoute } from "./reply.ts";

const WARNING = "This is a demonstration. Email goes nowhere else, and anyone can read it here.";

/** The demonstration's mailbox: everything that would have been emailed. Only in the demonstration. */
export function mailboxRoutes(app: FastifyInstance, context: Context): void {
  app.get("/demo/mailbox", async (request: FastifyRequest<{ Querystring: { page?: string } }>) => {
    const visit = visitIn(context, await visitOf(context, request), "en");
    const number = Math.min(1000, Math.max(1, Number.parseInt(request.query.page ?? "1", 10) || 1));
    const { messages, more } = await mailbox(context.database, visit.council.id, number);
    const lines = messages.map(
      ({ id, recipient, subject, createdAt }) =>
        html`<li class="guildhall-service guildhall-words"><a class="govuk-link" href="/demo/mailbox/${id}">${subject}</a><p class="govuk-hint">To ${recipient}, ${moment(createdAt)}</p></li>`,
    );
    const list =
      lines.length === 0 ? html`<p class="govuk-body">No email has been sent yet.</p>` : html`<ul class="govuk-list">${lines}</ul>`;
    const next = more && html`<p class="govuk-body"><a class="govuk-link" href="/demo/mailbox?page=${number + 1}">Older email</a></p>`;
    return publicPage(visit, {
      title: "Demonstration mailbox",
      main: html`<h1 class="govuk-heading-l">Demonstration mailbox</h1>${warningText({ text: WARNING, iconFallbackText: "Warning" })}
${list}${next}`,
    });
  });
  app.get("/demo/mailbox/:id", async (request: FastifyRequest<{ Params: { id: string }; Querystring: { answered?: string } }>) => {
    const visit = visitIn(context, await visitOf(context, request), "en");
    const { id } = request.params;
    const mail = isUuid(id) ? await mailboxMail(context.database, visit.council.id, id) : undefined;
    if (mail === undefined) throw refusal("page-not-found");
    return publicPage(visit, {
      title: mail.subject,
      before: backLink({ href: "/demo/mailbox", text: "All email" }),
      main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${warningText({ text: WARNING, iconFallbackText: "Warning" })}
<h1 class="govuk-heading-m">${mail.subject}</h1><p class="govuk-hint">To ${mail.recipient}, ${moment(mail.createdAt)}</p>
<div class="guildhall-words govuk-body">${linked(mail.body)}</div>${replyForm(context, visit, mail, request.query.answered)}</div></div>`,
    });
  });
  replyRoute(app, context);
}

/** Addresses in an email can be followed, as in any mail program. */
function linked(text: string) {
  const pieces = text.split(/(https?:\/\/[^\s]+)/);
  return pieces.map((piece, index) => (index % 2 === 1 ? html`<a class="govuk-link" href="${piece}">${piece}</a>` : piece));
}
