import type { Case } from "../../../cases/case.ts";
import type { Alike, Likeness } from "../../../cases/together/alike.ts";
import { casesAlike } from "../../../cases/together/alike-store.ts";
import { mainOf } from "../../../cases/together/tie.ts";
import { answerType } from "../../../answers/answer-types.ts";
import { button } from "../../../components/button.ts";
import type { Html, Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { radios } from "../../../components/radios.ts";
import { textarea } from "../../../components/textarea.ts";
import type { Context } from "../../../context.ts";
import type { PublishedService } from "../../../definition/service.ts";
import { sightOf } from "../../../people/rights.ts";
import { moment } from "../../shared/dates.ts";
import { field } from "../../shared/form-body.ts";
import { errorAt, form } from "../../shared/form.ts";
import { stageTitle } from "../case-words.ts";
import type { Desk } from "../desk.ts";
import { referenceBox } from "./link-page.ts";
import type { TogetherPage } from "./together-page.ts";
import { togetherPage } from "./together-page.ts";

/** Of the choices, the one that is no case that is suggested. */
export const ANOTHER = "another";

const WHY: Readonly<Record<Likeness, string>> = {
  row: "the same entry of the register",
  place: "the same place",
  postcode: "the same postcode",
  person: "the same person",
  time: "sent within a day",
};

const TOLD = {
  email: "are told by email",
  letter: "are told by letter",
  none: "cannot be told, because they gave no address to write to",
} as const;

/** Says which case this one is the same as: one of those that look like it, or another by its reference. One statement besides its own. */
export async function samePage(context: Context, desk: Desk, shown: TogetherPage): Promise<string> {
  const { item, service, body, key, problems } = shown;
  const alike = await casesAlike(context.database, service, item, sightOf(desk.officer, desk.visit.council));
  const why = textarea({
    id: "why",
    name: "why",
    rows: 2,
    label: { text: "Anything to add? (optional)", classes: "govuk-label--s" },
    hint: { text: "For staff alone. It stands in the history." },
    value: field(body, "why"),
    ...errorAt(problems, "why"),
  });
  const inputs = [whichCase(shown, alike), why, button({ text: "Close this one as a duplicate", preventDoubleClick: true })];
  return togetherPage(context, desk, shown, {
    title: "This is the same as another case",
    main: html`<p class="govuk-body">This case closes. Its person follows the other one by the reference and the link that they have, and sees nothing of its person or answers. They ${TOLD[item.tellBy]}, now and at each step of the other case that people are told of.</p>${form({ key, body: inputs })}`,
  });
}

function whichCase({ service, body, problems }: TogetherPage, alike: readonly Alike[]): Html {
  if (alike.length === 0) return html`<input type="hidden" name="same" value="${ANOTHER}">${referenceBox(body, problems)}`;
  const items = alike.map(({ item, why }) => ({
    value: item.reference,
    text: item.reference,
    hint: { html: hintOf(service, item, why) },
  }));
  const another = { value: ANOTHER, text: "Another case", hint: { text: "Give its reference below" } };
  // The box is always there: one that a radio button opens has it marked in a way that ARIA does not allow.
  const choice = radios({
    idPrefix: "same",
    name: "same",
    fieldset: { legend: { text: "Which case is it the same as?", classes: "govuk-fieldset__legend--m" } },
    value: field(body, "same"),
    items: [...items, another],
    ...errorAt(problems, "same"),
  });
  return html`${choice}${referenceBox(body, problems)}`;
}

/** Why it may be the same, where it stands, and what it says of where. */
function hintOf(service: PublishedService, item: Case, why: readonly Likeness[]): Html {
  const where = [...service.questions.values()].find(({ type }) => type === "place" || type === "register" || type === "address");
  const answer = where === undefined ? undefined : item.answers[where.id];
  const place: Slot = where !== undefined && answer !== undefined && html`${answerType(where).text(where, answer)}. `;
  const reasons = why.map((likeness) => WHY[likeness]).join(", ");
  return html`${place}${stageTitle(service, item.stage)}, sent ${moment(item.openedAt)}: ${reasons}`;
}

/** Says that a case is not the same after all. */
export function apartPage(context: Context, desk: Desk, shown: TogetherPage): string {
  const { item, body, key, problems } = shown;
  const main = mainOf(item);
  const why = textarea({
    id: "why",
    name: "why",
    rows: 2,
    label: { text: "Why is it not the same? (optional)", classes: "govuk-label--s" },
    hint: { text: "For staff alone. It stands in the history." },
    value: field(body, "why"),
    ...errorAt(problems, "why"),
  });
  return togetherPage(context, desk, shown, {
    title: "Not the same after all",
    main: html`<p class="govuk-body">This case opens again at the stage that it was at, with the deadline that it had${main !== undefined && html`, and no longer follows ${main.reference}`}. Its person is told.</p>${form({ key, body: [why, button({ text: "Open it again", preventDoubleClick: true })] })}`,
  });
}
