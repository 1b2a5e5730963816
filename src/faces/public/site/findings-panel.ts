import type { Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import type { Finding } from "../../../definition/service.ts";

/** For a designer in development: what is wrong with the definition as it lies in the folder. The version below stays live meanwhile. */
export function findingsPanel(findings: readonly Finding[]): Slot {
  const lines = findings.map(
    ({ code, file, line, column, message, fix = "" }) =>
      html`<li><strong>${file}:${line}:${column}</strong> ${message} ${fix} <code>${code}</code></li>`,
  );
  return (
    lines.length > 0 &&
    html`<div class="govuk-inset-text"><h2 class="govuk-heading-s">The definition has ${findings.length === 1 ? "a finding" : `${findings.length} findings`}</h2>
<p class="govuk-body">Only you see this, in development. While there is an error, the version before it stays live.</p><ul class="govuk-list govuk-list--bullet">${lines}</ul></div>`
  );
}
