import type { FastifyReply, FastifyRequest } from "fastify";

import { html } from "../../components/html.ts";
import type { Context } from "../../context.ts";
import { refusalOf } from "../../platform/http/errors.ts";
import { answerError } from "../shared/error-pages.ts";
import { visitOf } from "../shared/visit.ts";
import { doorPage } from "./layout.ts";

/** Answers what is thrown at the desk. Who is not signed in is sent to the door, and brought back from there. */
export async function answerDeskError(context: Context, thrown: unknown, request: FastifyRequest, reply: FastifyReply) {
  if (refusalOf(thrown).code !== "not-signed-in") return answerError(context, thrown, request, reply);
  if (request.method === "GET" || request.method === "HEAD")
    return reply.redirect(`/desk/sign-in?to=${encodeURIComponent(request.url)}`, 303);
  const visit = await visitOf(context, request);
  const main = html`<h1 class="govuk-heading-l">You are signed out</h1>
<p class="govuk-body">Your session has ended, so nothing was saved. You have not lost what you typed:</p>
<ol class="govuk-list govuk-list--number"><li><a class="govuk-link" href="/desk/sign-in" target="_blank" rel="noopener">Sign in (opens in a new tab)</a>.</li>
<li>Come back to this tab and go back one page. What you typed is there.</li><li>Send it again. If we ask you to check it, check it and send it once more.</li></ol>`;
  return reply
    .code(401)
    .type("text/html; charset=utf-8")
    .send(doorPage(visit, { title: "You are signed out", main }));
}
