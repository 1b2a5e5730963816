import { backLink } from "../../../components/back-link.ts";
import { button } from "../../../components/button.ts";
import type { Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { insetText } from "../../../components/inset-text.ts";
import { summaryList } from "../../../components/summary-list.ts";
import type { Walk } from "../../../journey/walk.ts";
import { pence, pounds } from "../../../money/pence.ts";
import { changeableRows } from "../../shared/answer-rows.ts";
import { form } from "../../shared/form.ts";
import { publicPage } from "../layout.ts";
import type { Trip } from "./trip.ts";
import { addressOf, tripKey } from "./trip.ts";

/** Check answers: every answer on the path, with a way to change it, what it costs, what is declared, and the button that sends it. */
export function checkPage(trip: Trip, walk: Walk): string {
  const { service } = trip;
  const last = walk.answered.at(-1);
  const declared = service.declaration;
  return publicPage(trip.visit, {
    title: "Check your answers",
    service: { name: service.title, url: `/services/${service.id}` },
    before: backLink({ href: addressOf(service, last?.id ?? ""), text: "Back" }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds-from-desktop">
<h1 class="govuk-heading-l">Check your answers before you send them</h1>${answerList(trip, walk)}${feeLine(trip, walk)}
${declared !== undefined && html`<h2 class="govuk-heading-m">Declaration</h2><p class="govuk-body">${declared}</p>`}
${form({ key: tripKey(trip), action: addressOf(service, "send"), body: button({ text: declared === undefined ? "Send" : "Accept and send", preventDoubleClick: true }) })}
</div></div>`,
  });
}

function answerList(trip: Trip, walk: Walk): Slot {
  const rows = walk.answered.flatMap((screen) => changeableRows(screen, walk.live, `${addressOf(trip.service, screen.id)}?from=check`));
  return summaryList({ rows });
}

function feeLine(trip: Trip, walk: Walk): Slot {
  const fee = trip.service.fee?.run(walk.facts);
  return (
    typeof fee === "number" && insetText({ html: html`The fee is <strong>${pounds(pence(fee))}</strong>. We will tell you how to pay it.` })
  );
}
