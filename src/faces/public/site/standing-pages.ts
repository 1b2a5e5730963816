import type { Html } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { summaryList } from "../../../components/summary-list.ts";
import type { PublishedService } from "../../../definition/service.ts";
import { ERRORS } from "../../../platform/http/error-list.ts";
import type { ErrorEntry } from "../../../platform/http/error-list.ts";
import { lengthIn } from "../../../language/calendar-words.ts";
import { inOwnLanguage } from "../../shared/own-language.ts";
import { bullets } from "../../shared/prose.ts";
import { phoneLink } from "../../shared/phone.ts";
import type { Visit } from "../../shared/visit.ts";
import { publicPage } from "../layout.ts";

function textPage(visit: Visit, title: string, body: Html): string {
  return publicPage(visit, {
    title,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h1 class="govuk-heading-l">${title}</h1>${body}</div></div>`,
  });
}

export function contactPage(visit: Visit): string {
  const { phone, email, address, hours } = visit.council.contact;
  const { words } = visit;
  return textPage(
    visit,
    words.contact,
    html`<p class="govuk-body">${words.call} ${phoneLink(phone)}. ${words.anyForm}</p>
<p class="govuk-body">${words.email} <a class="govuk-link" href="mailto:${email}">${email}</a>.</p>
<h2 class="govuk-heading-m">${words.visitUs}</h2><p class="govuk-body">${address.join(", ")}</p>${bullets(hours)}`,
  );
}

export function accessibilityPage(visit: Visit): string {
  const { name, contact } = visit.council;
  const { words } = visit;
  return textPage(
    visit,
    words.accessibilityTitle,
    html`<p class="govuk-body">${words.accessibilityWants(name)}</p>
${bullets(words.accessibilityCan)}
<h2 class="govuk-heading-m">${words.howAccessible}</h2>
<p class="govuk-body">${words.howAccessibleText}</p>
<h2 class="govuk-heading-m">${words.cannotUse}</h2>
<p class="govuk-body">${words.call} ${phoneLink(contact.phone)} ${words.orEmail} ${contact.email}. ${words.withYou}</p>
<h2 class="govuk-heading-m">${words.enforcement}</h2>
<p class="govuk-body">${words.enforcementText} <a class="govuk-link" href="https://www.equalityadvisoryservice.com/">${words.advisoryService}</a>.</p>`,
  );
}

/** What is held, why and for how long: from the definitions, so that it is true of each service. */
export function privacyPage(visit: Visit, services: readonly PublishedService[]): string {
  const { name, contact } = visit.council;
  const { words } = visit;
  const rows = services.map((service) => ({
    key: { html: inOwnLanguage(service, visit.language, html`${service.title}`) },
    value: { html: html`${visit.words.basisAnd(service.basis)}<br>${keptWords(visit, service)}` },
  }));
  return textPage(
    visit,
    words.privacy,
    html`<p class="govuk-body">${words.privacyText(name)}</p>
<h2 class="govuk-heading-m">${words.whyHeld}</h2>${summaryList({ rows })}
<h2 class="govuk-heading-m">${words.rights}</h2><p class="govuk-body">${words.rightsText} ${words.email} ${contact.email} ${words.orCall} ${phoneLink(contact.phone)}.</p>
<h2 class="govuk-heading-m">${words.cookies}</h2><p class="govuk-body">${words.cookiesText}</p>`,
  );
}

function keptWords({ words, language }: Visit, { retention: { amount, unit }, case: { stages }, drafts }: PublishedService): string {
  return stages.size === 0 ? words.draftsOnly(drafts.days) : words.keptFor(lengthIn(language, amount, unit));
}

/** What each code of a problem document means, at the address that its `type` names. */
export function errorsPage(visit: Visit): string {
  const codes = Object.entries<ErrorEntry>(ERRORS).toSorted(([a], [b]) => a.localeCompare(b, "en"));
  return textPage(
    visit,
    "Errors of the API",
    html`<p class="govuk-body">Our API answers with a problem document (RFC 9457) where it cannot do what was asked. Its <code>code</code> is one of these.</p>
${codes.map(
  ([code, { status, title, advice }]) => html`<h2 class="govuk-heading-m" id="${code}">${title}</h2>
<p class="govuk-body">Code <code>${code}</code>, status ${status}.</p><p class="govuk-body">${advice}</p>`,
)}`,
  );
}
