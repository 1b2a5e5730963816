import { attribute, attributes, classes, type Styled } from "./attributes.ts";
import { type Content, content } from "./content.ts";
import { type Html, html, type Slot } from "./html.ts";

export interface TableCell extends Content, Styled {
  /** "numeric" aligns figures at the right. */
  readonly format?: string | undefined;
  readonly colspan?: number | undefined;
  readonly rowspan?: number | undefined;
}

export interface TableOptions extends Styled {
  readonly caption?: string | undefined;
  readonly captionClasses?: string | undefined;
  readonly head?: readonly TableCell[] | undefined;
  /** Rows that do not apply may be left in as null, undefined or false. */
  readonly rows: readonly (readonly TableCell[] | null | undefined | false)[];
  /** The first cell of each row names the row. */
  readonly firstCellIsHeader?: boolean | undefined;
}

/** Figures and facts in rows and columns. */
export function table(options: TableOptions): Html {
  const caption =
    options.caption && html`<caption class="${classes("govuk-table__caption", options.captionClasses)}">${options.caption}</caption>`;
  const head =
    options.head && html`<thead class="govuk-table__head"><tr class="govuk-table__row">${options.head.map(columnHeader)}</tr></thead>`;
  const rows = options.rows.map((row) => row && html`<tr class="govuk-table__row">${cells(row, options.firstCellIsHeader)}</tr>`);
  const open = html`<table class="${classes("govuk-table", options.classes)}"${attributes(options.attributes)}>`;
  return html`${open}${caption}${head}<tbody class="govuk-table__body">${rows}</tbody></table>`;
}

function columnHeader(cell: TableCell): Html {
  const names = classes("govuk-table__header", cell.format && `govuk-table__header--${cell.format}`, cell.classes);
  return html`<th scope="col" class="${names}"${extent(cell)}>${content(cell)}</th>`;
}

function cells(row: readonly TableCell[], firstIsHeader: boolean | undefined): Slot {
  return row.map((cell, i) => {
    if (i === 0 && firstIsHeader) {
      return html`<th scope="row" class="${classes("govuk-table__header", cell.classes)}"${extent(cell)}>${content(cell)}</th>`;
    }
    const names = classes("govuk-table__cell", cell.format && `govuk-table__cell--${cell.format}`, cell.classes);
    return html`<td class="${names}"${extent(cell)}>${content(cell)}</td>`;
  });
}

function extent(cell: TableCell): Html {
  return html`${attribute("colspan", cell.colspan)}${attribute("rowspan", cell.rowspan)}${attributes(cell.attributes)}`;
}
