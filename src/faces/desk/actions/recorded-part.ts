import type { StoredEvent } from "../../../cases/event.ts";
import type { Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { summaryList } from "../../../components/summary-list.ts";
import { recordedIn, recordedRows } from "../../shared/recorded-rows.ts";
import { questionWords } from "../case-words.ts";
import type { CaseSheet } from "../case/case-sheet.ts";

/** What officers recorded when they took actions, as it stands now. */
export function recordedPart({ item, service }: CaseSheet): Slot {
  if (item.recorded === null) return undefined;
  const questions = [...service.case.asked.values()].map(({ question }) => question);
  // By their labels: what an officer was told to do, such as to add a photo, is no name for what they did.
  const rows = recordedRows(questions, item.recorded, `/desk/cases/${item.reference}/files`).map(({ question, value }) => ({
    key: { text: questionWords(question) },
    value,
  }));
  return html`<h2 class="govuk-heading-m">Recorded by officers</h2>${summaryList({ rows })}`;
}

/** What was recorded with one action. */
export function recordedThen({ service, item }: CaseSheet, event: StoredEvent): Slot {
  const recorded = recordedIn(event);
  if (recorded === undefined) return undefined;
  const questions = [...service.case.asked.values()].map(({ question }) => question);
  const rows = recordedRows(questions, recorded, `/desk/cases/${item.reference}/files`);
  return html`<div class="govuk-!-margin-bottom-1">${rows.map(({ question, value }) => html`<div class="govuk-body govuk-!-margin-bottom-0">${questionWords(question)}: ${value.html}</div>`)}</div>`;
}
