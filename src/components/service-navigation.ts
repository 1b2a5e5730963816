import { type Attributes, attribute, attributes, classes, type Styled } from "./attributes.ts";
import { type Content, content, hasContent } from "./content.ts";
import { Html, html, raw, type Slot } from "./html.ts";

export interface NavigationItem extends Content {
  readonly href?: string | undefined;
  /** This very page. */
  readonly current?: boolean | undefined;
  /** The page is somewhere below it. */
  readonly active?: boolean | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface ServiceNavigationOptions extends Styled {
  readonly serviceName?: string | undefined;
  readonly serviceUrl?: string | undefined;
  readonly navigation?: readonly (NavigationItem | null | undefined | false)[] | undefined;
  readonly navigationId?: string | undefined;
  readonly navigationLabel?: string | undefined;
  readonly navigationClasses?: string | undefined;
  /** Behind a button on a small screen; so when there is more than one item unless told otherwise. */
  readonly collapseNavigationOnMobile?: boolean | undefined;
  readonly menuButtonText?: string | undefined;
  readonly menuButtonLabel?: string | undefined;
  readonly ariaLabel?: string | undefined;
  readonly slots?: NavigationSlots | undefined;
}

/** Markup of our own inside the bar. */
export interface NavigationSlots {
  readonly start?: Html | undefined;
  readonly end?: Html | { readonly html: Html; readonly align?: string | undefined } | undefined;
  readonly navigationStart?: Html | undefined;
  readonly navigationEnd?: Html | undefined;
}

/** The bar under the header: the service's name and its pages. */
export function serviceNavigation(options: ServiceNavigationOptions): Html {
  const { slots } = options;
  const end = slots?.end instanceof Html ? slots.end : slots?.end?.html;
  const inline = !(slots?.end instanceof Html) && slots?.end?.align === "inline";
  const common = html` class="${classes("govuk-service-navigation", options.classes)}" data-module="govuk-service-navigation"${attributes(options.attributes)}`;
  const container = html`<div class="govuk-service-navigation__container">${serviceName(options)}${navigation(options)}</div>`;
  const names = classes("govuk-width-container", inline && "govuk-service-navigation__inlining-container");
  const inner = html`<div class="${names}">${slots?.start}${container}${end}</div>`;
  // With more than a list of links in it, the bar is a landmark of its own.
  if (!options.serviceName && !slots?.start && !end) return html`<div${common}>${inner}</div>`;
  return html`<section aria-label="${options.ariaLabel ?? "Service information"}"${common}>${inner}</section>`;
}

function serviceName(options: ServiceNavigationOptions): Slot {
  if (!options.serviceName) return undefined;
  const inner = options.serviceUrl
    ? html`<a href="${options.serviceUrl}" class="govuk-service-navigation__link">${options.serviceName}</a>`
    : html`<span class="govuk-service-navigation__text">${options.serviceName}</span>`;
  return html`<span class="govuk-service-navigation__service-name">${inner}</span>`;
}

function navigation(options: ServiceNavigationOptions): Slot {
  const { slots } = options;
  const items = (options.navigation ?? []).filter((item) => Boolean(item));
  if (items.length === 0 && !slots?.navigationStart && !slots?.navigationEnd) return undefined;
  const id = options.navigationId || "navigation";
  const names = classes("govuk-service-navigation__wrapper", options.navigationClasses);
  const open = html`<nav aria-label="${options.navigationLabel || options.menuButtonText || "Menu"}" class="${names}">`;
  const toggle = (options.collapseNavigationOnMobile ?? items.length > 1) && menuButton(options, id);
  const list = html`${slots?.navigationStart}${items.map((item) => item && entry(item))}${slots?.navigationEnd}`;
  return html`${open}${toggle}<ul class="govuk-service-navigation__list" id="${id}">${list}</ul></nav>`;
}

function menuButton(options: ServiceNavigationOptions, id: string): Html {
  const text = options.menuButtonText || "Menu";
  const spoken = options.menuButtonLabel && options.menuButtonLabel !== text && attribute("aria-label", options.menuButtonLabel);
  const open = raw('<button type="button" class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"');
  return html`${open} aria-controls="${id}"${spoken} hidden aria-hidden="true">${text}</button>`;
}

function entry(item: NavigationItem): Html {
  const here = item.active || item.current;
  const state = here && attribute("aria-current", item.current ? "page" : "true");
  // Strong, so that people who set colours of their own still see where they are.
  const words = here ? html`<strong class="govuk-service-navigation__active-fallback">${content(item)}</strong>` : content(item);
  const names = classes("govuk-service-navigation__item", here && "govuk-service-navigation__item--active");
  let inner: Slot;
  if (item.href)
    inner = html`<a class="govuk-service-navigation__link" href="${item.href}"${state}${attributes(item.attributes)}>${words}</a>`;
  else if (hasContent(item)) inner = html`<span class="govuk-service-navigation__text"${state}>${words}</span>`;
  return html`<li class="${names}">${inner}</li>`;
}
