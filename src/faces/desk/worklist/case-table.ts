import type { Case } from "../../../cases/case.ts";
import type { Html, Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import type { TableCell } from "../../../components/table.ts";
import { wideTable } from "../../shared/wide-table.ts";
import type { Column, Listing } from "./columns.ts";

interface CaseTable {
  readonly caption: string;
  readonly cases: readonly Case[];
  readonly columns: readonly Column[];
  readonly listing: Listing;
  /** Whether each case has a box to choose it by. */
  readonly choosing?: boolean;
  /** Put behind the address of each case: the list that it was opened from. */
  readonly from?: string;
}

/** Cases as a table, each with a link. */
export function caseTable({ caption, cases, columns, listing, choosing, from = "" }: CaseTable): Html {
  const head: readonly TableCell[] = [{ text: "Reference" }, ...columns.map((column) => ({ text: column.head }))];
  const rows = cases.map((item) => [
    { html: referenceCell(item, choosing === true, from) },
    ...columns.map((column) => column.cell(item, listing)),
  ]);
  return wideTable({
    caption,
    captionClasses: "govuk-visually-hidden",
    head,
    rows,
    firstCellIsHeader: true,
    classes: "guildhall-cases",
  });
}

function referenceCell({ reference }: Case, choosing: boolean, from: string): Html {
  const link = html`<a class="govuk-link guildhall-reference" href="/desk/cases/${reference}${from}">${reference}</a>`;
  return choosing ? html`${box(reference)}${link}` : link;
}

function box(reference: string): Slot {
  return html`<input class="guildhall-box" name="case" type="checkbox" value="${reference}" aria-label="Choose ${reference}">`;
}
