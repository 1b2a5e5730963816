import { button } from "../../../components/button.ts";
import type { Html, Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { summaryList } from "../../../components/summary-list.ts";
import type { Confirmer } from "../../shared/confirmers.ts";
import { confirmerState, confirmersIn } from "../../shared/confirmers.ts";
import { eventData, eventText, writtenWords } from "../../shared/event-words.ts";
import { form } from "../../shared/form.ts";
import type { CaseForms } from "./case-forms.ts";
import type { CaseSheet } from "./case-sheet.ts";

/** Who must confirm, who has, what is said not to be right, and a way to send each of the others a new link. */
export function confirmPart(sheet: CaseSheet, forms: CaseForms): Slot {
  const confirmers = confirmersIn(sheet.service, sheet.item);
  if (confirmers.length === 0) return undefined;
  const rows = confirmers.map((one) => ({ key: { text: one.name }, value: { html: rowOf(sheet, forms, one) } }));
  return html`<h2 class="govuk-heading-m" id="confirm" tabindex="-1">Who must confirm</h2>${summaryList({ rows })}`;
}

function rowOf(sheet: CaseSheet, forms: CaseForms, one: Confirmer): Html {
  return html`<p class="govuk-body govuk-!-margin-bottom-1">${confirmerState(one)}</p>
<p class="govuk-body govuk-!-margin-bottom-1 guildhall-words">${one.email}</p>${whyNot(sheet, one)}${askForm(sheet, forms, one)}`;
}

function whyNot({ events }: CaseSheet, { person, standing }: Confirmer): Slot {
  if (standing.state !== "disputed") return undefined;
  const last = events.findLast((event) => event.kind === "disputed" && eventData(event)["person"] === person);
  return last !== undefined && writtenWords(eventText(last, "reason"));
}

function askForm({ item }: CaseSheet, forms: CaseForms, { person, name, standing }: Confirmer): Slot {
  if (!forms.may.write || item.closedAt !== null || standing.state === "confirmed") return undefined;
  const send = button({
    html: html`Send the link again<span class="govuk-visually-hidden"> to ${name}</span>`,
    classes: "govuk-button--secondary govuk-!-margin-bottom-1",
    preventDoubleClick: true,
  });
  const body = [html`<input type="hidden" name="person" value="${person}">`, send];
  return form({ key: forms.key("ask"), action: `/desk/cases/${item.reference}/ask`, body });
}
