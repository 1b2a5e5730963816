import { backLink } from "../../../components/back-link.ts";
import { button } from "../../../components/button.ts";
import type { Html, Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { insetText } from "../../../components/inset-text.ts";
import { PAGE_WORDS, type PageWords } from "../../../language/page-words.ts";
import type { Finding, PublishedService } from "../../../definition/service.ts";
import { form } from "../../shared/form.ts";
import { bullets, prose } from "../../shared/prose.ts";
import { phoneLink } from "../../shared/phone.ts";
import type { Visit } from "../../shared/visit.ts";
import { publicPage } from "../layout.ts";
import { findingsPanel } from "./findings-panel.ts";

/** `unfinished`: the person has a journey here that is not sent yet. `key`: the one-time key of the start form. */
interface StartOptions {
  readonly unfinished: boolean;
  readonly key: string;
  /** The reader chose Welsh, and the service has none. */
  readonly onlyEnglish: boolean;
  /** Shown to a designer, in development only. */
  readonly findings: readonly Finding[];
}

/** Everything a person wants to know before they start. */
export function startPage(visit: Visit, service: PublishedService, options: StartOptions): string {
  const { start } = service;
  const { words } = visit;
  return publicPage(visit, {
    title: service.title,
    before: backLink({ href: "/services", text: words.allServices }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${findingsPanel(options.findings)}${options.onlyEnglish && insetText({ html: html`<p class="govuk-body" lang="cy">${PAGE_WORDS.cy.onlyEnglish}</p>` })}<h1 class="govuk-heading-l">${service.title}</h1>
<p class="govuk-body-l">${service.summary}</p>
${part(words.whoCanUse, start.who)}${part(words.whatYouNeed, start.need)}${facts(start, words)}${start.body && prose(start.body)}
${startForms(service, options, words)}${otherWays(visit)}</div></div>`,
  });
}

function part(title: string, lines: readonly string[]): Slot {
  return lines.length > 0 && html`<h2 class="govuk-heading-m">${title}</h2>${bullets(lines)}`;
}

function facts(start: PublishedService["start"], words: PageWords): Html {
  const rows = [
    [words.timeToFill, start.time],
    [words.cost, start.cost],
    [words.next, start.takes],
  ].filter(([, value]) => value !== "");
  const lines = rows.map(
    ([name, value]) =>
      html`<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">${name}</dt><dd class="govuk-summary-list__value">${value}</dd></div>`,
  );
  return html`<dl class="govuk-summary-list">${lines}</dl>`;
}

function startForms(service: PublishedService, { unfinished, key }: StartOptions, words: PageWords): Html {
  const address = `/services/${service.id}`;
  const start = button({
    text: unfinished ? words.startAgain : words.startNow,
    isStartButton: !unfinished,
    classes: unfinished ? "govuk-button--secondary" : "",
  });
  const go = unfinished && html`<p class="govuk-body">${words.unsent}</p>${button({ text: words.continue, href: `${address}/journey` })}`;
  return html`${go}${form({ key, action: `${address}/start`, body: start })}`;
}

function otherWays({ council, words }: Visit): Html {
  const { contact } = council;
  return html`<h2 class="govuk-heading-m">${words.otherWays}</h2>
<p class="govuk-body">${words.callOn} ${phoneLink(contact.phone)}. ${words.fillWithYou}</p>
<p class="govuk-body">${words.orVisit} ${contact.address.join(", ")}.</p>${bullets(contact.hours)}`;
}
