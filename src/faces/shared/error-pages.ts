import type { FastifyReply, FastifyRequest } from "fastify";

import { html } from "../../components/html.ts";
import { page } from "../../components/page.ts";
import type { Context } from "../../context.ts";
import { entryOf, refusalOf } from "../../platform/http/errors.ts";
import { councilIn } from "../../councils/council.ts";
import { PAGE_WORDS } from "../../language/page-words.ts";
import { chosenLanguage } from "./chosen-language.ts";
import { phoneLink } from "./phone.ts";
import { sendAgain } from "./send-again.ts";

/** Answers anything thrown in a face of pages: one page, in the council's brand, that says what happened and what to do. */
export function answerError(context: Context, thrown: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refused = refusalOf(thrown);
  const own = context.councils.byHost(request.hostname);
  const language = own === undefined ? "en" : chosenLanguage(request, own.languages);
  const [council, words] = [own && councilIn(own, language), PAGE_WORDS[language]];
  const { status, title, advice } = entryOf(refused, language);
  const at = { method: request.method, route: request.routeOptions.url ?? "none", status, code: refused.code };
  if (status >= 500) context.log.error("request failed", at, thrown);
  if (refused.retryAfter !== undefined) void reply.header("retry-after", refused.retryAfter);
  const brand = council === undefined ? { name: words.councilUnknown } : { name: council.name, brand: council.colour };
  const call = council !== undefined && html`<p class="govuk-body">${words.alsoCall} ${phoneLink(council.contact.phone)}.</p>`;
  const main = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${advice}</p>${status === 503 && sendAgain(request, words.tryAgain)}${call}<p class="govuk-body"><a class="govuk-link" href="/">${words.toFrontPage}</a></p></div></div>`;
  return reply
    .code(status)
    .type("text/html; charset=utf-8")
    .send(page({ council: brand, title, main, lang: language, words }).markup);
}
