import type { Html, Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { tag } from "../../../components/tag.ts";
import type { Change, Part } from "../../../definition/diff/change.ts";
import { PARTS } from "../../../definition/diff/change.ts";
import { changedMeanings } from "../../../definition/diff/diff-services.ts";
import type { Finding } from "../../../definition/service.ts";

const COLOURS = { error: "govuk-tag--red", warning: "govuk-tag--yellow", advice: "govuk-tag--grey" } as const;

/** What is wrong with a definition, in words. */
export function findingList(findings: readonly Finding[]): Html {
  if (findings.length === 0) return html`<p class="govuk-body">Nothing is wrong with it.</p>`;
  const lines = findings.map(
    ({ severity, message, fix, line, column }) =>
      html`<li>${tag({ text: severity, classes: COLOURS[severity] })} Line ${line}, column ${column}: ${message}${fix !== undefined && ` ${fix}`}</li>`,
  );
  return html`<ul class="govuk-list govuk-list--spaced">${lines}</ul>`;
}

/** What changes between two definitions, under a heading for each part, and what it means for journeys that are not sent yet. */
export function changeList(changes: readonly Change[]): Html {
  if (changes.length === 0) return html`<p class="govuk-body">Nothing that residents or officers meet changes.</p>`;
  // Safe: the keys of PARTS are the parts.
  const parts = (Object.keys(PARTS) as Part[]).map((part): Slot => {
    const own = changes.filter((change) => change.part === part);
    const lines = own.map(({ words }) => html`<li class="guildhall-words">${words}</li>`);
    return own.length > 0 && html`<h3 class="govuk-heading-s">${PARTS[part]}</h3><ul class="govuk-list govuk-list--bullet">${lines}</ul>`;
  });
  const meanings = changedMeanings(changes);
  const drafts =
    meanings.length === 0
      ? "Every journey that is not sent yet moves on to it when the person comes back. Answers still hold."
      : `Journeys that are not sent yet and have answered ${meanings.join(", ")} stay on their version; the others move on when the person comes back.`;
  return html`${parts}<h3 class="govuk-heading-s">Journeys under way</h3><p class="govuk-body">${drafts} Cases stay on the version they were sent on.</p>`;
}

/** The text of a definition, which scrolls by itself. */
export function sourcePart(label: string, text: string): Html {
  return html`<div class="guildhall-scroll" role="region" aria-label="${label}" tabindex="0"><pre class="guildhall-source">${text}</pre></div>`;
}
