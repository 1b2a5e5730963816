import type { Problem } from "../../../answers/answer-type.ts";
import { backLink } from "../../../components/back-link.ts";
import { button } from "../../../components/button.ts";
import { html } from "../../../components/html.ts";
import { input } from "../../../components/input.ts";
import { panel } from "../../../components/panel.ts";
import { textarea } from "../../../components/textarea.ts";
import type { Context } from "../../../context.ts";
import type { FormBody } from "../../shared/form-body.ts";
import { field } from "../../shared/form-body.ts";
import { errorAt, form, problemSummary } from "../../shared/form.ts";
import type { Desk } from "../desk.ts";
import { ENQUIRY } from "./enquiry.ts";
import { deskKey } from "../desk.ts";
import { deskPage } from "../layout.ts";

/** As the service on the shelf takes it. */
export const LONGEST_ENQUIRY = 2000;

/** Asks what a councillor wants to know, of a case or freely. */
export function enquiryPage(context: Context, desk: Desk, body: FormBody, problems: readonly Problem[]): string {
  const about = input({
    id: "about",
    name: "about",
    label: { text: "Which case is it about? (optional)" },
    hint: { text: "Its reference, such as K7M-4TX-9QC" },
    value: field(body, "about") || undefined,
    classes: "govuk-input--width-10",
    spellcheck: false,
    ...errorAt(problems, "about"),
  });
  const enquiry = textarea({
    id: "enquiry",
    name: "enquiry",
    label: { text: "What do you want to know?" },
    rows: 6,
    value: field(body, "enquiry") || undefined,
    ...errorAt(problems, "enquiry"),
  });
  const inputs = [about, enquiry, button({ text: "Raise the enquiry", preventDoubleClick: true })];
  return deskPage(context, desk, {
    title: "Raise an enquiry",
    before: backLink({ href: "/desk/area", text: "Your area" }),
    error: problems.length > 0,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${problemSummary(problems)}<h1 class="govuk-heading-l">Raise an enquiry</h1>
<p class="govuk-body">We answer by email to ${desk.officer.email}.</p>${form({ key: deskKey(context, desk, "enquiry"), action: "/desk/area/enquiry", body: inputs })}</div></div>`,
  });
}

/** The enquiry has a reference and a clock of its own. */
export function raisedPage(context: Context, desk: Desk, reference: string): string {
  const takes = context.councils.service(desk.visit.council.id, ENQUIRY)?.start.takes;
  return deskPage(context, desk, {
    title: "The enquiry is raised",
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${panel({ titleText: "The enquiry is raised", html: html`Its reference<br><strong>${reference}</strong>` })}
<p class="govuk-body">${takes} We write to ${desk.officer.email}.</p>
<p class="govuk-body"><a class="govuk-link" href="/desk/area">Your area</a></p></div></div>`,
  });
}
