import type { Problem } from "../../../answers/answer-type.ts";
import type { Case } from "../../../cases/case.ts";
import type { Command } from "../../../cases/decide.ts";
import { button } from "../../../components/button.ts";
import type { Html, Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { select } from "../../../components/select.ts";
import { textarea } from "../../../components/textarea.ts";
import type { StoredEvent } from "../../../cases/event.ts";
import type { Context } from "../../../context.ts";
import { mentionedIn } from "../../../people/mentioned.ts";
import { isUuid } from "../../../platform/ids.ts";
import { moment } from "../../shared/dates.ts";
import { eventData, eventText, writtenWords } from "../../shared/event-words.ts";
import { errorAt, form } from "../../shared/form.ts";
import type { FormBody } from "../../shared/form-body.ts";
import { field } from "../../shared/form-body.ts";
import type { Desk } from "../desk.ts";
import type { CaseForms } from "./case-forms.ts";
import type { CaseSheet } from "./case-sheet.ts";
import { nameOf } from "./case-sheet.ts";

/** Notes are for staff alone, so they stand apart from what the person can read, on a ground of their own. `withheld` is what was typed where nothing may be added. */
export function notesPart(desk: Desk, sheet: CaseSheet, forms: CaseForms, withheld: Slot): Html {
  const notes = sheet.events.filter(({ kind }) => kind === "noted").toReversed();
  const list = notes.map((note) => one(sheet, note));
  return html`<section class="guildhall-staff-only" aria-label="Notes, for staff only"><h2 class="govuk-heading-m">Notes</h2>${forms.may.work ? noteForm(desk, sheet, forms) : withheld}
${notes.length > 0 ? html`<ol class="govuk-list">${list}</ol>` : html`<p class="govuk-body">No notes yet.</p>`}</section>`;
}

function one(sheet: CaseSheet, note: StoredEvent): Html {
  const who = note.officer === null && note.channel === "email" ? "By email" : nameOf(sheet, note.officer);
  const mentions = mentionsIn(note).map((id) => nameOf(sheet, id));
  const told = mentions.length > 0 && ` – told ${mentions.join(", ")}`;
  return html`<li class="guildhall-history__entry">${writtenWords(note.salt === null ? "Erased" : eventText(note, "text"))}<p class="govuk-hint govuk-!-margin-bottom-0">${who}, ${moment(note.at)}${told}</p></li>`;
}

/** The ids of the officers whom a note mentions. */
export function mentionsIn(note: StoredEvent): readonly string[] {
  const { mentions } = eventData(note);
  return note.kind === "noted" && Array.isArray(mentions) ? mentions.map(String) : [];
}

function noteForm(desk: Desk, { item, officers }: CaseSheet, forms: CaseForms): Html {
  const box = textarea({
    id: "note-text",
    name: "text",
    rows: 3,
    label: { text: "Add a note" },
    hint: { text: "Only staff can read it." },
    value: forms.typed("note", "text"),
    ...errorAt(forms.problems, "note-text"),
  });
  const chosen = forms.typed("note", "mention");
  const others = officers.filter(({ id, inTeam }) => inTeam && id !== desk.officer.id);
  const whom = select({
    id: "note-mention",
    name: "mention",
    label: { text: "Tell a colleague (optional)" },
    hint: { text: "Or write @ and their name in the note" },
    items: [{ id: "", name: "Nobody" }, ...others].map(({ id, name }) => ({ value: id, text: name, selected: id === chosen })),
    ...errorAt(forms.problems, "note-mention"),
  });
  const body = [box, whom, button({ text: "Add note", classes: "govuk-button--secondary", preventDoubleClick: true })];
  return form({ key: forms.key("note"), action: `/desk/cases/${item.reference}/note`, body });
}

/** A note with whom it mentions, or what is wrong with that: nobody is told of a case that they may not see. */
export async function withMentions(context: Context, desk: Desk, item: Case, command: Command, body: FormBody): Promise<Command | Problem> {
  if (command.kind !== "note") return command;
  const chosen = field(body, "mention");
  const note = { text: command.text, chosen: isUuid(chosen) ? chosen : null };
  const found = await mentionedIn(context.database, desk.visit.council, item, note);
  if (found.ok) return { ...command, mentions: found.officers };
  const blind = note.chosen !== null && found.name === "";
  const message = blind ? "Select a colleague of this council" : `${found.name} may not see this case, so a note cannot mention them`;
  return { field: "note-mention", code: "answer-unknown", message };
}
