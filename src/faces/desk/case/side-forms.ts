import { partOf } from "../../../cases/together/tie.ts";
import { button } from "../../../components/button.ts";
import type { Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { select } from "../../../components/select.ts";
import { textarea } from "../../../components/textarea.ts";
import { shortDay } from "../../shared/dates.ts";
import { errorAt, form } from "../../shared/form.ts";
import type { CaseForms } from "./case-forms.ts";
import type { CaseSheet } from "./case-sheet.ts";
import { keptWords } from "./kept-words.ts";

/** Writes to the person, in the way they chose; says so where they can't be written to. */
export function messageForm({ item }: CaseSheet, forms: CaseForms): Slot {
  if (!forms.may.write) return keptWords(forms.typed("message", "text"));
  const heading = html`<h2 class="govuk-heading-m">Write to the person</h2>`;
  if (item.tellBy === "none")
    return html`${heading}<p class="govuk-body">They gave no email address and no postal address.${item.person.phone !== null && ` Call ${item.person.phone}.`}</p>`;
  const way = item.tellBy === "email" ? `Sent by email to ${item.person.email ?? "them"}.` : "Printed as a letter and posted.";
  const box = textarea({
    id: "message-text",
    name: "text",
    rows: 6,
    label: { text: "Message" },
    hint: { text: `${way} We add the greeting and the reference.` },
    value: forms.typed("message", "text"),
    ...errorAt(forms.problems, "message-text"),
  });
  const seen = html`<input type="hidden" name="seen" value="${item.eventCount}">`;
  const body = [seen, box, button({ text: "Send message", classes: "govuk-button--secondary", preventDoubleClick: true })];
  return html`${heading}${form({ key: forms.key("message"), action: `/desk/cases/${item.reference}/message`, body })}`;
}

/** The way to write down what the person said otherwise. */
export function saidLink({ item }: CaseSheet, forms: CaseForms): Slot {
  return (
    forms.may.work &&
    partOf(item) === undefined &&
    html`<p class="govuk-body"><a class="govuk-link" href="/desk/cases/${item.reference}/said">Add what the person said: an email, a letter or a call</a></p>`
  );
}

function away(name: string, until: string, cover: string | null): string {
  return `${name} (away until ${shortDay(until)}: ${cover ?? "somebody"} covers)`;
}

/** Gives the case to another officer of the team. */
export function assignForm({ item, officers }: CaseSheet, forms: CaseForms): Slot {
  if (!forms.may.assign || item.closedAt !== null) return undefined;
  const chosen = forms.typed("assign", "officer") || (item.officer ?? "nobody");
  const team = officers.filter(({ id, inTeam }) => inTeam || id === item.officer);
  const named = team.map(({ id, name, awayUntil, cover }) => ({ id, name: awayUntil === null ? name : away(name, awayUntil, cover) }));
  const items = [{ id: "nobody", name: "Nobody" }, ...named].map(({ id, name }) => ({ value: id, text: name, selected: id === chosen }));
  const body = [
    html`<input type="hidden" name="seen" value="${item.eventCount}"><input type="hidden" name="holder" value="${item.officer ?? ""}">`,
    select({
      id: "assign-officer",
      name: "officer",
      label: { text: "Who should have it" },
      items,
      ...errorAt(forms.problems, "assign-officer"),
    }),
    button({ text: "Give the case", classes: "govuk-button--secondary" }),
  ];
  const action = `/desk/cases/${item.reference}/assign`;
  return html`<h2 class="govuk-heading-m">Give it to someone</h2>${form({ key: forms.key("assign"), action, body })}`;
}
