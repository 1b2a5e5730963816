import { actionsFor } from "../../../cases/decide.ts";
import { button } from "../../../components/button.ts";
import type { Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { insetText } from "../../../components/inset-text.ts";
import { radios } from "../../../components/radios.ts";
import { textarea } from "../../../components/textarea.ts";
import type { Action, Stage } from "../../../definition/service.ts";
import { writtenWords } from "../../shared/event-words.ts";
import { errorAt, form } from "../../shared/form.ts";
import { stageTitle, wordsOf } from "../case-words.ts";
import type { Desk } from "../desk.ts";
import type { CaseForms } from "./case-forms.ts";
import type { CaseSheet } from "./case-sheet.ts";

/** The actions that the officer may take on the case as it stands, each with what it leads to, and one box for the reason. */
export function actionForm({ officer, visit }: Desk, sheet: CaseSheet, forms: CaseForms): Slot {
  const { item, service } = sheet;
  const actions = forms.may.work ? actionsFor(service, item, officer.roles, visit.today) : [];
  if (actions.length === 0) return noAction(sheet, forms);
  const choice = radios({
    idPrefix: "action",
    name: "action",
    fieldset: { legend: { text: "What have you done or decided?", classes: "govuk-fieldset__legend--m" } },
    items: actions.map((action) => ({ value: action.id, text: action.title, hint: { text: leadsTo(sheet, action) } })),
    value: forms.typed("action", "action"),
    ...errorAt(forms.problems, "action"),
  });
  const body = [
    html`<input type="hidden" name="seen" value="${item.eventCount}"><input type="hidden" name="from" value="${item.stage}">`,
    choice,
    reasonBox(actions, forms),
    button({ text: "Confirm", preventDoubleClick: true }),
  ];
  return form({ key: forms.key("action"), action: `/desk/cases/${item.reference}/action`, body });
}

/** Where somebody else was quicker there may be no box any more for what was typed; it is shown, to be used elsewhere. */
function noAction({ item }: CaseSheet, forms: CaseForms): Slot {
  const typed = forms.typed("action", "reason");
  const kept = typed !== "" && insetText({ html: html`<p class="govuk-body">You typed:</p>${writtenWords(typed)}` });
  return [item.closedAt === null && html`<p class="govuk-body">Your role has no action at this stage.</p>`, kept];
}

function leadsTo({ item, service }: CaseSheet, action: Action): string {
  const to = service.case.stages.get(action.to);
  const stage = stageTitle(service, action.to);
  const moves = to?.closed === true ? `Closes the case: ${stage}` : `Moves it to: ${stage}`;
  const tells = item.tellBy !== "none" && (service.messages.has(action.id) || service.messages.has(action.to));
  return [moves, ...timeOf(action, to), ...(tells ? ["The person is told"] : [])].join(". ");
}

/** What taking it does to the time of the case. */
function timeOf({ pauses, priority }: Action, to: Stage | undefined): readonly string[] {
  const why = to?.closed === true ? undefined : (pauses ?? to?.pauses);
  const priorities = priority === undefined ? [] : [`Makes its priority ${wordsOf(priority).toLowerCase()}`];
  return why === undefined ? priorities : [...priorities, `Stops the clock: ${why}`];
}

function reasonBox(actions: readonly Action[], forms: CaseForms): Slot {
  const titles = (reason: Action["reason"]) => actions.filter((action) => action.reason === reason).map(({ title }) => title);
  const needed = titles("required");
  if (needed.length === 0 && titles("optional").length === 0) return undefined;
  const needs =
    needed.length === actions.length ? "" : needed.length === 0 ? " You can leave it empty." : ` Needed for: ${needed.join(", ")}.`;
  return textarea({
    id: "reason",
    name: "reason",
    rows: 3,
    label: { text: "Reason" },
    hint: { text: `The person can read it.${needs}` },
    value: forms.typed("action", "reason"),
    ...errorAt(forms.problems, "reason"),
  });
}
