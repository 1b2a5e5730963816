import type { Fields, FileAnswer, Problem } from "../../../answers/answer-type.ts";
import { answerType } from "../../../answers/answer-types.ts";
import { backLink } from "../../../components/back-link.ts";
import { button } from "../../../components/button.ts";
import type { Html } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import type { Screen } from "../../../definition/service.ts";
import { form, answerSummary } from "../../shared/form.ts";
import { hasFiles } from "../../shared/uploads.ts";
import { publicPage } from "../layout.ts";
import type { From } from "./onward.ts";
import { fromQuery } from "./onward.ts";
import type { Trip } from "./trip.ts";
import { addressOf, tripKey } from "./trip.ts";

export interface QuestionPage {
  readonly trip: Trip;
  readonly screen: Screen;
  /** What the inputs show: what was typed last, or the answer given before. */
  readonly fields: Fields;
  readonly problems: readonly Problem[];
  readonly files: readonly FileAnswer[];
  /** Address of the page before. */
  readonly back: string;
  readonly from: From;
  /** The title of the section that the screen is in. */
  readonly section?: string | undefined;
}

/** One screen of a journey: its questions, with what is wrong beside them. */
export function questionPage(options: QuestionPage): string {
  const { trip, screen, problems, section } = options;
  const [first] = screen.questions;
  const title = screen.title ?? first?.ask ?? "";
  // Several questions without a heading of their own still need one above them.
  const heading = screen.title ?? (screen.questions.length > 1 ? trip.service.title : undefined);
  return publicPage(trip.visit, {
    title,
    service: { name: trip.service.title, url: `/services/${trip.service.id}` },
    before: backLink({ href: options.back, text: "Back" }),
    error: problems.length > 0,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${answerSummary(screen.questions, problems)}
${section !== undefined && html`<span class="govuk-caption-l">${section}</span>`}${heading !== undefined && html`<h1 class="govuk-heading-l">${heading}</h1>`}${questionForm(options)}</div></div>`,
  });
}

function questionForm(options: QuestionPage): Html {
  const { trip, screen, fields, problems, files } = options;
  const alone = screen.questions.length === 1 && screen.title === undefined;
  const inputs = screen.questions.map((question) =>
    answerType(question).input(question, { fields, problems, heading: alone, prefix: "", files }),
  );
  const buttons = html`<div class="govuk-button-group">${button({ text: "Continue" })}${button({
    text: "Save and come back later",
    name: "then",
    value: "save",
    classes: "govuk-button--secondary",
  })}</div>`;
  const action = addressOf(trip.service, screen.id) + fromQuery(options.from);
  return form({ key: tripKey(trip), action, files: hasFiles(screen), body: [inputs, buttons] });
}
