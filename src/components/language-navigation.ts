import { attribute, attributes, classes, type Styled } from "./attributes.ts";
import { type Content, content } from "./content.ts";
import { type Html, html } from "./html.ts";

export interface Language extends Content, Styled {
  /** Absent, or `current`, for the language of the page. */
  readonly href?: string | undefined;
  readonly current?: boolean | undefined;
  readonly lang?: string | undefined;
  /** The language of the page linked to, where it differs from the language of the words. */
  readonly hrefLang?: string | undefined;
  readonly dir?: string | undefined;
  /** Read out after the words, in the language of the page. */
  readonly languageDescriptionText?: string | undefined;
}

export interface LanguageNavigationOptions extends Styled {
  readonly items: readonly Language[];
  readonly ariaLabel?: string | undefined;
}

/** The page in other languages. */
export function languageNavigation(options: LanguageNavigationOptions): Html {
  const names = classes("govuk-language-navigation", options.classes);
  const open = html`<nav class="${names}"${attributes(options.attributes)} aria-label="${options.ariaLabel ?? "Language"}">`;
  const items = options.items.map((item) => html`<li class="govuk-language-navigation__list-item">${language(item)}</li>`);
  return html`${open}<ul class="govuk-language-navigation__list">${items}</ul></nav>`;
}

function language(item: Language): Html {
  const lang = attribute("lang", item.lang || undefined);
  const dir = attribute("dir", item.dir || undefined);
  if (item.current || !item.href) {
    const names = classes("govuk-language-navigation__text", item.classes);
    return html`<span class="${names}" aria-current="true"${lang}${dir}${attributes(item.attributes)}>${content(item)}</span>`;
  }
  const names = classes("govuk-language-navigation__link", item.classes);
  const state = html`${lang}${attribute("hreflang", item.hrefLang || item.lang || undefined)}${dir}${attributes(item.attributes)}`;
  const about = item.languageDescriptionText && html`<span class="govuk-visually-hidden"> ${item.languageDescriptionText}</span>`;
  return html`<a class="${names}" href="${item.href}" rel="alternate"${state}>${content(item)}${about}</a>`;
}
