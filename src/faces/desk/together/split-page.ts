import { date } from "../../../answers/date.ts";
import { button } from "../../../components/button.ts";
import { checkboxes } from "../../../components/checkboxes.ts";
import type { Html, Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { radios } from "../../../components/radios.ts";
import { select } from "../../../components/select.ts";
import { textarea } from "../../../components/textarea.ts";
import type { Context } from "../../../context.ts";
import { PLAIN_SUB_CASE } from "../../../definition/sub-case-plan.ts";
import { field } from "../../shared/form-body.ts";
import { errorAt, form } from "../../shared/form.ts";
import { questionWords } from "../case-words.ts";
import type { Desk } from "../desk.ts";
import type { TogetherPage } from "./together-page.ts";
import { togetherPage } from "./together-page.ts";

export const PART_DUE = {
  id: "due",
  type: "date",
  ask: "By when? (optional)",
  label: "the day by which it is to be done",
  hint: "Leave it empty for the usual time.",
  optional: true,
  personal: false,
  settings: {},
} as const;

/** Makes a sub-case: what is to be done, by which team, by when, and which answers they see. */
export function splitPage(context: Context, desk: Desk, shown: TogetherPage): string {
  const { body, problems, key } = shown;
  const task = textarea({
    id: "task",
    name: "task",
    rows: 4,
    label: { text: "What is to be done?", classes: "govuk-label--s" },
    hint: { text: "The team reads it. The person does not." },
    value: field(body, "task"),
    ...errorAt(problems, "task"),
  });
  const due = date.input(PART_DUE, { fields: body.fields, problems, heading: false, prefix: "", files: [] });
  const make = button({ text: "Make the sub-case", preventDoubleClick: true });
  return togetherPage(context, desk, shown, {
    title: "Make a sub-case for another team",
    main: html`<p class="govuk-body">It gets a reference of its own and stands in that team’s list. This case cannot be closed while it is open, and says when it is done. The person sees this case alone.</p>${form({ key, body: [kindChoice(shown), task, teamChoice(desk, shown), due, answerChoice(shown), make] })}`,
  });
}

function kindChoice({ service, body, problems }: TogetherPage): Slot {
  if (service.case.subCases.size === 0) return html`<input type="hidden" name="kind" value="${PLAIN_SUB_CASE.id}">`;
  const kinds = [...service.case.subCases.values()].map(({ id, title }) => ({ value: id, text: title }));
  return radios({
    idPrefix: "kind",
    name: "kind",
    fieldset: { legend: { text: "What is it?", classes: "govuk-fieldset__legend--s" } },
    value: field(body, "kind"),
    items: [...kinds, { value: PLAIN_SUB_CASE.id, text: "Something else" }],
    ...errorAt(problems, "kind"),
  });
}

function teamChoice({ visit }: Desk, { service, body, problems }: TogetherPage): Html {
  const usual = { value: "", text: service.case.subCases.size > 0 ? "The usual team for it" : "Select a team" };
  const chosen = field(body, "team");
  const teams = [...visit.council.teams].map(([value, { name }]) => ({ value, text: name, selected: value === chosen }));
  return select({
    id: "team",
    name: "team",
    label: { text: "Which team?", classes: "govuk-label--s" },
    items: [usual, ...teams],
    ...errorAt(problems, "team"),
  });
}

/** The answers that there are. Nobody sees an answer that was not chosen. */
function answerChoice({ item, service, body }: TogetherPage): Slot {
  const asked = [...service.questions.values()].filter(({ id }) => item.answers[id] !== undefined && item.answers[id] !== null);
  const all = { value: "*", text: "All of them", behaviour: "exclusive" } as const;
  return checkboxes({
    idPrefix: "sees",
    name: "sees",
    classes: "govuk-checkboxes--small",
    fieldset: { legend: { text: "Which answers do they see?", classes: "govuk-fieldset__legend--s" } },
    hint: { text: "Choose what they need, and no more." },
    values: body.fields.get("sees") ?? [],
    items: [...asked.map((question) => ({ value: question.id, text: questionWords(question) })), { divider: "or" }, all],
  });
}
