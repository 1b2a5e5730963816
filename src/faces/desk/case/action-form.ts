import { actionsBy, actionsFor } from "../../../cases/decide.ts";
import type { Case } from "../../../cases/case.ts";
import { partOf } from "../../../cases/together/tie.ts";
import { button } from "../../../components/button.ts";
import type { Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { radios } from "../../../components/radios.ts";
import { textarea } from "../../../components/textarea.ts";
import { namingForActions } from "../../../definition/rule-naming.ts";
import type { Action, PublishedService, Stage } from "../../../definition/service.ts";
import { ruleInWords } from "../../../rules/rule-words.ts";
import { errorAt, form } from "../../shared/form.ts";
import { stageTitle, wordsOf } from "../case-words.ts";
import type { Desk } from "../desk.ts";
import type { CaseForms } from "./case-forms.ts";
import type { CaseSheet } from "./case-sheet.ts";
import { keptWords } from "./kept-words.ts";

/** The actions that the officer may take on the case as it stands, each with what it leads to, and one box for the reason. */
export function actionForm({ officer, visit }: Desk, sheet: CaseSheet, forms: CaseForms): Slot {
  const { item, service } = sheet;
  const actions = forms.may.work ? actionsFor(service, item, officer.roles, visit.today) : [];
  const all = forms.may.work ? actionsBy(service, item, officer.roles) : [];
  const others = notOffered(
    service,
    all.filter((action) => !actions.includes(action)),
  );
  if (actions.length === 0) return [others ?? noAction(sheet), keptWords(forms.typed("action", "reason"))];
  const choice = radios({
    idPrefix: "action",
    name: "action",
    fieldset: { legend: { text: "What have you done or decided?", classes: "govuk-fieldset__legend--m" } },
    items: actions.map((action) => ({
      value: action.id,
      text: action.title,
      hint: { text: [leadsTo(sheet, action), ...asksFor(action)].join(". ") },
    })),
    value: forms.typed("action", "action"),
    ...errorAt(forms.problems, "action"),
  });
  const body = [
    html`<input type="hidden" name="seen" value="${item.eventCount}"><input type="hidden" name="from" value="${item.stage}">`,
    choice,
    reasonBox(item, actions, forms),
    button({ text: "Confirm", preventDoubleClick: true }),
  ];
  return [form({ key: forms.key("action"), action: `/desk/cases/${item.reference}/action`, body }), others];
}

function noAction({ item }: CaseSheet): Slot {
  return item.closedAt === null && html`<p class="govuk-body">Your role has no action at this stage.</p>`;
}

/** The actions of the stage that the case as it stands does not offer, each with when it would. */
function notOffered(service: PublishedService, actions: readonly Action[]): Slot {
  if (actions.length === 0) return undefined;
  const naming = namingForActions(service);
  const items = actions.flatMap(({ title, when }) =>
    when === undefined ? [] : html`<li>${title}: only where ${ruleInWords(when, naming)}</li>`,
  );
  return html`<p class="govuk-body govuk-!-margin-bottom-1">Not offered on this case as it stands:</p><ul class="govuk-list govuk-list--bullet">${items}</ul>`;
}

/** What taking an action leads to, in short sentences without the last full stop. */
export function leadsTo({ item, service }: CaseSheet, action: Action): string {
  const to = service.case.stages.get(action.to);
  const stage = stageTitle(service, action.to);
  const moves = to?.closed === true ? `Closes the case: ${stage}` : `Moves it to: ${stage}`;
  const tells = item.tellBy !== "none" && (service.messages.has(action.id) || service.messages.has(action.to));
  return [moves, ...timeOf(action, to), ...(tells ? ["The person is told"] : [])].join(". ");
}

/** What the next page asks. */
function asksFor({ asks, confirm }: Action): readonly string[] {
  if (asks.length === 0) return confirm === undefined ? [] : ["You confirm it on the next page"];
  return [`The next page asks ${asks.length === 1 ? "one question" : `${asks.length} questions`}`];
}

/** What taking it does to the time of the case. */
function timeOf({ pauses, priority }: Action, to: Stage | undefined): readonly string[] {
  const why = to?.closed === true ? undefined : (pauses ?? to?.pauses);
  const priorities = priority === undefined ? [] : [`Makes its priority ${wordsOf(priority).toLowerCase()}`];
  return why === undefined ? priorities : [...priorities, `Stops the clock: ${why}`];
}

function reasonBox(item: Case, actions: readonly Action[], forms: CaseForms): Slot {
  const titles = (reason: Action["reason"]) => actions.filter((action) => action.reason === reason).map(({ title }) => title);
  const needed = titles("required");
  if (needed.length === 0 && titles("optional").length === 0) return undefined;
  const needs =
    needed.length === actions.length ? "" : needed.length === 0 ? " You can leave it empty." : ` Needed for: ${needed.join(", ")}.`;
  const readers = partOf(item) === undefined ? "The person can read it." : "Those who have the whole case read it.";
  return textarea({
    id: "reason",
    name: "reason",
    rows: 3,
    label: { text: "Reason" },
    hint: { text: `${readers}${needs}` },
    value: forms.typed("action", "reason"),
    ...errorAt(forms.problems, "reason"),
  });
}
