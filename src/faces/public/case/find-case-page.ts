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

/** Asks for a reference and an email address (or postcode). */
export function findCasePage(visit: Visit, { key, reference, proof, problems }: FindCase): string {
  const { words } = visit;
  const inputs = [
    input({
      id: "reference",
      name: "reference",
      value: reference,
      label: { text: words.reference },
      hint: { html: html`${words.referenceLike} <span class="guildhall-reference">K7M-4TX-9QC</span>` },
      classes: "govuk-input--width-10 govuk-input--extra-letter-spacing",
      autocomplete: "off",
      spellcheck: false,
      ...errorAt(problems, "reference", words),
    }),
    input({
      id: "proof",
      name: "proof",
      value: proof,
      label: { text: words.proof },
      hint: { text: words.proofHint },
      autocomplete: "email",
      spellcheck: false,
      ...errorAt(problems, "proof", words),
    }),
  ];
  return publicPage(visit, {
    title: words.checkProgress,
    error: problems.length > 0,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${problemSummary(problems, words)}<h1 class="govuk-heading-l">${words.checkProgress}</h1>
<p class="govuk-body">${words.findText}</p>
${form({ key, action: "/cases", body: [inputs, button({ text: words.continue })] })}
<p class="govuk-body">${words.noReference} ${phoneLink(visit.council.contact.phone)}.</p></div></div>`,
  });
}
