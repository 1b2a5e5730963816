import { attributes, classes, type Styled } from "./attributes.ts";
import { type Content, content } from "./content.ts";
import { type Html, html } from "./html.ts";

export interface TagOptions extends Content, Styled {}

/** The state of something, in a coloured box. The colour never says it alone. */
export function tag(options: TagOptions): Html {
  return html`<strong class="${classes("govuk-tag", options.classes)}"${attributes(options.attributes)}>${content(options)}</strong>`;
}
