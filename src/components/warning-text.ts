import { attributes, classes, type Styled } from "./attributes.ts";
import { type Content, content } from "./content.ts";
import { type Html, html } from "./html.ts";

export interface WarningTextOptions extends Content, Styled {
  /** Read out before the words; "Warning" when absent. */
  readonly iconFallbackText?: string | undefined;
}

/** Something that has consequences. */
export function warningText(options: WarningTextOptions): Html {
  const icon = html`<span class="govuk-warning-text__icon" aria-hidden="true">!</span>`;
  const spoken = html`<span class="govuk-visually-hidden">${options.iconFallbackText || "Warning"}</span>`;
  const words = html`<strong class="govuk-warning-text__text">${spoken} ${content(options)}</strong>`;
  return html`<div class="${classes("govuk-warning-text", options.classes)}"${attributes(options.attributes)}>${icon} ${words}</div>`;
}
