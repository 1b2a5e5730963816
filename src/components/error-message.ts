import { attribute, attributes, classes, type Styled } from "./attributes.ts";
import { type Content, content } from "./content.ts";
import { type Html, html } from "./html.ts";

export interface ErrorMessageOptions extends Content, Styled {
  readonly id?: string | undefined;
  /** Read out before the message; "Error" when absent, nothing when empty. */
  readonly visuallyHiddenText?: string | undefined;
}

/** What is wrong with an answer, above its input. */
export function errorMessage(options: ErrorMessageOptions): Html {
  const before = options.visuallyHiddenText ?? "Error";
  const prefix = before && html`<span class="govuk-visually-hidden">${before}:</span> `;
  const id = attribute("id", options.id || undefined);
  return html`<p${id} class="${classes("govuk-error-message", options.classes)}"${attributes(options.attributes)}>${prefix}${content(options)}</p>`;
}
