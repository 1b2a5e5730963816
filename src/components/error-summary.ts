import { type Attributes, attribute, attributes, classes, type Styled } from "./attributes.ts";
import { type Content, content, either } from "./content.ts";
import { Html, html, type Slot } from "./html.ts";

export interface ErrorSummaryItem extends Content {
  /** The input it is about: `#` and its id. */
  readonly href?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface ErrorSummaryOptions extends Styled {
  readonly titleText?: string | undefined;
  readonly titleHtml?: Html | undefined;
  readonly descriptionText?: string | undefined;
  readonly descriptionHtml?: Html | undefined;
  readonly errorList?: readonly ErrorSummaryItem[] | undefined;
  readonly disableAutoFocus?: boolean | undefined;
}

/** Everything that is wrong on the page, at its top. */
export function errorSummary(options: ErrorSummaryOptions): Html {
  const still = options.disableAutoFocus !== undefined && attribute("data-disable-auto-focus", String(options.disableAutoFocus));
  const title = html`<h2 class="govuk-error-summary__title">${either(options.titleHtml, options.titleText)}</h2>`;
  const body = html`<div class="govuk-error-summary__body">${description(options)}${list(options.errorList)}</div>`;
  const open = html`<div class="${classes("govuk-error-summary", options.classes)}"${still}${attributes(options.attributes)} data-module="govuk-error-summary">`;
  // The alert is an element of its own: the script moves the focus to the outer one, and a screen reader would lose one of the two.
  return html`${open}<div role="alert">${title}${body}</div></div>`;
}

function description(options: ErrorSummaryOptions): Slot {
  const words = either(options.descriptionHtml, options.descriptionText);
  return words instanceof Html || words ? html`<p>${words}</p>` : undefined;
}

function list(items: readonly ErrorSummaryItem[] | undefined): Slot {
  if (items === undefined || items.length === 0) return undefined;
  const lines = items.map((item) => {
    const words = content(item);
    return html`<li>${item.href ? html`<a href="${item.href}"${attributes(item.attributes)}>${words}</a>` : words}</li>`;
  });
  return html`<ul class="govuk-list govuk-error-summary__list">${lines}</ul>`;
}
