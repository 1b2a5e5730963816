import { attribute, attributes, classes, type Styled } from "./attributes.ts";
import { type Content, content, either } from "./content.ts";
import { type Html, html } from "./html.ts";

export interface DetailsOptions extends Content, Styled {
  readonly id?: string | undefined;
  readonly summaryText?: string | undefined;
  readonly summaryHtml?: Html | undefined;
  readonly open?: boolean | undefined;
}

/** More that only some people need, opened by a click. */
export function details(options: DetailsOptions): Html {
  const id = attribute("id", options.id || undefined);
  const names = classes("govuk-details", options.classes);
  const words = html`<span class="govuk-details__summary-text">${either(options.summaryHtml, options.summaryText)}</span>`;
  const inner = html`<summary class="govuk-details__summary">${words}</summary><div class="govuk-details__text">${content(options)}</div>`;
  return html`<details${id} class="${names}"${attributes(options.attributes)}${attribute("open", options.open)}>${inner}</details>`;
}
