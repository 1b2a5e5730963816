import { attribute, attributes, classes, type Styled } from "./attributes.ts";
import { type Content, content } from "./content.ts";
import { type Html, html } from "./html.ts";

export interface InsetTextOptions extends Content, Styled {
  readonly id?: string | undefined;
}

/** Words that stand apart from those around them. */
export function insetText(options: InsetTextOptions): Html {
  const id = attribute("id", options.id || undefined);
  return html`<div${id} class="${classes("govuk-inset-text", options.classes)}"${attributes(options.attributes)}>${content(options)}</div>`;
}
