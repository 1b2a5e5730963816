import { attribute, attributes, classes, type Styled } from "./attributes.ts";
import { button } from "./button.ts";
import { type Content, either, hasMarkup } from "./content.ts";
import { Html, html, type Slot } from "./html.ts";

export interface CookieAction extends Styled {
  readonly text: string;
  readonly type?: "submit" | "button" | undefined;
  readonly href?: string | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
}

export interface CookieMessage extends Content, Styled {
  readonly headingText?: string | undefined;
  readonly headingHtml?: Html | undefined;
  readonly actions?: readonly CookieAction[] | undefined;
  readonly hidden?: boolean | undefined;
  readonly role?: string | undefined;
}

export interface CookieBannerOptions extends Styled {
  readonly ariaLabel?: string | undefined;
  readonly hidden?: boolean | undefined;
  readonly messages: readonly CookieMessage[];
}

/** Asks leave to set cookies the service can do without. */
export function cookieBanner(options: CookieBannerOptions): Html {
  const names = classes("govuk-cookie-banner", options.classes);
  const state = html`${attribute("hidden", options.hidden)}${attributes(options.attributes)}`;
  const open = html`<div class="${names}" data-nosnippet role="region" aria-label="${options.ariaLabel || "Cookie banner"}"${state}>`;
  return html`${open}${options.messages.map(message)}</div>`;
}

function message(given: CookieMessage): Html {
  const names = classes("govuk-cookie-banner__message", given.classes, "govuk-width-container");
  const state = html`${attribute("role", given.role || undefined)}${attributes(given.attributes)}${attribute("hidden", given.hidden)}`;
  const words = html`${heading(given)}<div class="govuk-cookie-banner__content">${body(given)}</div>`;
  const row = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${words}</div></div>`;
  const actions = given.actions && html`<div class="govuk-button-group">${given.actions.map(action)}</div>`;
  return html`<div class="${names}"${state}>${row}${actions}</div>`;
}

function heading(given: CookieMessage): Slot {
  const words = either(given.headingHtml, given.headingText);
  return words instanceof Html || words ? html`<h2 class="govuk-cookie-banner__heading govuk-heading-m">${words}</h2>` : undefined;
}

function body(given: CookieMessage): Slot {
  return hasMarkup(given.html) ? given.html : given.text && html`<p class="govuk-body">${given.text}</p>`;
}

function action(given: CookieAction): Html {
  if (!given.href || given.type === "button") return button({ ...given, type: given.type ?? "button" });
  return html`<a class="${classes("govuk-link", given.classes)}" href="${given.href}"${attributes(given.attributes)}>${given.text}</a>`;
}
