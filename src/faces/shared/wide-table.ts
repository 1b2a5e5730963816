import type { Html } from "../../components/html.ts";
import { html } from "../../components/html.ts";
import type { TableOptions } from "../../components/table.ts";
import { table } from "../../components/table.ts";

/** A table that scrolls by itself on a small screen, also by keyboard. */
export function wideTable(options: TableOptions & { readonly caption: string }): Html {
  const inner = table({ captionClasses: "govuk-table__caption--m", ...options });
  return html`<div class="guildhall-scroll" role="region" aria-label="${options.caption}" tabindex="0">${inner}</div>`;
}

/** A cell with a figure. */
export function numeric(text: string): { readonly text: string; readonly format: string } {
  return { text, format: "numeric" };
}
