import { MOST_IN_BULK } from "../../../cases/bulk-store.ts";
import type { WorklistPage } from "../../../cases/worklist.ts";
import { button } from "../../../components/button.ts";
import type { Html } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { radios } from "../../../components/radios.ts";
import type { Desk } from "../desk.ts";
import { mayAtDesk } from "../desk.ts";
import type { View } from "./view.ts";
import { queryText } from "./view.ts";

function allWords({ count, many }: WorklistPage): string {
  const number = count.toLocaleString("en-GB");
  return many ? `The first ${MOST_IN_BULK.toLocaleString("en-GB")} on the list` : `All ${number} on the list`;
}

/** The cases of a page with a box each, and a way to do something with those that are chosen; without boxes for who may do nothing. */
export function choosingForm(desk: Desk, view: View, found: WorklistPage, table: (choosing: boolean) => Html): Html {
  if (!mayAtDesk(desk, "cases.work") && !mayAtDesk(desk, "cases.assign")) return table(false);
  const { cases, count } = found;
  const which = radios({
    idPrefix: "which",
    name: "which",
    classes: "govuk-radios--small",
    fieldset: { legend: { text: "Do something with several cases", classes: "govuk-fieldset__legend--s" } },
    items: [
      { value: "chosen", text: "Those that I chose above" },
      { value: "page", text: `All ${cases.length} on this page` },
      count > cases.length && { value: "all", text: allWords(found) },
    ],
    value: "chosen",
  });
  return html`<form method="post" action="/desk/bulk"><input type="hidden" name="list" value="${queryText({ ...view, after: "" })}"><input type="hidden" name="page" value="${cases.map(({ reference }) => reference).join(" ")}">
${table(true)}${which}${button({ text: "Choose what to do", classes: "govuk-button--secondary" })}</form>`;
}
