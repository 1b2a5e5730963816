import type { Answers, Fields, FileAnswer, Problem } from "../../../answers/answer-type.ts";
import { answerType } from "../../../answers/answer-types.ts";
import { backLink } from "../../../components/back-link.ts";
import { button } from "../../../components/button.ts";
import type { Html, Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import type { Screen } from "../../../definition/service.ts";
import { factsPart } from "../../shared/facts-part.ts";
import { inOwnLanguage } from "../../shared/own-language.ts";
import { form, answerSummary } from "../../shared/form.ts";
import { factsForPage } from "../../shared/register-search.ts";
import { hasFiles } from "../../shared/uploads.ts";
import { publicPage } from "../layout.ts";
import type { From } from "./onward.ts";
import { fromQuery } from "./onward.ts";
import type { Trip } from "./trip.ts";
import { addressOf, tripKey, versionField } from "./trip.ts";

/** The id of the form, so that a change of language keeps what has been typed. */
const FORM = "answers";

export interface QuestionPage {
  readonly trip: Trip;
  readonly screen: Screen;
  /** What the inputs show: what was typed last, or the answer given before. */
  readonly fields: Fields;
  readonly problems: readonly Problem[];
  readonly files: readonly FileAnswer[];
  /** What the screen states, as it is now, and the answers that were kept. */
  readonly stated: Answers;
  readonly kept: Answers;
  /** Address of the page before. */
  readonly back: string;
  readonly from: From;
  /** The title of the section that the screen is in. */
  readonly section?: string | undefined;
  /** Said where the form has changed since the person was here. */
  readonly changed?: Slot;
}

/** One screen of a journey: its questions, with what is wrong beside them. */
export function questionPage(options: QuestionPage): string {
  const { trip, screen, problems, section } = options;
  const shown = [...screen.facts.map(({ question }) => question), ...screen.questions];
  const first = screen.questions[0] ?? shown[0];
  const title = screen.title ?? first?.ask ?? "";
  const heading = isAlone(screen) ? undefined : (screen.title ?? (shown.length > 1 ? trip.service.title : title));
  return publicPage(trip.visit, {
    title,
    service: { name: trip.service.title, url: `/services/${trip.service.id}` },
    before: backLink({ href: options.back, text: trip.visit.words.back }),
    error: problems.length > 0,
    keeps: FORM,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${options.changed}${answerSummary(screen.questions, problems, trip.visit.words)}
${section !== undefined && html`<span class="govuk-caption-l">${section}</span>`}${heading !== undefined && html`<h1 class="govuk-heading-l">${heading}</h1>`}${questionForm(options)}</div></div>`,
  });
}

/** Whether the screen's one question is the page's heading. Several, or a fact above it, need a heading above them. */
function isAlone({ title, questions, facts }: Screen): boolean {
  return questions.length === 1 && facts.length === 0 && title === undefined;
}

function questionForm(options: QuestionPage): Html {
  const { trip, screen, fields, problems, files, stated, kept } = options;
  const alone = isAlone(screen);
  const { words, language, today } = trip.visit;
  const facts = factsForPage(trip.service, screen.questions, kept, today);
  const find = `/services/${trip.service.id}/find-rows`;
  const state = { fields, problems, heading: alone, prefix: "", files, facts, find };
  const inputs = screen.questions.map((question) => inOwnLanguage(question, language, answerType(question).input(question, state)));
  const buttons = html`<div class="govuk-button-group">${button({ text: words.continue })}${button({
    text: words.saveForLater,
    name: "then",
    value: "save",
    classes: "govuk-button--secondary",
  })}</div>`;
  const action = addressOf(trip.service, screen.id) + fromQuery(options.from);
  return form({
    id: FORM,
    key: tripKey(trip),
    action,
    files: hasFiles(screen),
    body: [versionField(trip), factsPart(screen, stated, kept, trip.visit), inputs, buttons],
  });
}
