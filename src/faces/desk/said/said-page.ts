import type { Fields, Problem } from "../../../answers/answer-type.ts";
import { backLink } from "../../../components/back-link.ts";
import { button } from "../../../components/button.ts";
import { dateInput } from "../../../components/date-input.ts";
import { fileUpload } from "../../../components/file-upload.ts";
import type { Html, Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { radios } from "../../../components/radios.ts";
import { textarea } from "../../../components/textarea.ts";
import type { Context } from "../../../context.ts";
import type { Channel } from "../../../councils/council.ts";
import { CHANNELS } from "../../../councils/council.ts";
import { dayOf } from "../../../platform/clock.ts";
import { errorAt, form, problemSummary } from "../../shared/form.ts";
import type { CaseSheet } from "../case/case-sheet.ts";
import type { Desk } from "../desk.ts";
import { deskKey } from "../desk.ts";
import { deskPage } from "../layout.ts";

/** How something comes that an officer writes down. */
export const BROUGHT_BY = ["email", "post", "phone", "desk"] as const satisfies readonly Channel[];

/** What the key of a form is good for. */
export function saidPurpose(caseId: string, what: "said" | "end"): string {
  return `${what}:${caseId}`;
}

interface SaidPage {
  readonly sheet: Pick<CaseSheet, "item" | "service">;
  readonly fields: Fields;
  readonly problems: readonly Problem[];
  /** Whether answers by email were just stopped. */
  readonly ended?: boolean;
}

/** An officer writes down what the person said by another way, or pastes their email. */
export function saidPage(context: Context, desk: Desk, shown: SaidPage): string {
  const { item, service } = shown.sheet;
  const { problems } = shown;
  const title = "Add what the person said";
  const key = deskKey(context, desk, saidPurpose(item.id, "said"));
  return deskPage(context, desk, {
    title,
    before: backLink({ href: `/desk/cases/${item.reference}`, text: item.reference }),
    error: problems.length > 0,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${problemSummary(problems)}
<span class="govuk-caption-l">${item.reference}: ${service.title}</span><h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">For an email that came to another address, a letter, or a call. It counts as the person’s message: they see it on the page of their case, and it waits for an answer. Write what only staff should read as a note instead.</p>
${form({ key, action: `/desk/cases/${item.reference}/said`, files: true, body: fieldsOf(context, shown) })}${endPart(context, desk, shown)}</div></div>`,
  });
}

function fieldsOf(context: Context, { fields, problems }: SaidPage): Html {
  const typed = (name: string): string => fields.get(name)?.[0] ?? "";
  const [year, month, day] = dayOf(context.clock.now())
    .split("-")
    .map((part) => part.replace(/^0/, ""));
  const part = (name: string, today = ""): string => (fields.has(`day-${name}`) ? typed(`day-${name}`) : today);
  return html`${radios({
    idPrefix: "channel",
    name: "channel",
    classes: "govuk-radios--inline",
    fieldset: { legend: { text: "How did it come?", classes: "govuk-fieldset__legend--s" } },
    value: typed("channel"),
    items: BROUGHT_BY.map((value) => ({ value, text: CHANNELS[value] })),
    ...errorAt(problems, "channel"),
  })}${dateInput({
    id: "day",
    namePrefix: "day",
    fieldset: { legend: { text: "On which day did the person say or send it?", classes: "govuk-fieldset__legend--s" } },
    day: { value: part("day", day) },
    month: { value: part("month", month) },
    year: { value: part("year", year) },
    ...errorAt(problems, "day-day"),
  })}${textarea({ id: "text", name: "text", rows: 10, label: { text: "What they said" }, hint: { text: "Paste an email as it is, without what it quotes" }, value: typed("text"), ...errorAt(problems, "text") })}
${fileUpload({ id: "file", name: "file", multiple: true, label: { text: "Files, such as a scanned letter (optional)" }, ...errorAt(problems, "file") })}
${button({ text: "Add it to the case", preventDoubleClick: true })}`;
}

/** Makes the addresses useless that were sent so far, where they came into the wrong hands. */
function endPart(context: Context, desk: Desk, { sheet: { item }, ended }: SaidPage): Slot {
  if (context.config.mailInDomain === "" || item.person.email === null) return undefined;
  const said = ended === true && html`<p class="govuk-body"><strong>The emails sent so far take no more answers.</strong></p>`;
  const key = deskKey(context, desk, saidPurpose(item.id, "end"));
  const body = button({ text: "Stop answers to the emails sent so far", classes: "govuk-button--secondary", preventDoubleClick: true });
  return html`<h2 class="govuk-heading-m" id="end">Answers by email</h2>${said}<p class="govuk-body">The person can answer our emails, and the answers come to this case. Where one of those emails came into the wrong hands, stop them: the next email has a new address.</p>
${form({ key, action: `/desk/cases/${item.reference}/said/end`, body })}`;
}
