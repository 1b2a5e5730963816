import { backLink } from "../../../components/back-link.ts";
import { button } from "../../../components/button.ts";
import type { Html, Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import type { Council } from "../../../councils/council.ts";
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
  /** Shown to a designer, in development only. */
  readonly findings: readonly Finding[];
}

/** Everything a person wants to know before they start. */
export function startPage(visit: Visit, service: PublishedService, options: StartOptions): string {
  const { start } = service;
  return publicPage(visit, {
    title: service.title,
    before: backLink({ href: "/services", text: "All services" }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${findingsPanel(options.findings)}<h1 class="govuk-heading-l">${service.title}</h1>
<p class="govuk-body-l">${service.summary}</p>
${part("Who can use it", start.who)}${part("What you need", start.need)}${facts(start)}${start.body && prose(start.body)}
${startForms(service, options)}${otherWays(visit.council)}</div></div>`,
  });
}

function part(title: string, lines: readonly string[]): Slot {
  return lines.length > 0 && html`<h2 class="govuk-heading-m">${title}</h2>${bullets(lines)}`;
}

function facts(start: PublishedService["start"]): Html {
  const rows = [
    ["Time to fill in", start.time],
    ["Cost", start.cost],
    ["What happens next", start.takes],
  ].filter(([, value]) => value !== "");
  const lines = rows.map(
    ([name, value]) =>
      html`<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">${name}</dt><dd class="govuk-summary-list__value">${value}</dd></div>`,
  );
  return html`<dl class="govuk-summary-list">${lines}</dl>`;
}

function startForms(service: PublishedService, { unfinished, key }: StartOptions): Html {
  const address = `/services/${service.id}`;
  const start = button({
    text: unfinished ? "Start again" : "Start now",
    isStartButton: !unfinished,
    classes: unfinished ? "govuk-button--secondary" : "",
  });
  const go =
    unfinished &&
    html`<p class="govuk-body">You have answers here that you have not sent yet.</p>${button({ text: "Continue", href: `${address}/journey` })}`;
  return html`${go}${form({ key, action: `${address}/start`, body: start })}`;
}

function otherWays(council: Council): Html {
  const { contact } = council;
  return html`<h2 class="govuk-heading-m">Other ways to do it</h2>
<p class="govuk-body">Call us on ${phoneLink(contact.phone)}. We can fill it in with you, and answer questions.</p>
<p class="govuk-body">Or visit us: ${contact.address.join(", ")}.</p>${bullets(contact.hours)}`;
}
