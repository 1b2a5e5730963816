import type { FastifyReply, FastifyRequest } from "fastify";

import { email } from "../../../answers/email.ts";
import type { Problem, Question } from "../../../answers/answer-type.ts";
import { button } from "../../../components/button.ts";
import { details } from "../../../components/details.ts";
import type { Html } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { noteSentLink } from "../../../contact/sent-links.ts";
import type { Context } from "../../../context.ts";
import { LINK_HOURS } from "../../../drafts/resume-links.ts";
import { form } from "../../shared/form.ts";
import { formOf } from "../../shared/multipart.ts";
import { checkDeskKey, deskKey } from "../desk.ts";
import type { Call } from "./call.ts";
import { callAddress } from "./call.ts";

// Its own name, as a service may ask for an email address on the same page.
const TO: Question = {
  id: "link_to",
  type: "email",
  ask: "Their email address",
  label: "their email address",
  optional: false,
  personal: true,
  settings: { autocomplete: "off" },
};

function linkPurpose({ draft }: Call): string {
  return `journey-link:${draft.id}`;
}

/** Sends the journey to the person, so that they finish it themselves online. What they were asked so far is kept. */
export function linkPart(context: Context, call: Call, typed: string, problems: readonly Problem[] = []): Html {
  const state = { fields: new Map([[TO.id, [typed]]]), problems, heading: false, prefix: "", files: [] };
  const body = html`<p class="govuk-body">We email them a link that opens it once, within ${LINK_HOURS} hours. What is answered so far is kept. Press “Update questions” above first.</p>${email.input(TO, state)}${button({ text: "Email them the link", classes: "govuk-button--secondary", preventDoubleClick: true })}`;
  const asking = form({ key: deskKey(context, call.desk, linkPurpose(call)), action: callAddress(call, "/link"), body });
  return details({ summaryText: "They want to finish it online", html: asking, open: problems.length > 0, id: "hand-over" });
}

/** Undefined once it is on its way; what is wrong with the address otherwise. */
export async function sendLink(
  context: Context,
  call: Call,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<{ readonly typed: string; readonly problems: readonly Problem[] } | undefined> {
  const { desk, draft } = call;
  const body = await formOf(request);
  checkDeskKey(desk, linkPurpose(call), body);
  const council = desk.visit.council.id;
  const reading = email.read(TO, body.fields, "", { today: desk.visit.today, files: [] });
  if (!reading.ok) return { typed: body.fields.get(TO.id)?.[0] ?? "", problems: reading.problems };
  const to = email.text(TO, reading.answer);
  context.rateLimits.spend("resume-link", council, to.toLowerCase());
  const link = await context.resumeLinks.ask(council, draft.id, to, "en");
  await noteSentLink(context.database, council, { draft: draft.id, officer: desk.officer.id, link, at: desk.visit.now });
  context.jobs.wake(council);
  void reply.redirect(callAddress(call, "?handed=1"), 303);
  return undefined;
}
