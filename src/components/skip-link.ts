import { attributes, classes, type Styled } from "./attributes.ts";
import { type Content, content } from "./content.ts";
import { type Html, html } from "./html.ts";

export interface SkipLinkOptions extends Content, Styled {
  readonly href?: string | undefined;
}

/** The way past the header for those who use the keyboard. */
export function skipLink(options: SkipLinkOptions): Html {
  const names = classes("govuk-skip-link", options.classes);
  return html`<a href="${options.href || "#content"}" class="${names}"${attributes(options.attributes)} data-module="govuk-skip-link">${content(options)}</a>`;
}
