import { button } from "../../../components/button.ts";
import type { Html, Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { insetText } from "../../../components/inset-text.ts";
import { summaryList } from "../../../components/summary-list.ts";
import { CHANNELS } from "../../../councils/council.ts";
import { pounds } from "../../../money/pence.ts";
import { moment } from "../../shared/dates.ts";
import { eventText, writtenWords } from "../../shared/event-words.ts";
import { form } from "../../shared/form.ts";
import { priorityTag, stageTag } from "../case-words.ts";
import type { Desk } from "../desk.ts";
import type { CaseForms } from "./case-forms.ts";
import type { CaseSheet } from "./case-sheet.ts";
import { nameOf } from "./case-sheet.ts";
import { timeRows } from "./time-rows.ts";

/** What is asked of the officer now: the deadline, the stage, who has it, and whether the person waits for an answer. */
export function nowPart(desk: Desk, sheet: CaseSheet, forms: CaseForms): Html {
  return html`${waiting(sheet, forms)}${facts(desk, sheet)}
${takeForm(desk, sheet, forms)}`;
}

/** What the person reads of where it stands. */
export function readsPart({ item, service }: CaseSheet): Slot {
  const stage = service.case.stages.get(item.stage);
  return stage !== undefined && stage.says !== "" && html`<p class="govuk-body">The person reads: “${stage.says} ${stage.next}”</p>`;
}

function waiting({ item, events }: CaseSheet, { may }: CaseForms): Slot {
  if (!item.waitingReply) return undefined;
  const last = events.findLast(({ kind }) => kind === "replied" || kind === "answered" || kind === "reopened");
  // What they answered is told above.
  if (last?.kind === "answered") return undefined;
  const words = last === undefined ? "" : eventText(last, last.kind === "reopened" ? "reason" : "text");
  const answer =
    may.write && item.tellBy !== "none" && html`<p class="govuk-body"><a class="govuk-link" href="#message-text">Write an answer</a></p>`;
  return insetText({
    html: html`<p class="govuk-body govuk-!-margin-bottom-1"><strong>The person wrote and waits for an answer</strong></p>${words !== "" && writtenWords(words)}${answer}`,
    classes: "guildhall-inset--waiting",
  });
}

function facts(desk: Desk, sheet: CaseSheet): Html {
  const { visit, officer } = desk;
  const { item, service } = sheet;
  const { council } = visit;
  const holder = item.officer === officer.id ? "You" : nameOf(sheet, item.officer);
  return summaryList({
    classes: "guildhall-facts",
    rows: [
      { key: { text: "Stage" }, value: { html: stageTag(service, item) } },
      ...timeRows(desk, sheet),
      { key: { text: "Priority" }, value: { html: html`${priorityTag(item.priority)}` } },
      { key: { text: "Taken by" }, value: { text: item.officer === null ? "Nobody" : holder } },
      { key: { text: "Team" }, value: { text: council.teams.get(item.team)?.name ?? item.team } },
      { key: { text: "Came in" }, value: { text: `${moment(item.openedAt)}, ${CHANNELS[item.channel].toLowerCase()}` } },
      item.feePence !== null && { key: { text: "Fee" }, value: { text: pounds(item.feePence) } },
    ],
  });
}

function takeForm({ officer }: Desk, { item }: CaseSheet, forms: CaseForms): Slot {
  if (!forms.may.work || item.closedAt !== null) return undefined;
  const action = `/desk/cases/${item.reference}/take`;
  if (item.officer === null)
    return form({ key: forms.key("take"), action, body: button({ text: "Take this case", name: "to", value: "me" }) });
  if (item.officer !== officer.id) return undefined;
  const give = button({ text: "Leave it to the team", name: "to", value: "nobody", classes: "govuk-button--secondary" });
  return form({ key: forms.key("take"), action, body: give });
}
