import { attribute, attributes, classes, type Styled } from "./attributes.ts";
import { type Content, content, hasContent } from "./content.ts";
import { type Html, html, raw } from "./html.ts";

export interface LabelOptions extends Content, Styled {
  /** The id of the input. Components that write their own label set it. */
  readonly for?: string | undefined;
  /** The question is the heading of the page. */
  readonly isPageHeading?: boolean | undefined;
}

/** The name of an input; nothing when there are no words. */
export function label(options: LabelOptions): Html {
  if (!hasContent(options)) return raw("");
  const names = classes("govuk-label", options.classes);
  const line = html`<label class="${names}"${attributes(options.attributes)}${attribute("for", options.for || undefined)}>${content(options)}</label>`;
  return options.isPageHeading ? html`<h1 class="govuk-label-wrapper">${line}</h1>` : line;
}
