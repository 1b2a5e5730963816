import { attributes, classes, type Styled } from "./attributes.ts";
import { type Content, either, hasContent, hasMarkup } from "./content.ts";
import { type Html, html } from "./html.ts";

export interface FeedbackOptions extends Content, Styled {
  readonly titleText?: string | undefined;
  readonly titleHtml?: Html | undefined;
  readonly headingLevel?: number | undefined;
}

/** Asks how the page served, below it. */
export function feedback(options: FeedbackOptions): Html {
  const level = options.headingLevel || 2;
  const title = html`<h${level} class="govuk-feedback__title">${either(options.titleHtml, options.titleText)}</h${level}>`;
  const words = hasMarkup(options.html) ? options.html : html`<p class="govuk-body">${options.text}</p>`;
  const body = hasContent(options) && html`<div class="govuk-feedback__body">${words}</div>`;
  const column = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${title}${body}</div></div>`;
  return html`<div class="${classes("govuk-feedback govuk-width-container", options.classes)}"${attributes(options.attributes)}>${column}</div>`;
}
