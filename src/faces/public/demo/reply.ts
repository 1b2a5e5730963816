import type { FastifyInstance, FastifyRequest } from "fastify";

import { button } from "../../../components/button.ts";
import type { Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { insetText } from "../../../components/inset-text.ts";
import { textarea } from "../../../components/textarea.ts";
import type { Context } from "../../../context.ts";
import { returnAddresses } from "../../../messages/inbound/reply-address.ts";
import type { Message } from "../../../messages/message-store.ts";
import { mailboxMail } from "../../../messages/message-store.ts";
import { refusal } from "../../../platform/http/errors.ts";
import type { FormScope } from "../../../platform/http/form-keys.ts";
import { newFormKey, readFormKey } from "../../../platform/http/form-keys.ts";
import { isUuid } from "../../../platform/ids.ts";
import { field } from "../../shared/form-body.ts";
import { form } from "../../shared/form.ts";
import { formOf } from "../../shared/multipart.ts";
import type { Visit } from "../../shared/visit.ts";
import { visitOf } from "../../shared/visit.ts";

const DOMAIN = "replies.example";
const OUTCOMES: Readonly<Record<string, string>> = {
  yes: "Your answer came to the case, as an email would. The officers see it.",
  no: "This address takes no mail any more: the case is closed, or its addresses were ended. An email would come back to you.",
  empty: "Enter your answer.",
};

function scopeOf({ jar, council }: Visit, id: string): FormScope {
  return { secret: jar.secret, council: council.id, visitor: "", purpose: `demo-reply:${id}` };
}

/** Answers an email of the demonstration's mailbox, as its person would from a mail program. */
export function replyForm(context: Context, visit: Visit, { id, caseId }: Message, answered: string | undefined): Slot {
  if (caseId === null) return undefined;
  const said = OUTCOMES[answered ?? ""];
  const body = [
    textarea({
      id: "text",
      name: "text",
      rows: 4,
      label: { text: "Answer this email" },
      hint: { text: "As the person would, from their mail program." },
    }),
    button({ text: "Send answer", classes: "govuk-button--secondary", preventDoubleClick: true }),
  ];
  const key = newFormKey(scopeOf(visit, id), context.ids.uuid(visit.now));
  return html`${said !== undefined && insetText({ text: said })}${form({ key, action: `/demo/mailbox/${id}`, body })}`;
}

/** An email as a mail program would write it: the answer over what it answers. */
function written(mail: Message, key: string, text: string): Buffer {
  const quoted = mail.body.replace(/^/gm, "> ");
  const head = [
    `From: <${mail.recipient}>`,
    `Message-ID: <${key}@${DOMAIN}>`,
    "Subject: Re: your message",
    "Content-Type: text/plain; charset=utf-8",
  ];
  return Buffer.from(`${head.join("\r\n")}\r\n\r\n${text}\r\n\r\n-----Original Message-----\r\n${quoted}`);
}

async function answer(context: Context, visit: Visit, mail: Message, key: string, text: string): Promise<keyof typeof OUTCOMES> {
  if (text.trim() === "") return "empty";
  const { caseId, recipient, id } = mail;
  if (caseId === null) return "no";
  const addresses = await returnAddresses({ ...context, domain: DOMAIN })(visit.council.id, { caseId, recipient, message: id });
  const envelope = { sender: recipient, recipients: addresses === undefined ? [] : [addresses.replyTo] };
  const verdict = await context.mailIn.take(envelope, written(mail, key, text));
  return verdict.ok ? "yes" : "no";
}

/** Takes such an answer by the way that email comes in. */
export function replyRoute(app: FastifyInstance, context: Context): void {
  app.post("/demo/mailbox/:id", async (request: FastifyRequest<{ Params: { id: string } }>, reply) => {
    const visit = await visitOf(context, request);
    const { id } = request.params;
    const body = await formOf(request);
    const key = readFormKey(scopeOf(visit, id), field(body, "key"));
    if (key === undefined) throw refusal("form-not-ours");
    const mail = isUuid(id) ? await mailboxMail(context.database, visit.council.id, id) : undefined;
    if (mail === undefined) throw refusal("page-not-found");
    const answered = await answer(context, visit, mail, key, field(body, "text").slice(0, 20_000));
    return reply.redirect(`/demo/mailbox/${id}?answered=${answered}`, 303);
  });
}
