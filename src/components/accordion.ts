import { attribute, attributes, classes, type Styled, translations } from "./attributes.ts";
import { type Content, content, hasContent, hasMarkup } from "./content.ts";
import { type Html, html, type Slot } from "./html.ts";

export interface AccordionItem {
  readonly heading: Content;
  readonly summary?: Content | undefined;
  readonly content: Content;
  readonly expanded?: boolean | undefined;
}

export interface AccordionOptions extends Styled {
  /** Unique on the site: the browser remembers under it what was open. */
  readonly id: string;
  readonly headingLevel?: number | undefined;
  readonly items: readonly (AccordionItem | null | undefined | false)[];
  readonly rememberExpanded?: boolean | undefined;
  readonly hideAllSectionsText?: string | undefined;
  readonly hideSectionText?: string | undefined;
  readonly hideSectionAriaLabelText?: string | undefined;
  readonly showAllSectionsText?: string | undefined;
  readonly showSectionText?: string | undefined;
  readonly showSectionAriaLabelText?: string | undefined;
}

/**
 * Sections that open one by one; without scripts all are open. With scripts, axe faults the names of its buttons
 * (label-content-name-mismatch), so our pages use `details`.
 */
export function accordion(options: AccordionOptions): Html {
  const words = translations({
    "hide-all-sections": options.hideAllSectionsText,
    "hide-section": options.hideSectionText,
    "hide-section-aria-label": options.hideSectionAriaLabelText,
    "show-all-sections": options.showAllSectionsText,
    "show-section": options.showSectionText,
    "show-section-aria-label": options.showSectionAriaLabelText,
  });
  const remember = options.rememberExpanded !== undefined && attribute("data-remember-expanded", String(options.rememberExpanded));
  const state = html`${attributes(words)}${remember}${attributes(options.attributes)}`;
  const sections = options.items.map((item, i) => item && section(options, item, i + 1));
  return html`<div class="${classes("govuk-accordion", options.classes)}" data-module="govuk-accordion" id="${options.id}"${state}>${sections}</div>`;
}

function section(options: AccordionOptions, item: AccordionItem, number: number): Html {
  const level = options.headingLevel || 2;
  const { id } = options;
  const title = html`<span class="govuk-accordion__section-button" id="${id}-heading-${number}">${content(item.heading)}</span>`;
  const heading = html`<h${level} class="govuk-accordion__section-heading">${title}</h${level}>`;
  const summary =
    hasContent(item.summary) &&
    html`<div class="govuk-accordion__section-summary govuk-body" id="${id}-summary-${number}">${content(item.summary)}</div>`;
  const body = html`<div id="${id}-content-${number}" class="govuk-accordion__section-content">${text(item.content)}</div>`;
  const names = classes("govuk-accordion__section", item.expanded && "govuk-accordion__section--expanded");
  return html`<div class="${names}"><div class="govuk-accordion__section-header">${heading}${summary}</div>${body}</div>`;
}

function text(given: Content): Slot {
  return hasMarkup(given.html) ? given.html : given.text && html`<p class="govuk-body">${given.text}</p>`;
}
