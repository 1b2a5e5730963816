import { backLink } from "../../../components/back-link.ts";
import { html } from "../../../components/html.ts";
import { table } from "../../../components/table.ts";
import type { Context } from "../../../context.ts";
import type { Desk } from "../desk.ts";
import { deskPage } from "../layout.ts";

const KEYS: readonly (readonly [string, string])[] = [
  ["j", "To the next case on the list"],
  ["k", "To the case before it on the list"],
  ["Enter", "Opens the case"],
  ["x", "Chooses the case, or leaves it out again"],
  ["n", "From a case to the next one; on a list, to its next page"],
  ["p", "From a case to the previous one"],
  ["?", "This page"],
];

/** Which keys do what. They only save steps: everything can be done with links and buttons. */
export function keysPage(context: Context, desk: Desk): string {
  const rows = KEYS.map(([key, words]) => [{ html: html`<kbd>${key}</kbd>` }, { text: words }]);
  return deskPage(context, desk, {
    title: "Keyboard shortcuts",
    before: backLink({ href: "/desk", text: "Cases" }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h1 class="govuk-heading-l">Keyboard shortcuts</h1>
<p class="govuk-body">You can work through lists of cases with single keys. They do nothing while you type in a box, and need JavaScript.</p>
${table({ caption: "Keys", captionClasses: "govuk-visually-hidden", head: [{ text: "Key" }, { text: "What it does" }], rows, firstCellIsHeader: true })}
<p class="govuk-body">If you speak to your computer, or use other software that presses keys for you, turn them off. This browser remembers it.</p>
<div data-keys-switch></div></div></div>`,
  });
}
