import type { Html } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { summaryList } from "../../../components/summary-list.ts";
import type { PublishedService } from "../../../definition/service.ts";
import { ERRORS } from "../../../platform/http/error-list.ts";
import type { ErrorEntry } from "../../../platform/http/error-list.ts";
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
  return textPage(
    visit,
    "Contact us",
    html`<p class="govuk-body">Call ${phoneLink(phone)}. We can fill in any form with you.</p>
<p class="govuk-body">Email <a class="govuk-link" href="mailto:${email}">${email}</a>.</p>
<h2 class="govuk-heading-m">Visit us</h2><p class="govuk-body">${address.join(", ")}</p>${bullets(hours)}`,
  );
}

export function accessibilityPage(visit: Visit): string {
  const { name, contact } = visit.council;
  return textPage(
    visit,
    "Accessibility statement",
    html`<p class="govuk-body">${name} wants as many people as possible to use this website. You should be able to:</p>
${bullets(["zoom in up to 400% without text going off the screen", "use it with a keyboard alone, or with a screen reader", "use it on an old phone, with scripts off, and on a slow line"])}
<h2 class="govuk-heading-m">How accessible it is</h2>
<p class="govuk-body">It is built to meet the Web Content Accessibility Guidelines 2.2 at level AA. Every kind of page is checked by program on each change. People with access needs have not yet tested it for us.</p>
<h2 class="govuk-heading-m">If you cannot use a part of it</h2>
<p class="govuk-body">Call ${phoneLink(contact.phone)} or email ${contact.email}. We will do it with you, and answer within 5 working days.</p>
<h2 class="govuk-heading-m">Enforcement</h2>
<p class="govuk-body">The Equality and Human Rights Commission enforces the accessibility regulations. If you are not happy with our answer, contact the <a class="govuk-link" href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service</a>.</p>`,
  );
}

/** What is held, why and for how long: from the definitions, so that it is true of each service. */
export function privacyPage(visit: Visit, services: readonly PublishedService[]): string {
  const { name, contact } = visit.council;
  const rows = services.map((service) => ({
    key: { text: service.title },
    value: { html: html`Lawful basis: ${service.basis}.<br>${keptWords(service)}` },
  }));
  return textPage(
    visit,
    "Privacy and cookies",
    html`<p class="govuk-body">${name} holds what you tell us so that we can do what you ask. We do not sell it, and we use it for nothing else.</p>
<h2 class="govuk-heading-m">Why we hold it, and for how long</h2>${summaryList({ rows })}
<h2 class="govuk-heading-m">Your rights</h2><p class="govuk-body">You can ask what we hold about you, and ask us to correct or erase it. Email ${contact.email} or call ${phoneLink(contact.phone)}.</p>
<h2 class="govuk-heading-m">Cookies</h2><p class="govuk-body">We set only cookies that the site cannot work without: one for each form you have started (as long as we keep your answers), one for a case you look up (2 hours), and one for staff who sign in. We do not track you.</p>`,
  );
}

function keptWords({ retention: { amount, unit }, case: { stages }, drafts }: PublishedService): string {
  if (stages.size === 0) return `We delete your answers ${drafts.days} days after you last changed one.`;
  return `We keep it for ${amount} ${amount === 1 ? unit.replace(/s$/, "") : unit} after we finish.`;
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
