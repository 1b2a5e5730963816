import type { Fields, Problem, Question } from "../../../answers/answer-type.ts";
import { answerType } from "../../../answers/answer-types.ts";
import { requestOf } from "../../../cases/requests/own-words.ts";
import { takesAnswers } from "../../../cases/requests/request.ts";
import { backLink } from "../../../components/back-link.ts";
import { button } from "../../../components/button.ts";
import type { Html, Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { tag } from "../../../components/tag.ts";
import { textarea } from "../../../components/textarea.ts";
import type { Context } from "../../../context.ts";
import { CHANNELS } from "../../../councils/council.ts";
import { PAGE_WORDS } from "../../../language/page-words.ts";
import { longDay, moment } from "../../shared/dates.ts";
import { eventText, writtenWords } from "../../shared/event-words.ts";
import type { EvidenceItem } from "../../shared/evidence.ts";
import { sentItems, verdictLine } from "../../shared/evidence.ts";
import { errorAt, form, problemSummary } from "../../shared/form.ts";
import type { RequestDoor } from "../../shared/request-way.ts";
import type { CaseSheet } from "../case/case-sheet.ts";
import { nameOf } from "../case/case-sheet.ts";
import type { Desk } from "../desk.ts";
import { deskPage } from "../layout.ts";
import { STATES } from "./requests-part.ts";

export interface RequestPage {
  readonly sheet: CaseSheet;
  readonly door: RequestDoor;
  readonly key: string;
  readonly may: { readonly work: boolean; readonly write: boolean };
  /** What was typed for one of the things that were sent, and what is wrong with it. */
  readonly fields: Fields;
  readonly problems: readonly Problem[];
}

/** When what is accepted ends. */
export const UNTIL: Question = {
  id: "until",
  type: "date",
  ask: "Until when is it good?",
  hint: "Leave it empty where it has no end",
  label: "the last day on which it is good",
  optional: true,
  personal: false,
  settings: { earliest: "today" },
};

/** Something that was asked of the person: where it stands, what they sent, and what officers make of each thing. */
export function requestPage(context: Context, desk: Desk, shown: RequestPage): string {
  const { door, problems } = shown;
  const { item, service, plan, request } = door;
  const { words, colour } = STATES[request.state];
  const day = takesAnswers(request) && html` Due ${longDay(request.day)}.`;
  return deskPage(context, desk, {
    title: plan.ask,
    before: backLink({ href: `/desk/cases/${item.reference}`, text: item.reference }),
    error: problems.length > 0,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${problemSummary(problems)}
<span class="govuk-caption-l">${item.reference}: ${service.title}</span><h1 class="govuk-heading-l">${plan.ask}</h1>
${plan.says !== "" && writtenWords(plan.says)}<p class="govuk-body" id="state" tabindex="-1">${tag({ text: words, classes: colour })}${day}</p>
${sentParts(shown)}${nextForms(shown)}</div></div>`,
  });
}

function sentParts(shown: RequestPage): Slot {
  const { sheet, door } = shown;
  const { request, plan, item, number } = door;
  const event = sheet.events.findLast((one) => one.kind === "answered" && requestOf(one) === number);
  if (event === undefined) return undefined;
  if (event.personal === null) return html`<p class="govuk-body">What was sent here has been erased.</p>`;
  const items = sentItems(plan, sheet.events, { number, request }, `/desk/cases/${item.reference}/files`);
  const who = event.officer === null ? "The person" : `${nameOf(sheet, event.officer)}, for the person`;
  const way = event.channel === "clock" ? "" : `, ${CHANNELS[event.channel].toLowerCase()}`;
  return html`<h2 class="govuk-heading-m">What they sent</h2><p class="govuk-hint">${who}, ${moment(event.at)}${way}</p>
${request.shared && html`<p class="govuk-body">The person agrees that other services see what is accepted.</p>`}${items.map((one, index) => itemPart(shown, one, index))}`;
}

function itemPart(shown: RequestPage, one: EvidenceItem, index: number): Html {
  const { request } = shown.door;
  const review = request.reviews[one.id];
  const reason = shown.sheet.events.find(({ number }) => number === review?.event);
  const said = reason === undefined ? "" : eventText(reason, "reason");
  return html`<section id="item-${index}" tabindex="-1"><h3 class="govuk-heading-s">${one.label}</h3><div class="govuk-body">${one.value}</div>
<p class="govuk-body">${verdictLine(review, { words: PAGE_WORDS.en, language: "en" })}</p>${said !== "" && writtenWords(said)}${reviewForm(shown, one, index)}</section>`;
}

/** One form for each thing, with a button for what can be made of it. */
function reviewForm(shown: RequestPage, one: EvidenceItem, index: number): Slot {
  const { door, key, may, fields, problems } = shown;
  const { item, number, request } = door;
  if (!may.work || item.closedAt !== null || request.state !== "answered" || request.reviews[one.id] !== undefined) return undefined;
  const prefix = `item${index}.`;
  const until = answerType(UNTIL).input(UNTIL, { fields, problems, heading: false, prefix, files: [] });
  const reason = textarea({
    id: `${prefix}reason`,
    name: `${prefix}reason`,
    rows: 3,
    label: { text: "Why is it rejected?" },
    hint: { text: "The person can read it. Needed only to reject" },
    value: fields.get(`${prefix}reason`)?.[0] ?? "",
    ...errorAt(problems, `${prefix}reason`),
  });
  const again =
    may.write && button({ html: says("Reject and ask again", one), name: "then", value: "again", classes: "govuk-button--secondary" });
  const body = [
    html`<input type="hidden" name="item" value="${one.id}"><input type="hidden" name="index" value="${index}"><input type="hidden" name="answered" value="${request.answered}">`,
    until,
    reason,
    html`<div class="govuk-button-group">${button({ html: says("Accept", one), name: "then", value: "accept" })}${button({ html: says("Reject", one), name: "then", value: "reject", classes: "govuk-button--secondary" })}${again}</div>`,
  ];
  return form({ key, action: `/desk/cases/${item.reference}/requests/${number}/review`, body });
}

function says(words: string, { label }: EvidenceItem): Html {
  return html`${words}<span class="govuk-visually-hidden"> ${label}</span>`;
}

/** What can be done with the request as a whole: answer it for the person, ask again, withdraw it. */
function nextForms({ door, key, may }: RequestPage): Slot {
  const { item, number, request } = door;
  if (item.closedAt !== null) return undefined;
  const at = `/desk/cases/${item.reference}/requests/${number}`;
  const fill =
    may.work &&
    takesAnswers(request) &&
    html`<p class="govuk-body"><a class="govuk-link" href="${at}/answer">Fill it in for the person</a></p>`;
  const again =
    may.write &&
    request.state !== "open" &&
    form({ key, action: `${at}/again`, body: button({ text: "Ask again", classes: "govuk-button--secondary", preventDoubleClick: true }) });
  const withdraw =
    may.write &&
    request.state === "open" &&
    form({
      key,
      action: `${at}/withdraw`,
      body: button({ text: "Withdraw it", classes: "govuk-button--secondary", preventDoubleClick: true }),
    });
  return [fill, again, withdraw];
}
