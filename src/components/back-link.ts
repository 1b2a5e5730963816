import { attributes, classes, type Styled } from "./attributes.ts";
import { type Content, either } from "./content.ts";
import { type Html, html } from "./html.ts";

export interface BackLinkOptions extends Content, Styled {
  readonly href?: string | undefined;
}

/** The way to the page before. */
export function backLink(options: BackLinkOptions): Html {
  const names = classes("govuk-back-link", options.classes);
  return html`<a href="${options.href || "#"}" class="${names}"${attributes(options.attributes)}>${either(options.html, options.text || "Back")}</a>`;
}
