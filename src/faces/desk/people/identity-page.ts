import { answerType } from "../../../answers/answer-types.ts";
import type { Question } from "../../../answers/answer-type.ts";
import type { Case } from "../../../cases/case.ts";
import type { Known } from "../../../cases/identity-event.ts";
import { knownOf, NEEDED } from "../../../cases/identity.ts";
import { backLink } from "../../../components/back-link.ts";
import { button } from "../../../components/button.ts";
import { checkboxes } from "../../../components/checkboxes.ts";
import type { Html } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { input } from "../../../components/input.ts";
import { insetText } from "../../../components/inset-text.ts";
import type { Context } from "../../../context.ts";
import type { PublishedService } from "../../../definition/service.ts";
import { shortDay } from "../../shared/dates.ts";
import { form, problemSummary } from "../../shared/form.ts";
import type { Desk } from "../desk.ts";
import { deskKey } from "../desk.ts";
import { deskPage } from "../layout.ts";
import { KNOWN_WORDS } from "./identity-words.ts";

const COUNT: Readonly<Record<number, string>> = { 1: "one", 2: "two", 3: "three" };

export const BORN: Question = {
  id: "born",
  type: "date",
  ask: "Date of birth",
  label: "the date of birth",
  optional: true,
  personal: true,
  settings: { autocomplete: "off" },
};

export function identityPurpose({ id }: Pick<Case, "id">): string {
  return `identity:${id}`;
}

export interface IdentityShown {
  readonly item: Case;
  readonly service: PublishedService;
  /** What the last check came to. */
  readonly result?: "passed" | "failed" | "stopped";
  readonly nothing?: boolean;
}

/** Asks an officer to check who somebody is before they speak about a case; says what may be said where they cannot be sure. */
export function identityPage(context: Context, desk: Desk, shown: IdentityShown): string {
  const { item, result, nothing = false } = shown;
  const problem = { field: "identity", code: "answer-missing", message: "Enter or select what they said" };
  return deskPage(context, desk, {
    title: `Check who they are: ${item.reference}`,
    before: backLink({ href: "/desk/people?found=1", text: "Find a person" }),
    error: nothing,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${problemSummary(nothing ? [problem] : [])}<span class="govuk-caption-l">${shown.service.title}</span>
${result === "passed" ? passedPart(item) : asking(context, desk, shown)}</div></div>`,
  });
}

function passedPart({ reference }: Case): Html {
  return html`<h1 class="govuk-heading-l">You can speak with them about this case</h1><p class="govuk-body">That you checked is in the history of the case.</p><p class="govuk-body"><a class="govuk-link" href="/desk/cases/${reference}">Open the case</a></p>`;
}

function asking(context: Context, desk: Desk, { item, service, result }: IdentityShown): Html {
  const known = knownOf(service, item);
  const needed = NEEDED[service.identity];
  const title = html`<h1 class="govuk-heading-l">${result === undefined ? "Check who they are" : "You cannot be sure who they are"}</h1>`;
  if (result === "stopped")
    return html`${title}<p class="govuk-body">Three checks have failed today. Ring them back on a number that the council holds, or ask them to come in.</p>${mayBeSaid()}`;
  const failed = result === "failed" && mayBeSaid();
  if (known.size < needed)
    return html`${title}<p class="govuk-body">The case holds too little to check by. Ask them to come in with a document.</p>${mayBeSaid()}`;
  const strong = service.identity === "strong";
  const ask = strong
    ? html`<p class="govuk-body">Ask for ${COUNT[needed]} of these, and type what they say. Do not read anything out to them.</p>`
    : html`<p class="govuk-body">Ask for ${COUNT[needed]} of these, and select those that they say right. Do not say them first.</p>`;
  const inputs = strong ? [...known.keys()].map(typedInput) : ticks(known);
  const body = html`<div id="identity" tabindex="-1">${inputs}</div>${button({ text: "Finish the check", preventDoubleClick: true })}`;
  const asked = form({ key: deskKey(context, desk, identityPurpose(item)), action: `/desk/cases/${item.reference}/identity`, body });
  const anyway =
    desk.call !== undefined &&
    html`<p class="govuk-body"><a class="govuk-link" href="/desk/cases/${item.reference}?open=1">You are not speaking about this case: open it</a></p>`;
  return html`${title}${failed}${ask}${asked}${anyway}`;
}

function typedInput(key: Known): Html {
  if (key === "born") return answerType(BORN).input(BORN, { fields: new Map(), problems: [], heading: false, prefix: "", files: [] });
  const words = KNOWN_WORDS[key];
  const text = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  return input({ id: key, name: key, label: { text }, autocomplete: "off", spellcheck: false, classes: "govuk-input--width-20" });
}

function ticks(known: ReadonlyMap<Known, string>): Html {
  const items = [...known].map(([key, value]) => ({
    value: key,
    text: KNOWN_WORDS[key].charAt(0).toUpperCase() + KNOWN_WORDS[key].slice(1),
    hint: { text: key === "born" ? shortDay(value) : value },
  }));
  return checkboxes({ idPrefix: "right", name: "right", fieldset: { legend: { text: "What did they say right?" } }, items });
}

/** What tells nobody that there is a case, or anything of it. */
function mayBeSaid(): Html {
  return insetText({
    html: html`<h2 class="govuk-heading-m">What you may still say</h2><ul class="govuk-list govuk-list--bullet"><li>how the service works, what it costs and how long it takes</li><li>how to look up a case online with its reference</li><li>that you will pass on a message, and a note of it</li></ul><p class="govuk-body">Do not say whether there is a case, how it stands, or what it holds of anybody.</p>`,
  });
}
