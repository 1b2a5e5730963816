import { backLink } from "../../../components/back-link.ts";
import type { Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { insetText } from "../../../components/inset-text.ts";
import type { PublishedService } from "../../../definition/service.ts";
import { bullets } from "../../shared/prose.ts";
import { phoneLink } from "../../shared/phone.ts";
import type { Visit } from "../../shared/visit.ts";
import { publicPage } from "../layout.ts";

/** A service that is withdrawn: what to do instead, and what became of answers given but not sent. */
export function withdrawnPage(visit: Visit, service: PublishedService, answers: "kept" | "none"): string {
  const { phone, email, address, hours } = visit.council.contact;
  return publicPage(visit, {
    title: "You can’t do this online at the moment",
    before: backLink({ href: "/services", text: "All services" }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><span class="govuk-caption-l">${service.title}</span>
<h1 class="govuk-heading-l">You can’t do this online at the moment</h1>${answers === "kept" && keptWords(service)}
<h2 class="govuk-heading-m">What you can do instead</h2><p class="govuk-body">Call us on ${phoneLink(phone)}, or email <a class="govuk-link guildhall-words" href="mailto:${email}">${email}</a>.</p>
<p class="govuk-body">Or visit us: ${address.join(", ")}.</p>${bullets(hours)}
<h2 class="govuk-heading-m">If you have sent it already</h2><p class="govuk-body">We have it and are working on it. You can <a class="govuk-link" href="/cases">check progress</a> with your reference.</p></div></div>`,
  });
}

function keptWords({ drafts: { days } }: PublishedService): Slot {
  return insetText({
    html: html`<p class="govuk-body">Your answers have not been sent. They are safe: we keep them for ${days} days after you last changed one, and you can go on from here when the service is back.</p>`,
  });
}
