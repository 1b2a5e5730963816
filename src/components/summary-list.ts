import { type Attributes, attributes, classes, type Styled } from "./attributes.ts";
import { type Content, content } from "./content.ts";
import { type Html, html, type Slot } from "./html.ts";
import { actionLink, summaryCard, type SummaryAction, type SummaryCard } from "./summary-card.ts";

export interface SummaryText extends Content {
  readonly classes?: string | undefined;
}

export interface SummaryRow {
  readonly classes?: string | undefined;
  readonly key: SummaryText;
  readonly value: SummaryText;
  readonly actions?: { readonly classes?: string | undefined; readonly items?: readonly SummaryAction[] | undefined } | undefined;
}

export interface SummaryListOptions extends Styled {
  /** Rows that do not apply may be left in as null, undefined or false. */
  readonly rows: readonly (SummaryRow | null | undefined | false)[];
  /** Frames the list, under a title. */
  readonly card?: SummaryCard | undefined;
  readonly attributes?: Attributes | undefined;
}

/** Facts, or questions and their answers, each with what may be done about it. */
export function summaryList(options: SummaryListOptions): Html {
  const anyActions = options.rows.some((row) => row && (row.actions?.items?.length ?? 0) > 0);
  const rows = options.rows.map((given) => given && row(given, anyActions, options.card?.title));
  const list = html`<dl class="${classes("govuk-summary-list", options.classes)}"${attributes(options.attributes)}>${rows}</dl>`;
  return options.card ? summaryCard(options.card, list) : list;
}

function row(given: SummaryRow, anyActions: boolean, cardTitle: Content | undefined): Html {
  const names = classes(
    "govuk-summary-list__row",
    anyActions && !given.actions?.items && "govuk-summary-list__row--no-actions",
    given.classes,
  );
  const key = html`<dt class="${classes("govuk-summary-list__key", given.key.classes)}">${content(given.key)}</dt>`;
  const value = html`<dd class="${classes("govuk-summary-list__value", given.value.classes)}">${content(given.value)}</dd>`;
  return html`<div class="${names}">${key}${value}${actions(given, cardTitle)}</div>`;
}

function actions(given: SummaryRow, cardTitle: Content | undefined): Slot {
  const items = given.actions?.items ?? [];
  if (items.length === 0) return undefined;
  const links = items.map((item) => actionLink(item, cardTitle));
  const entries = links.map((link) => html`<li class="govuk-summary-list__actions-list-item">${link}</li>`);
  const body = links.length === 1 ? links : html`<ul class="govuk-summary-list__actions-list">${entries}</ul>`;
  return html`<dd class="${classes("govuk-summary-list__actions", given.actions?.classes)}">${body}</dd>`;
}
