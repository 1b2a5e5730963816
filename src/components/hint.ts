import { attribute, attributes, classes, type Styled } from "./attributes.ts";
import { type Content, content } from "./content.ts";
import { type Html, html } from "./html.ts";

export interface HintOptions extends Content, Styled {
  readonly id?: string | undefined;
}

/** Help for a question, under its label. */
export function hint(options: HintOptions): Html {
  return html`<div${attribute("id", options.id || undefined)} class="${classes("govuk-hint", options.classes)}"${attributes(options.attributes)}>${content(options)}</div>`;
}
