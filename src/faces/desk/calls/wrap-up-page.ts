import type { Problem } from "../../../answers/answer-type.ts";
import { button } from "../../../components/button.ts";
import type { Html } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { select } from "../../../components/select.ts";
import type { SelectItem } from "../../../components/select.ts";
import { textarea } from "../../../components/textarea.ts";
import type { Context } from "../../../context.ts";
import { errorAt, form, problemSummary } from "../../shared/form.ts";
import type { Desk } from "../desk.ts";
import { deskKey } from "../desk.ts";
import { deskPage } from "../layout.ts";

export interface WrapUpPage {
  readonly call: string;
  readonly name: string;
  /** What it can have been about, the likeliest first: `case:` and `service:` before each. */
  readonly abouts: readonly SelectItem[];
  readonly about: string;
  readonly note: string;
  readonly problems: readonly Problem[];
}

export function wrapUpPurpose(call: string): string {
  return `wrap-up:${call}`;
}

/** What it was about, a note, and why they came to us: choosing that ends the call. */
export function wrapUpPage(context: Context, desk: Desk, shown: WrapUpPage): string {
  const { call, name, abouts, about, note, problems } = shown;
  const what = select({
    id: "about",
    name: "about",
    label: { text: "What was it about?", classes: "govuk-label--s" },
    items: abouts,
    value: about,
  });
  const text = textarea({
    id: "note",
    name: "note",
    rows: 4,
    label: { text: "Note (optional)", classes: "govuk-label--s" },
    hint: { text: "What the next officer should know. It is kept for a year." },
    value: note,
    ...errorAt(problems, "note"),
  });
  return deskPage(context, desk, {
    title: "Wrap up",
    error: problems.length > 0,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${problemSummary(problems)}<h1 class="govuk-heading-l">Wrap up${name !== "" && `: ${name}`}</h1>
${form({ key: deskKey(context, desk, wrapUpPurpose(call)), action: `/desk/calls/${call}/wrap-up`, body: html`${what}${text}${reasonButtons(desk)}` })}</div></div>`,
  });
}

/** One button for each reason: choosing it is the end of the call. */
function reasonButtons({ visit }: Desk): Html {
  const reasons = [...(visit.council.reasons?.values() ?? [])];
  if (reasons.length === 0) return button({ text: "Finish", preventDoubleClick: true });
  const buttons = reasons.map(({ id, name }) =>
    button({ text: name, name: "reason", value: id, classes: "govuk-button--secondary", preventDoubleClick: true }),
  );
  return html`<fieldset class="govuk-fieldset guildhall-reasons"><legend class="govuk-fieldset__legend govuk-fieldset__legend--m">Why did they contact us? Choosing ends the call</legend>${buttons}</fieldset>`;
}
