import { attribute, attributes, classes, type Styled } from "./attributes.ts";
import { type Content, content, hasContent, hasMarkup } from "./content.ts";
import { type Html, html } from "./html.ts";

export interface Legend extends Content {
  readonly classes?: string | undefined;
  /** The question is the heading of the page. */
  readonly isPageHeading?: boolean | undefined;
}

export interface FieldsetOptions extends Styled {
  readonly describedBy?: string | undefined;
  readonly legend?: Legend | undefined;
  readonly role?: string | undefined;
  /** The inputs. */
  readonly html?: Html | undefined;
}

/** Inputs that belong to one question. */
export function fieldset(options: FieldsetOptions): Html {
  const names = classes("govuk-fieldset", options.classes);
  const role = attribute("role", options.role || undefined);
  const describedBy = attribute("aria-describedby", options.describedBy || undefined);
  return html`<fieldset class="${names}"${role}${describedBy}${attributes(options.attributes)}>${legend(options.legend)}${hasMarkup(options.html) && options.html}</fieldset>`;
}

function legend(given: Legend | undefined): Html | undefined {
  if (given === undefined || !hasContent(given)) return undefined;
  const words = given.isPageHeading ? html`<h1 class="govuk-fieldset__heading">${content(given)}</h1>` : content(given);
  return html`<legend class="${classes("govuk-fieldset__legend", given.classes)}">${words}</legend>`;
}
