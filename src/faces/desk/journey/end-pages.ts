import { backLink } from "../../../components/back-link.ts";
import { button } from "../../../components/button.ts";
import type { Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { insetText } from "../../../components/inset-text.ts";
import { panel } from "../../../components/panel.ts";
import { summaryList } from "../../../components/summary-list.ts";
import type { Case } from "../../../cases/case.ts";
import type { Context } from "../../../context.ts";
import type { Part } from "../../../journey/parts.ts";
import { partsOf } from "../../../journey/parts.ts";
import type { Walk } from "../../../journey/walk.ts";
import { pence, pounds } from "../../../money/pence.ts";
import { seesCase } from "../../../people/rights.ts";
import { changeableRows } from "../../shared/answer-rows.ts";
import { promisedBy } from "../../shared/dates.ts";
import type { Declared } from "../../shared/declarations.ts";
import { declaredBoxes, NOTHING_TICKED } from "../../shared/declarations.ts";
import { form, problemSummary } from "../../shared/form.ts";
import { deskKey, mayAtDesk } from "../desk.ts";
import { deskPage } from "../layout.ts";
import type { Call } from "./call.ts";
import { callAddress, callPurpose } from "./call.ts";
import { spelled } from "./spelled.ts";

/** The answers to read back, what it costs, what the person declares, and the button that sends it. */
export function checkPage(context: Context, call: Call, walk: Walk, ticks: Declared = NOTHING_TICKED): string {
  const { service, desk } = call;
  const fee = service.fee?.run(walk.facts);
  const declared = service.declaration;
  const read = declared !== undefined && html`<h2 class="govuk-heading-m">Read this to the person</h2>${insetText({ text: declared })}`;
  const boxes = declaredBoxes(service, ticks, "Read each statement to the person, and select it when they agree");
  const text = declared === undefined && boxes === undefined ? "Send" : "The person agrees: send";
  const send = [boxes, button({ text, preventDoubleClick: true })];
  return deskPage(context, desk, {
    title: `Check the answers: ${service.title}`,
    error: ticks.problems.length > 0,
    before: backLink({ href: callAddress(call), text: "Back to the questions" }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${problemSummary(ticks.problems)}<span class="govuk-caption-l">${service.title}</span>
<h1 class="govuk-heading-l">Check the answers with the person</h1>${partsOf(walk).map((part) => answersOf(call, walk, part))}
${typeof fee === "number" && html`<p class="govuk-body">The fee is <strong>${pounds(pence(fee))}</strong>. We tell them how to pay it.</p>`}${read}
${form({ key: deskKey(context, desk, callPurpose(call)), action: callAddress(call, "/send"), body: send })}</div></div>`,
  });
}

function answersOf(call: Call, walk: Walk, { section, screens }: Part): Slot {
  const rows = screens.flatMap((screen) => changeableRows(screen, walk.live, callAddress(call, `#screen-${screen.id}`), call.desk.visit));
  return html`${section !== undefined && html`<h2 class="govuk-heading-m">${section.title}</h2>`}${summaryList({ rows })}`;
}

/** The reference, to be read out, and what the person can expect. */
export function donePage(context: Context, call: Call, item: Case): string {
  const { service, desk } = call;
  const stage = service.case.stages.get(item.stage);
  const seen = seesCase(desk.officer, desk.visit.council, item);
  const open = seen && html`<li><a class="govuk-link" href="/desk/cases/${item.reference}">Open the case</a></li>`;
  const fee = item.feePence !== null && html`<p class="govuk-body">The fee is ${pounds(item.feePence)}. We tell them how to pay it.</p>`;
  return deskPage(context, desk, {
    title: `Sent: ${service.title}`,
    about: { case: item.reference },
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${panel({ titleText: "Sent", html: html`Read out the reference<br><strong>${item.reference}</strong>` })}
<p class="govuk-body-l">${spelled(item.reference)}</p>${toldWords(call, item)}
<h2 class="govuk-heading-m">Tell the person what happens next</h2><p class="govuk-body">${stage?.next}</p>
<p class="govuk-body">We aim to finish by <strong>${promisedBy(item.openedAt, item.dueAt)}</strong>.</p>${fee}
<ul class="govuk-list"><li><a class="govuk-link" href="/desk/start">Start another service</a></li>${open}</ul></div></div>`,
  });
}

function toldWords({ desk }: Call, item: Case): Slot {
  if (item.tellBy === "email") return html`<p class="govuk-body">We are sending an email to ${item.person.email}.</p>`;
  if (item.tellBy === "none") return html`<p class="govuk-body">We cannot write to them. Ask them to write the reference down.</p>`;
  const print = mayAtDesk(desk, "letters.print") && html` You can print it in <a class="govuk-link" href="/desk/letters">Letters</a>.`;
  return html`<p class="govuk-body">We are sending a letter.${print}</p>`;
}
