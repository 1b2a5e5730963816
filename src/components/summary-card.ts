import { attributes, classes, type Styled } from "./attributes.ts";
import { type Content, content, hasContent } from "./content.ts";
import { type Html, html, type Slot } from "./html.ts";

export interface SummaryAction extends Content, Styled {
  readonly href?: string | undefined;
  /** Read out after the words, so that ten links called "Change" differ. */
  readonly visuallyHiddenText?: string | undefined;
}

export interface SummaryCard extends Styled {
  readonly title?: (Content & { readonly classes?: string | undefined; readonly headingLevel?: number | undefined }) | undefined;
  readonly actions?: { readonly classes?: string | undefined; readonly items?: readonly SummaryAction[] | undefined } | undefined;
}

/** A frame with a title, and what may be done about the whole. */
export function summaryCard(card: SummaryCard, list: Html): Html {
  const level = card.title?.headingLevel || 2;
  const names = classes("govuk-summary-card__title", card.title?.classes);
  const title = card.title && html`<h${level} class="${names}">${content(card.title)}</h${level}>`;
  const head = html`<div class="govuk-summary-card__title-wrapper">${title}${actions(card)}</div>`;
  const open = html`<div class="${classes("govuk-summary-card", card.classes)}"${attributes(card.attributes)}>`;
  return html`${open}${head}<div class="govuk-summary-card__content">${list}</div></div>`;
}

function actions(card: SummaryCard): Slot {
  const items = card.actions?.items ?? [];
  if (items.length === 0) return undefined;
  const names = classes("govuk-summary-card__actions", card.actions?.classes);
  const links = items.map((item) => actionLink(item, card.title));
  if (links.length === 1) return html`<div class="${names}">${links}</div>`;
  return html`<ul class="${names}">${links.map((link) => html`<li class="govuk-summary-card__action">${link}</li>`)}</ul>`;
}

/** One link beside a row or a card's title. */
export function actionLink(action: SummaryAction, cardTitle: Content | undefined): Html {
  const names = classes("govuk-link", action.classes);
  return html`<a class="${names}" href="${action.href}"${attributes(action.attributes)}>${content(action)}${hidden(action, cardTitle)}</a>`;
}

function hidden(action: SummaryAction, cardTitle: Content | undefined): Slot {
  if (!action.visuallyHiddenText && !cardTitle) return undefined;
  const words = action.visuallyHiddenText && ` ${action.visuallyHiddenText}`;
  const title = cardTitle && hasContent(cardTitle) && html` (${content(cardTitle)})`;
  return html`<span class="govuk-visually-hidden">${words}${title}</span>`;
}
