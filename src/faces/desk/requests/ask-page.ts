import type { Fields, Problem } from "../../../answers/answer-type.ts";
import type { Case } from "../../../cases/case.ts";
import type { RequestCommand } from "../../../cases/requests/decide-request.ts";
import { MOST_DAYS } from "../../../cases/requests/decide-request.ts";
import { OWN_WAYS } from "../../../cases/requests/request.ts";
import { backLink } from "../../../components/back-link.ts";
import { button } from "../../../components/button.ts";
import { checkboxes } from "../../../components/checkboxes.ts";
import type { Html, Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { input } from "../../../components/input.ts";
import { radios } from "../../../components/radios.ts";
import { textarea } from "../../../components/textarea.ts";
import type { Context } from "../../../context.ts";
import type { PublishedService } from "../../../definition/service.ts";
import { PAGE_WORDS } from "../../../language/page-words.ts";
import { errorAt, form, problemSummary } from "../../shared/form.ts";
import type { FormBody } from "../../shared/form-body.ts";
import { field } from "../../shared/form-body.ts";
import type { Desk } from "../desk.ts";
import { deskPage } from "../layout.ts";

/** Of the choices, the one that is no request of the definition. No request has such a name. */
const OWN = "own_words";
const WAYS = { text: "Words", files: "Files", both: "Words or files" } as const;

export interface AskPage {
  readonly item: Case;
  readonly service: PublishedService;
  readonly key: string;
  readonly fields: Fields;
  readonly problems: readonly Problem[];
  /** What was done since the officer opened the page that was out of date. */
  readonly changed?: Slot;
}

/** Asks the person of a case: for what the definition names, or in the officer's own words. */
export function askPage(context: Context, desk: Desk, shown: AskPage): string {
  const { item, service, key, problems } = shown;
  // Where the definition names nothing there is nothing to choose.
  const choice = service.requests.size > 0 ? whatToAsk(shown) : html`<input type="hidden" name="request" value="${OWN}">${ownForm(shown)}`;
  const told = TOLD[item.tellBy];
  const seen = html`<input type="hidden" name="seen" value="${item.eventCount}">`;
  const body = [seen, choice, button({ text: "Ask the person", preventDoubleClick: true })];
  return deskPage(context, desk, {
    title: "Ask the person for something",
    before: backLink({ href: `/desk/cases/${item.reference}`, text: item.reference }),
    error: problems.length > 0,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${problemSummary(problems)}${shown.changed}
<span class="govuk-caption-l">${item.reference}: ${service.title}</span><h1 class="govuk-heading-l">Ask the person for something</h1>
<p class="govuk-body">${told}</p>${form({ key, action: `/desk/cases/${item.reference}/requests`, body })}</div></div>`,
  });
}

/** What the definition names, and the officer's own words. */
function whatToAsk(shown: AskPage): Html {
  const items = [...shown.service.requests.values()].map(({ id, ask, due }) => ({
    value: id,
    text: ask,
    hint: { text: `They have ${due.amount} ${due.unit}` },
  }));
  const own = { value: OWN, text: "Something else, in my own words", hint: { text: "Write it below" } };
  // The boxes are always there: those that a radio button opens have it marked in a way that ARIA does not allow.
  const choice = radios({
    idPrefix: "request",
    name: "request",
    fieldset: { legend: { text: "What do you need?", classes: "govuk-fieldset__legend--m" } },
    value: typed(shown, "request"),
    items: [...items, own],
    ...errorAt(shown.problems, "request"),
  });
  return html`${choice}${ownForm(shown)}`;
}

const TOLD = {
  email: "They get an email with a link to a short form. They need no account.",
  letter: "They get a letter. They can answer online with their reference, or call.",
  none: "They gave no address to write to. Call them, and fill in the form for them.",
} as const;

function typed({ fields }: AskPage, name: string): string {
  return fields.get(name)?.[0] ?? "";
}

function ownForm(shown: AskPage): Html {
  const { problems } = shown;
  const question = textarea({
    id: "ask-text",
    name: "ask-text",
    rows: 4,
    label: { text: "What do you want to ask?" },
    hint: { text: "The person reads this" },
    value: typed(shown, "ask-text"),
    ...errorAt(problems, "ask-text"),
  });
  const way = radios({
    idPrefix: "way",
    name: "way",
    classes: "govuk-radios--small",
    fieldset: { legend: { text: "What can they answer with?", classes: "govuk-fieldset__legend--s" } },
    value: typed(shown, "way") || "both",
    items: OWN_WAYS.map((value) => ({ value, text: WAYS[value] })),
  });
  const days = input({
    id: "ask-days",
    name: "ask-days",
    inputmode: "numeric",
    classes: "govuk-input--width-3",
    label: { text: "How many working days do they have?" },
    hint: { text: `From 1 to ${MOST_DAYS}` },
    value: typed(shown, "ask-days") || "10",
    ...errorAt(problems, "ask-days"),
  });
  const pause = checkboxes({
    idPrefix: "pause",
    name: "pause",
    values: shown.fields.get("pause") ?? [],
    items: [{ value: "yes", text: "Stop the clock of the case until they answer" }],
  });
  return html`${question}${way}${days}${pause}`;
}

/** What the posted form asks. */
export function askCommand(body: FormBody, { person }: Case): RequestCommand | Problem {
  const name = field(body, "request");
  if (name === "") return { field: "request", code: "answer-missing", message: "Select what you need" };
  if (name !== OWN) return { kind: "request", name };
  const days = field(body, "ask-days").trim();
  return {
    kind: "request-own",
    text: field(body, "ask-text"),
    way: OWN_WAYS.find((way) => way === field(body, "way")) ?? "both",
    days: /^\d{1,3}$/.test(days) ? Number(days) : 0,
    // The person reads it.
    pauses: field(body, "pause") === "yes" ? PAGE_WORDS[person.language ?? "en"].waitingForYou : null,
  };
}
