import type { Problem } from "../../../answers/answer-type.ts";
import { button } from "../../../components/button.ts";
import { html } from "../../../components/html.ts";
import { input } from "../../../components/input.ts";
import { textarea } from "../../../components/textarea.ts";
import { warningText } from "../../../components/warning-text.ts";
import type { Context } from "../../../context.ts";
import type { FormBody } from "../../shared/form-body.ts";
import { field } from "../../shared/form-body.ts";
import { errorAt, form, problemSummary } from "../../shared/form.ts";
import type { Desk } from "../desk.ts";
import { deskKey } from "../desk.ts";
import { deskPage } from "../layout.ts";

export const LONGEST_REASON = 500;

/** Asks for a case that the officer may not see, and why they must. */
export function emergencyPage(context: Context, desk: Desk, body: FormBody, problems: readonly Problem[]): string {
  const reference = input({
    id: "reference",
    name: "reference",
    label: { text: "Reference of the case" },
    value: field(body, "reference") || undefined,
    classes: "govuk-input--width-10",
    spellcheck: false,
    autocomplete: "off",
    ...errorAt(problems, "reference"),
  });
  const reason = textarea({
    id: "reason",
    name: "reason",
    label: { text: "Why you must see it now" },
    hint: { text: "Do not name the person" },
    value: field(body, "reason") || undefined,
    rows: 3,
    ...errorAt(problems, "reason"),
  });
  const open = button({ text: "Open the case", classes: "govuk-button--warning", preventDoubleClick: true });
  return deskPage(context, desk, {
    title: "Open a case in an emergency",
    at: "/desk/emergency",
    error: problems.length > 0,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${problemSummary(problems)}
<h1 class="govuk-heading-l">Open a case in an emergency</h1>
<p class="govuk-body">You see one case that you may not see otherwise, for an hour. You can read it, and change nothing.</p>
${warningText({ text: "Whoever reviews looks at sensitive cases is told at once: who you are, which case, and where your reason is." })}
${form({ key: deskKey(context, desk, "emergency"), action: "/desk/emergency", body: [reference, reason, open] })}</div></div>`,
  });
}
