import { attribute, attributes, classes, type Styled } from "./attributes.ts";
import { type Content, either, hasMarkup } from "./content.ts";
import { type Html, html, type Slot } from "./html.ts";

export interface NotificationBannerOptions extends Content, Styled {
  readonly titleText?: string | undefined;
  readonly titleHtml?: Html | undefined;
  readonly titleHeadingLevel?: string | number | undefined;
  readonly titleId?: string | undefined;
  /** "success": what the person just did has worked. */
  readonly type?: string | undefined;
  readonly role?: string | undefined;
  readonly disableAutoFocus?: boolean | undefined;
}

/** News that is not about the page's own task. */
export function notificationBanner(options: NotificationBannerOptions): Html {
  const success = options.type === "success";
  const names = classes("govuk-notification-banner", success && "govuk-notification-banner--success", options.classes);
  // Success is read out at once; other news is a landmark that can be gone to.
  const role = options.role || (success ? "alert" : "region");
  const still = options.disableAutoFocus !== undefined && attribute("data-disable-auto-focus", String(options.disableAutoFocus));
  const id = options.titleId || "govuk-notification-banner-title";
  const open = html`<div class="${names}" role="${role}" aria-labelledby="${id}" data-module="govuk-notification-banner"${still}${attributes(options.attributes)}>`;
  const level = Number(options.titleHeadingLevel || 2);
  const title = either(options.titleHtml, options.titleText || (success ? "Success" : "Important"));
  const head = html`<h${level} class="govuk-notification-banner__title" id="${id}">${title}</h${level}>`;
  return html`${open}<div class="govuk-notification-banner__header">${head}</div><div class="govuk-notification-banner__content">${body(options)}</div></div>`;
}

function body(options: NotificationBannerOptions): Slot {
  if (hasMarkup(options.html)) return options.html;
  return options.text && html`<p class="govuk-notification-banner__heading">${options.text}</p>`;
}
