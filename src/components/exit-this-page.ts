import { attribute, attributes, classes, type Styled, translations } from "./attributes.ts";
import { button } from "./button.ts";
import { type Content, hasContent } from "./content.ts";
import { type Html, html } from "./html.ts";

export interface ExitThisPageOptions extends Content, Styled {
  readonly id?: string | null | undefined;
  readonly redirectUrl?: string | undefined;
  readonly activatedText?: string | undefined;
  readonly timedOutText?: string | undefined;
  readonly pressTwoMoreTimesText?: string | undefined;
  readonly pressOneMoreTimeText?: string | undefined;
}

const WORDS = html`<span class="govuk-visually-hidden">Emergency</span> Exit this page`;

/** The way out for somebody who must not be seen on this page. */
export function exitThisPage(options: ExitThisPageOptions): Html {
  const words = translations({
    activated: options.activatedText,
    "timed-out": options.timedOutText,
    "press-two-more-times": options.pressTwoMoreTimesText,
    "press-one-more-time": options.pressOneMoreTimeText,
  });
  const leave = button({
    html: hasContent(options) ? options.html : WORDS,
    text: options.text,
    classes: "govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button",
    href: options.redirectUrl || "https://www.bbc.co.uk/weather",
    attributes: { rel: "nofollow noreferrer" },
  });
  const names = classes("govuk-exit-this-page", options.classes);
  const state = html`${attributes(options.attributes)}${attributes(words)}`;
  return html`<div${attribute("id", options.id || undefined)} class="${names}" data-module="govuk-exit-this-page"${state}>${leave}</div>`;
}
