import { attributes, classes, type Styled } from "./attributes.ts";
import { type Content, content } from "./content.ts";
import { type Html, html } from "./html.ts";
import { tag, type TagOptions } from "./tag.ts";

export interface PhaseBannerOptions extends Content, Styled {
  readonly tag?: TagOptions | undefined;
}

/** Says that the service is still being tried out. */
export function phaseBanner(options: PhaseBannerOptions): Html {
  const names = classes("govuk-phase-banner govuk-width-container", options.classes);
  const phase = tag({
    text: options.tag?.text,
    html: options.tag?.html,
    classes: classes("govuk-phase-banner__content__tag", options.tag?.classes),
  });
  const words = html`<span class="govuk-phase-banner__text">${content(options)}</span>`;
  return html`<div class="${names}"${attributes(options.attributes)}><p class="govuk-phase-banner__content">${phase} ${words}</p></div>`;
}
