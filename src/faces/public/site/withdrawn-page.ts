import { backLink } from "../../../components/back-link.ts";
import type { Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { insetText } from "../../../components/inset-text.ts";
import type { PublishedService } from "../../../definition/service.ts";
import type { PageWords } from "../../../language/page-words.ts";
import { bullets } from "../../shared/prose.ts";
import { phoneLink } from "../../shared/phone.ts";
import type { Visit } from "../../shared/visit.ts";
import { publicPage } from "../layout.ts";

/** A service that is withdrawn: what to do instead, and what became of answers given but not sent. */
export function withdrawnPage(visit: Visit, service: PublishedService, answers: "kept" | "none"): string {
  const { phone, email, address, hours } = visit.council.contact;
  const { words } = visit;
  return publicPage(visit, {
    title: words.withdrawnTitle,
    before: backLink({ href: "/services", text: words.allServices }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><span class="govuk-caption-l">${service.title}</span>
<h1 class="govuk-heading-l">${words.withdrawnTitle}</h1>${answers === "kept" && keptWords(service, words)}
<h2 class="govuk-heading-m">${words.insteadTitle}</h2><p class="govuk-body">${words.callOn} ${phoneLink(phone)}, ${words.orEmail} <a class="govuk-link guildhall-words" href="mailto:${email}">${email}</a>.</p>
<p class="govuk-body">${words.orVisit} ${address.join(", ")}.</p>${bullets(hours)}
<h2 class="govuk-heading-m">${words.sentAlready}</h2><p class="govuk-body">${words.workingOnIt} <a class="govuk-link" href="/cases">${words.checkProgressLink}</a> ${words.withReference}</p></div></div>`,
  });
}

function keptWords({ drafts: { days } }: PublishedService, words: PageWords): Slot {
  return insetText({
    html: html`<p class="govuk-body">${words.answersKept(days)}</p>`,
  });
}
