import type { Problem } from "../../../answers/answer-type.ts";
import { backLink } from "../../../components/back-link.ts";
import { button } from "../../../components/button.ts";
import type { Html } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import type { PersonRecord } from "../../../contact/person.ts";
import type { Context } from "../../../context.ts";
import type { FormBody } from "../../shared/form-body.ts";
import { field } from "../../shared/form-body.ts";
import { form } from "../../shared/form.ts";
import { wideTable } from "../../shared/wide-table.ts";
import type { Desk } from "../desk.ts";
import { deskKey } from "../desk.ts";
import { deskPage } from "../layout.ts";
import { whyBox } from "../records/hold-form.ts";
import { caseLink, serviceTitle } from "../records/records-layout.ts";
import { personAddress } from "./asker.ts";
import { detailsInputs, detailsSummary, keptInputs } from "./details-form.ts";
import type { RectifyPlan } from "./rectify-plan.ts";

export const RECTIFY_PURPOSE = "person-rectify";

/** Asks what is right of a person, and why it is changed. */
export function rectifyPage(context: Context, desk: Desk, person: PersonRecord, body: FormBody, problems: readonly Problem[] = []): string {
  const inputs = html`${detailsInputs(body, problems)}${whyBox(body, problems, "Such as what the person showed you. It is kept in each case, with your name.")}${button({ text: "See what will change", preventDoubleClick: true })}`;
  return frame(context, desk, person, {
    title: `Correct what is held of ${person.name}`,
    error: problems.length > 0,
    main: html`${detailsSummary(problems)}<h1 class="govuk-heading-l guildhall-words">Correct what is held of ${person.name}</h1>
<p class="govuk-body">What you change here is changed in every case of theirs that says it. What you leave stays as each case has it.</p>
${form({ key: deskKey(context, desk, `${RECTIFY_PURPOSE}:${person.id}`), action: personAddress(person, "/correct"), body: inputs })}`,
  });
}

/** What will change, case by case, before anything does. */
export function rectifyPreview(context: Context, desk: Desk, person: PersonRecord, body: FormBody, plans: readonly RectifyPlan[]): string {
  const going = plans.filter(({ parts }) => parts.length > 0).length;
  const text = going === 1 ? "Correct the record and 1 case" : going === 0 ? "Correct the record" : `Correct the record and ${going} cases`;
  const inputs = html`${keptInputs(body)}<input type="hidden" name="reason" value="${field(body, "reason")}"><input type="hidden" name="cases" value="${going}">${button({ text, name: "go", value: "yes", preventDoubleClick: true })}`;
  const rows = plans.map((plan) => [
    ...rowStart(context, desk, plan),
    { text: plan.parts.length > 0 ? `Changes: ${plan.parts.join(", ")}` : "Says it already, or was not asked" },
  ]);
  return frame(context, desk, person, {
    title: "What will change",
    main: html`<h1 class="govuk-heading-l">What will change</h1>${table(rows, "What will change in each case")}
${form({ key: deskKey(context, desk, `${RECTIFY_PURPOSE}:${person.id}`), action: personAddress(person, "/correct"), body: inputs })}`,
  });
}

/** What became of each case. */
export function rectifyDone(
  context: Context,
  desk: Desk,
  person: PersonRecord,
  results: readonly { readonly plan: RectifyPlan; readonly result: string }[],
): string {
  const rows = results.map(({ plan, result }) => [...rowStart(context, desk, plan), { text: result }]);
  return frame(context, desk, person, {
    title: "What was changed",
    main: html`<h1 class="govuk-heading-l">What was changed</h1><p class="govuk-body">Their record says what is right.</p>${table(rows, "What was changed in each case")}`,
  });
}

function rowStart(context: Context, desk: Desk, { item }: RectifyPlan) {
  return [{ html: caseLink(item.reference) }, { text: serviceTitle(context, desk, item.service) }];
}

function table(rows: readonly (readonly { readonly text?: string; readonly html?: Html }[])[], caption: string): Html {
  if (rows.length === 0) return html`<p class="govuk-body">They have no case that you may see.</p>`;
  return wideTable({
    caption,
    captionClasses: "govuk-visually-hidden",
    head: [{ text: "Case" }, { text: "Service" }, { text: "Result" }],
    rows,
  });
}

function frame(context: Context, desk: Desk, person: PersonRecord, given: { title: string; main: Html; error?: boolean }): string {
  return deskPage(context, desk, {
    title: given.title,
    before: backLink({ href: personAddress(person), text: person.name }),
    error: given.error ?? false,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${given.main}</div></div>`,
  });
}
