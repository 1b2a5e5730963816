import type { Problem } from "../../../answers/answer-type.ts";
import { button } from "../../../components/button.ts";
import { html } from "../../../components/html.ts";
import { input } from "../../../components/input.ts";
import { errorAt, form, problemSummary } from "../../shared/form.ts";
import { phoneLink } from "../../shared/phone.ts";
import type { Visit } from "../../shared/visit.ts";
import { publicPage } from "../layout.ts";

export interface FindCase {
  readonly key: string;
  readonly reference: string;
  readonly proof: string;
  readonly problems: readonly Problem[];
}

const EXAMPLE = html`It has 9 letters and numbers, for example <span class="guildhall-reference">K7M-4TX-9QC</span>`;

/** Asks for a reference and an email address (or postcode). */
export function findCasePage(visit: Visit, { key, reference, proof, problems }: FindCase): string {
  const inputs = [
    input({
      id: "reference",
      name: "reference",
      value: reference,
      label: { text: "Reference" },
      hint: { html: EXAMPLE },
      classes: "govuk-input--width-10 govuk-input--extra-letter-spacing",
      autocomplete: "off",
      spellcheck: false,
      ...errorAt(problems, "reference"),
    }),
    input({
      id: "proof",
      name: "proof",
      value: proof,
      label: { text: "Email address, or the postcode we write to" },
      hint: { text: "The one you gave us" },
      autocomplete: "email",
      spellcheck: false,
      ...errorAt(problems, "proof"),
    }),
  ];
  return publicPage(visit, {
    title: "Check progress",
    error: problems.length > 0,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${problemSummary(problems)}<h1 class="govuk-heading-l">Check progress</h1>
<p class="govuk-body">See where your report or application stands, what happens next, and add to it.</p>
${form({ key, action: "/cases", body: [inputs, button({ text: "Continue" })] })}
<p class="govuk-body">No reference? Call us on ${phoneLink(visit.council.contact.phone)}.</p></div></div>`,
  });
}
