import type { Fields, FileAnswer, Problem, Question } from "../../../answers/answer-type.ts";
import { answerType } from "../../../answers/answer-types.ts";
import { backLink } from "../../../components/back-link.ts";
import { button } from "../../../components/button.ts";
import { details } from "../../../components/details.ts";
import { fieldset } from "../../../components/fieldset.ts";
import type { Html, Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { insetText } from "../../../components/inset-text.ts";
import type { Context } from "../../../context.ts";
import { CHANNELS } from "../../../councils/council.ts";
import type { PublishedService, Screen } from "../../../definition/service.ts";
import type { Script } from "../../../journey/script.ts";
import type { ToldOutcome } from "../../../journey/tell-outcome.ts";
import { tellOutcome } from "../../../journey/tell-outcome.ts";
import { factsPart } from "../../shared/facts-part.ts";
import { answerSummary, form, problemSummary } from "../../shared/form.ts";
import { outcomeParts } from "../../shared/outcome-parts.ts";
import { bullets } from "../../shared/prose.ts";
import { factsForPage } from "../../shared/register-search.ts";
import { hasFiles } from "../../shared/uploads.ts";
import { deskKey } from "../desk.ts";
import { deskPage } from "../layout.ts";
import type { Call } from "./call.ts";
import { callAddress, callPurpose } from "./call.ts";
import { linkPart } from "./link-part.ts";

export interface ScriptPage {
  readonly script: Script;
  /** What the inputs show: what was typed last, or the answers kept before. */
  readonly fields: Fields;
  /** Questions of these screens, as they are shown: with where what is filled in comes from. */
  readonly questions?: readonly Question[];
  readonly files: readonly FileAnswer[];
  readonly problems: readonly Problem[];
  /** Said above the questions. */
  readonly notice?: string | undefined;
  /** The address that a link was to be sent to, and what is wrong with it. */
  readonly linkTo?: { readonly typed: string; readonly problems: readonly Problem[] } | undefined;
}

/** Every question of a service on one page, for an officer who asks them: it grows as the answers open more. */
export function scriptPage(context: Context, call: Call, shown: ScriptPage): string {
  const { service, desk } = call;
  const { script, problems, notice } = shown;
  const asked = { questions: script.screens.flatMap(({ questions }) => questions) };
  const body = [script.screens.map((screen) => screenPart(screen, shown, call)), ending(service, script)];
  return deskPage(context, desk, {
    title: service.title,
    before: backLink({ href: "/desk/start", text: "Start another" }),
    error: problems.length > 0 || (shown.linkTo?.problems.length ?? 0) > 0,
    about: { service: service.id },
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${answerSummary(asked.questions, problems)}${problemSummary(shown.linkTo?.problems ?? [])}
<span class="govuk-caption-l">${CHANNELS[call.channel]}</span><h1 class="govuk-heading-l">${service.title}</h1>
${notice !== undefined && insetText({ text: notice })}${beforeYouAsk(service)}
${form({ key: deskKey(context, desk, callPurpose(call)), action: callAddress(call), files: hasFiles(asked), body })}${linkPart(context, call, shown.linkTo?.typed ?? emailIn(service, shown.fields), shown.linkTo?.problems)}</div></div>`,
  });
}

function emailIn({ person }: PublishedService, fields: Fields): string {
  return person.email === undefined ? "" : (fields.get(person.email)?.[0] ?? "");
}

/** The browser is the officer's: it must not offer the officer's own name and address for another person's. */
export function asOfOthers(question: Question): Question {
  const inner = question.settings.questions?.map(asOfOthers);
  return { ...question, settings: { ...question.settings, autocomplete: "off", ...(inner !== undefined && { questions: inner }) } };
}

function screenPart(screen: Screen, { fields, problems, files, script, questions = [] }: ScriptPage, call: Call): Html {
  const { service, draft, desk } = call;
  const facts = factsForPage(service, screen.questions, draft.answers, desk.visit.today);
  const state = { fields, problems, heading: false, prefix: "", files, facts, find: callAddress(call, "/find-rows") };
  const section = script.headings.get(screen);
  const inputs = html`${factsPart(screen, script.stated, draft.answers)}${screen.questions
    .map((question) => questions.find(({ id }) => id === question.id) ?? question)
    .map(asOfOthers)
    .map((question) => answerType(question).input(question, state))}`;
  const legend = screen.title === undefined ? undefined : { text: screen.title, classes: "govuk-fieldset__legend--m" };
  return html`${section !== undefined && html`<h2 class="govuk-heading-l">${section}</h2>`}<div class="guildhall-screen" id="screen-${screen.id}" tabindex="-1">${legend === undefined ? inputs : fieldset({ legend, html: inputs })}</div>`;
}

/** The ending that the answers lead to, to be read out; or the buttons that go on. */
function ending(service: PublishedService, { outcome, facts }: Script): Html {
  const found = outcome === undefined ? undefined : service.outcomes.get(outcome);
  const update = button({ text: "Update questions", name: "go", value: "update", classes: "govuk-button--secondary" });
  const check = found === undefined && button({ text: "Check and send", name: "go", value: "check" });
  return html`${found !== undefined && toRead(tellOutcome(found, facts))}<div class="govuk-button-group" id="go-on" tabindex="-1">${update}${check}</div>`;
}

function toRead(told: ToldOutcome): Html {
  return insetText({
    id: "outcome",
    attributes: { tabindex: "-1" },
    html: html`<h2 class="govuk-heading-m">${told.title}</h2>${outcomeParts(told, 3)}<p class="govuk-body">Read this to the person. There is nothing to send. If an answer was wrong, change it above.</p>`,
  });
}

function beforeYouAsk({ start }: PublishedService): Slot {
  const need = start.need.length > 0 && html`<p class="govuk-body">They need:</p>${bullets(start.need)}`;
  return details({
    summaryText: "What to say first",
    html: html`${bullets(start.who)}${need}<p class="govuk-body">It takes ${start.time}. Cost: ${start.cost}</p><p class="govuk-body">${start.takes}</p>`,
  });
}
