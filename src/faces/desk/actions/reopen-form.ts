import { mayReopen, reopeningOf } from "../../../cases/actions/reopen.ts";
import { workCalendar } from "../../../cases/clock/work-calendar.ts";
import { button } from "../../../components/button.ts";
import type { Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { textarea } from "../../../components/textarea.ts";
import { lastDay, shortDay } from "../../shared/dates.ts";
import { errorAt, form } from "../../shared/form.ts";
import type { CaseForms } from "../case/case-forms.ts";
import type { CaseSheet } from "../case/case-sheet.ts";
import { stageTitle } from "../case-words.ts";
import type { Desk } from "../desk.ts";

/** Opens a closed case again, as long as its service says; after that, what to do instead. */
export function reopenForm({ officer, visit }: Desk, { item, service }: CaseSheet, forms: CaseForms): Slot {
  const reopening = reopeningOf(service, item, workCalendar(visit.council));
  if (reopening === undefined || !forms.may.work) return undefined;
  const until = shortDay(lastDay(reopening.until));
  const instead = html`<a class="govuk-link" href="/desk/start">start a new case for the person</a>`;
  if (visit.now >= reopening.until)
    return html`<p class="govuk-body">This case could be reopened until ${until}. If there is more to do, ${instead}.</p>`;
  if (!mayReopen(reopening, "officer", officer.roles))
    return html`<p class="govuk-body">Your role may not reopen this case. ${reopening.by.length > 0 && "Ask somebody who may."}</p>`;
  const box = textarea({
    id: "reopen-reason",
    name: "reason",
    rows: 3,
    label: { text: "Why is it reopened?" },
    hint: { text: `The person can read it. The case goes on at ${stageTitle(service, reopening.to)}, and its deadline begins anew.` },
    value: forms.typed("reopen", "reason"),
    ...errorAt(forms.problems, "reopen-reason"),
  });
  const body = [box, button({ text: "Reopen the case", classes: "govuk-button--secondary", preventDoubleClick: true })];
  return html`<h2 class="govuk-heading-m">Reopen it</h2><p class="govuk-body">It can be reopened until the end of ${until}.</p>
${form({ key: forms.key("reopen"), action: `/desk/cases/${item.reference}/reopen`, body })}`;
}
