import { attributes, classes, type Styled } from "./attributes.ts";
import { button } from "./button.ts";
import { type Content, content, either, hasContent } from "./content.ts";
import { type Html, html, join, type Slot } from "./html.ts";

export interface PanelAction extends Styled {
  readonly text: string;
  readonly type?: "submit" | "button" | undefined;
  readonly href?: string | undefined;
}

export interface PanelOptions extends Content, Styled {
  readonly titleText?: string | undefined;
  readonly titleHtml?: Html | undefined;
  readonly headingLevel?: number | undefined;
  /** Shown in a panel of class `govuk-panel--interruption` only. */
  readonly actions?: (Styled & { readonly items?: readonly PanelAction[] | undefined }) | undefined;
}

/** The page's one piece of news: a case has been received, or something to read before going on. */
export function panel(options: PanelOptions): Html {
  const level = options.headingLevel || 1;
  const interrupts = Boolean(options.classes?.includes("govuk-panel--interruption"));
  const names = classes("govuk-panel", !interrupts && "govuk-panel--confirmation", options.classes);
  const title = html`<h${level} class="govuk-panel__title">${either(options.titleHtml, options.titleText)}</h${level}>`;
  const body = hasContent(options) && html`<div class="govuk-panel__body">${content(options)}</div>`;
  return html`<div class="${names}"${attributes(options.attributes)}>${title}${body}${interrupts && actions(options.actions)}</div>`;
}

function actions(given: PanelOptions["actions"]): Slot {
  if (given === undefined) return undefined;
  const items = given.items ?? [];
  const group = items.length > 0 && html`<div class="govuk-button-group">${join(items.map(action), " ")}</div>`;
  return html`<div class="${classes("govuk-panel__actions", given.classes)}"${attributes(given.attributes)}>${group}</div>`;
}

function action(given: PanelAction): Html {
  if (given.href && given.type !== "button") {
    const names = classes("govuk-link govuk-link--inverse", given.classes);
    return html`<a class="${names}" href="${given.href}"${attributes(given.attributes)}>${given.text}</a>`;
  }
  return button({ ...given, type: given.type ?? "button", classes: classes("govuk-button--inverse", given.classes) });
}
