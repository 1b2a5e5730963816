import { attributes, classes, type Styled } from "./attributes.ts";
import { either } from "./content.ts";
import { type Html, html } from "./html.ts";

export interface GenericHeaderOptions extends Styled {
  readonly logoText?: string | undefined;
  readonly logoHtml?: Html | undefined;
  readonly url?: string | undefined;
  readonly containerClasses?: string | undefined;
}

/** The bar at the top, for organisations that are not GOV.UK. */
export function genericHeader(options: GenericHeaderOptions): Html {
  const logo = html`<a href="${options.url || "/"}" class="govuk-generic-header__homepage-link">${either(options.logoHtml, options.logoText)}</a>`;
  const container = classes("govuk-generic-header__container", options.containerClasses || "govuk-width-container");
  const inner = html`<div class="${container}"><div class="govuk-generic-header__logo">${logo}</div></div>`;
  return html`<div class="${classes("govuk-generic-header", options.classes)}"${attributes(options.attributes)}>${inner}</div>`;
}
