import { html } from "../../../components/html.ts";
import type { Context } from "../../../context.ts";
import type { LoggedErasure } from "../../../records/erased-log.ts";
import { moment } from "../../shared/dates.ts";
import { wideTable } from "../../shared/wide-table.ts";
import type { Desk } from "../desk.ts";
import { caseLink, recordsPage, serviceTitle } from "./records-layout.ts";

export interface LogPage {
  readonly erasures: readonly LoggedErasure[];
  readonly names: ReadonlyMap<string, string>;
  readonly next: string | undefined;
}

function byWhat({ data, officer }: LoggedErasure, names: ReadonlyMap<string, string>): string {
  if (data.by === "retention") return "Kept as long as the service says";
  return `The person asked. ${officer === null ? "The command line" : (names.get(officer) ?? "An officer")}: ${data.why}`;
}

/** Which cases lost what is personal, when, by whom and why. */
export function logPage(context: Context, desk: Desk, { erasures, names, next }: LogPage): string {
  const head = ["Case", "Service", "Erased", "Why"].map((text) => ({ text }));
  const rows = erasures.map((one) => [
    { html: caseLink(one.reference) },
    { text: serviceTitle(context, desk, one.service) },
    { text: moment(one.at) },
    { text: byWhat(one, names) },
  ]);
  const list =
    rows.length > 0
      ? wideTable({ caption: "Erased cases, the newest first", head, rows })
      : html`<p class="govuk-body">Nothing has been erased.</p>`;
  const more = next !== undefined && html`<p class="govuk-body"><a class="govuk-link" rel="next" href="${next}">Next page</a></p>`;
  return recordsPage(context, desk, "/desk/records/log", {
    title: "What was erased",
    main: html`<h1 class="govuk-heading-l">What was erased</h1>${list}${more}`,
  });
}
