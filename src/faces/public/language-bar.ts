import type { Slot } from "../../components/html.ts";
import { html } from "../../components/html.ts";
import { languageNavigation } from "../../components/language-navigation.ts";
import { NAMES_OF_LANGUAGES, type Language } from "../../language/language.ts";
import { addressIn } from "../shared/chosen-language.ts";
import type { Visit } from "../shared/visit.ts";

/** How a page is had in another language: by a link, or by a button of its form, which brings along what has been typed. */
export interface LanguageBar {
  readonly languages: readonly Language[];
  /** The id of the form whose fields the change of language keeps. */
  readonly form?: string;
}

/** The languages of the page; nothing where there is one. */
export function languageBar({ language, words, page }: Visit, { languages, form }: LanguageBar): Slot {
  if (languages.length < 2) return undefined;
  if (form !== undefined) return asButtons(language, words.language, words.continue, languages, form);
  return languageNavigation({
    ariaLabel: words.language,
    items: languages.map((one) => ({
      text: NAMES_OF_LANGUAGES[one],
      lang: one,
      ...(one === language ? { current: true } : { href: addressIn(one, page.method, page.url) }),
    })),
  });
}

/**
 * The same navigation, with a button in place of the link. Enter in a box presses the first button of the form, so that one that continues stands
 * before it, unseen.
 */
function asButtons(language: Language, label: string, go: string, languages: readonly Language[], form: string): Slot {
  const items = languages.map((one) =>
    one === language
      ? html`<span class="govuk-language-navigation__text" aria-current="true" lang="${one}">${NAMES_OF_LANGUAGES[one]}</span>`
      : html`<button type="submit" form="${form}" name="then" value="${one}" class="govuk-language-navigation__link guildhall-link-button" lang="${one}">${NAMES_OF_LANGUAGES[one]}</button>`,
  );
  const first = html`<button type="submit" form="${form}" class="govuk-visually-hidden" tabindex="-1" aria-hidden="true">${go}</button>`;
  return html`<nav class="govuk-language-navigation" aria-label="${label}">${first}<ul class="govuk-language-navigation__list">${items.map(
    (item) => html`<li class="govuk-language-navigation__list-item">${item}</li>`,
  )}</ul></nav>`;
}
