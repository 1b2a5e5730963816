import type { Answers, Fields, FileAnswer, Problem } from "../../answers/answer-type.ts";
import { answerType } from "../../answers/answer-types.ts";
import { button } from "../../components/button.ts";
import { checkboxes } from "../../components/checkboxes.ts";
import type { Html, Slot } from "../../components/html.ts";
import { html } from "../../components/html.ts";
import { summaryList } from "../../components/summary-list.ts";
import { answerRows } from "./answer-rows.ts";
import { longDay } from "./dates.ts";
import { answerSummary, form } from "./form.ts";
import { inOwnLanguage } from "./own-language.ts";
import { prose } from "./prose.ts";
import type { RequestDoor } from "./request-way.ts";
import { hasFiles } from "./uploads.ts";

/** What the form of a request shows. */
export interface ShownForm {
  readonly fields: Fields;
  readonly problems: readonly Problem[];
  readonly files: readonly FileAnswer[];
}

/** The form: what is asked, by when, its questions, and whether the person agrees that others see it. */
export function requestForm(door: RequestDoor, { fields, problems, files }: ShownForm): string {
  const { plan, visit, request } = door;
  const { words, language, today } = visit;
  const state = { fields, problems, heading: false, prefix: "", files };
  const inputs = plan.questions.map((question) => inOwnLanguage(question, language, answerType(question).input(question, state)));
  const day = longDay(request.day, language);
  const late = today > request.day;
  const heading = inOwnLanguage(plan, language, html`<h1 class="govuk-heading-l">${plan.ask}</h1>${plan.says !== "" && prose(plan.says)}`);
  const body = [
    door.extra(fields, problems),
    inputs,
    agreeBox(door, fields),
    button({ text: words.continue, name: "then", value: "check" }),
  ];
  return door.page({
    title: plan.ask,
    error: problems.length > 0,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${answerSummary(plan.questions, problems, words)}
<span class="govuk-caption-l">${door.service.title}: ${door.item.reference}</span>${heading}
<p class="govuk-body">${late ? words.answerLate(day) : words.answerBy(day)}</p>
${form({ key: door.newKey(), action: door.action, files: hasFiles(plan), body })}</div></div>`,
  });
}

function agreeBox({ plan, visit: { words } }: RequestDoor, fields: Fields): Slot {
  if (!plan.shared) return undefined;
  return checkboxes({
    idPrefix: "agree",
    name: "agree",
    fieldset: { legend: { text: words.agreeHeading, classes: "govuk-fieldset__legend--m" } },
    hint: { text: words.agreeHint },
    values: fields.get("agree") ?? [],
    items: [{ value: "yes", text: words.agree }],
  });
}

/** Every answer once more, before it is sent. What was typed goes along in the form, so that nothing is kept of what nobody sends. */
export function requestCheck(door: RequestDoor, answers: Answers, fields: Fields): string {
  const { plan, visit } = door;
  const { words } = visit;
  const agreed = plan.shared && fields.get("agree")?.includes("yes") === true;
  const kept = new Map(door.kept(fields));
  if (agreed) kept.set("agree", ["yes"]);
  for (const question of plan.questions)
    for (const [name, values] of answerType(question).fields(question, answers[question.id] ?? null, "")) kept.set(name, values);
  const buttons = html`<div class="govuk-button-group">${button({ text: words.sendAnswer, name: "then", value: "send", preventDoubleClick: true })}${button(
    {
      text: words.changeIt,
      name: "then",
      value: "change",
      classes: "govuk-button--secondary",
    },
  )}</div>`;
  return door.page({
    title: words.checkAnswer,
    error: false,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><span class="govuk-caption-l">${plan.ask}</span>
<h1 class="govuk-heading-l">${words.checkAnswer}</h1>${summaryList({ rows: answerRows(plan.questions, answers, visit) })}
${agreed && html`<p class="govuk-body">${words.agreed}</p>`}
${form({ key: door.newKey(), action: door.action, body: [hidden(kept), buttons] })}</div></div>`,
  });
}

function hidden(fields: Fields): readonly Html[] {
  return [...fields].flatMap(([name, values]) => values.map((value) => html`<input type="hidden" name="${name}" value="${value}">`));
}
