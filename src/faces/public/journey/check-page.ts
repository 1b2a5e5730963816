import { backLink } from "../../../components/back-link.ts";
import { button } from "../../../components/button.ts";
import type { Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { insetText } from "../../../components/inset-text.ts";
import { summaryList } from "../../../components/summary-list.ts";
import type { Part } from "../../../journey/parts.ts";
import { partsOf } from "../../../journey/parts.ts";
import type { Walk } from "../../../journey/walk.ts";
import { pence, pounds } from "../../../money/pence.ts";
import { changeableRows } from "../../shared/answer-rows.ts";
import type { Declared } from "../../shared/declarations.ts";
import { declaredBoxes, NOTHING_TICKED } from "../../shared/declarations.ts";
import { form, problemSummary } from "../../shared/form.ts";
import { publicPage } from "../layout.ts";
import type { Trip } from "./trip.ts";
import { addressOf, tripKey, versionField } from "./trip.ts";

/** Check answers: every answer on the path, with a way to change it, what it costs, what is declared, and the button that sends it. */
export function checkPage(trip: Trip, walk: Walk, ticks: Declared = NOTHING_TICKED, changed?: Slot): string {
  const { service } = trip;
  const { words } = trip.visit;
  const back = walk.sections.length > 0 ? "tasks" : (walk.answered.at(-1)?.id ?? "");
  const declared = service.declaration;
  const boxes = declaredBoxes(service, ticks, words.confirmEach, words);
  const send = button({ text: declared === undefined && boxes === undefined ? words.send : words.acceptAndSend, preventDoubleClick: true });
  return publicPage(trip.visit, {
    title: words.checkTitle,
    service: { name: service.title, url: `/services/${service.id}` },
    error: ticks.problems.length > 0,
    before: backLink({ href: addressOf(service, back), text: words.back }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds-from-desktop">${changed}
${problemSummary(ticks.problems, words)}<h1 class="govuk-heading-l">${words.checkHeading}</h1>${partsOf(walk).map((part) => sectionAnswers(trip, walk, part))}${feeLine(trip, walk)}
${declared !== undefined && html`<h2 class="govuk-heading-m">${words.declaration}</h2><p class="govuk-body">${declared}</p>`}
${form({ key: tripKey(trip), action: addressOf(service, "send"), body: [versionField(trip), boxes, send] })}
</div></div>`,
  });
}

function sectionAnswers(trip: Trip, walk: Walk, part: Part): Slot {
  const { section } = part;
  return html`${section !== undefined && html`<h2 class="govuk-heading-m">${section.title}</h2>`}${answerList(trip, walk, part, "check")}`;
}

/** The answers of a part, each with a way to change it and to come back. */
export function answerList(trip: Trip, walk: Walk, { screens }: Part, from: "check" | "section"): Slot {
  const rows = screens.flatMap((screen) =>
    changeableRows(screen, walk.live, `${addressOf(trip.service, screen.id)}?from=${from}`, trip.visit),
  );
  return summaryList({ rows });
}

function feeLine(trip: Trip, walk: Walk): Slot {
  const fee = trip.service.fee?.run(walk.facts);
  const { words } = trip.visit;
  return typeof fee === "number" && insetText({ html: html`${words.fee} <strong>${pounds(pence(fee))}</strong>. ${words.feeHow}` });
}
