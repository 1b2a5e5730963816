import { type Attributes, attributes, classes, type Styled } from "./attributes.ts";
import { type Content, content, hasContent } from "./content.ts";
import { type Html, html, type Slot } from "./html.ts";

export interface FooterLink {
  readonly text?: string | undefined;
  readonly href?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface FooterSection {
  readonly title: string;
  readonly columns?: number | undefined;
  /** Of the grid: "full", "one-third", "two-thirds"... */
  readonly width?: string | undefined;
  readonly items?: readonly FooterLink[] | undefined;
}

export interface FooterOptions extends Styled {
  readonly meta?: FooterMeta | undefined;
  readonly navigation?: readonly FooterSection[] | undefined;
  /** The licence line; null leaves it out. */
  readonly contentLicence?: Content | null | undefined;
  /** The notice in the corner; null leaves it out. Not in the macro: councils' work is not Crown copyright. */
  readonly copyright?: Content | null | undefined;
  readonly containerClasses?: string | undefined;
  /** Marks before the links and before the licence. Not in the macro, which always draws the crown; councils may not. */
  readonly logo?: Html | undefined;
  readonly licenceLogo?: Html | undefined;
}

export interface FooterMeta extends Content {
  readonly items?: readonly FooterLink[] | undefined;
  readonly visuallyHiddenTitle?: string | undefined;
}

const ARCHIVES = "https://www.nationalarchives.gov.uk";
const LICENCE = html`All content is available under the <a class="govuk-footer__link" href="${ARCHIVES}/doc/open-government-licence/version/3/" rel="license">Open Government Licence v3.0</a>, except where otherwise stated`;
const COPYRIGHT_PAGE = `${ARCHIVES}/information-management/re-using-public-sector-information/uk-government-licensing-framework/crown-copyright/`;

/** The foot of every page. */
export function footer(options: FooterOptions): Html {
  const inner = html`${options.logo}${navigation(options.navigation)}<div class="govuk-footer__meta">${meta(options)}${copyright(options)}</div>`;
  const container = html`<div class="${classes("govuk-width-container", options.containerClasses)}">${inner}</div>`;
  return html`<div class="${classes("govuk-footer", options.classes)}"${attributes(options.attributes)}>${container}</div>`;
}

function meta(options: FooterOptions): Html {
  return html`<div class="govuk-footer__meta-item govuk-footer__meta-item--grow">${options.meta && metaContent(options.meta)}${licence(options)}</div>`;
}

function metaContent(given: FooterMeta): Html {
  const title = html`<h2 class="govuk-visually-hidden">${given.visuallyHiddenTitle || "Support links"}</h2>`;
  const items = (given.items ?? []).map((item) => html`<li class="govuk-footer__inline-list-item">${link(item)}</li>`);
  const list = items.length > 0 && html`<ul class="govuk-footer__inline-list">${items}</ul>`;
  const custom = hasContent(given) && html`<div class="govuk-footer__meta-custom">${content(given)}</div>`;
  return html`${title}${list}${custom}`;
}

function licence(options: FooterOptions): Slot {
  const given = options.contentLicence;
  if (given === null) return undefined;
  return html`${options.licenceLogo}<span class="govuk-footer__licence-description">${hasContent(given) ? content(given) : LICENCE}</span>`;
}

function copyright(options: FooterOptions): Slot {
  const given = options.copyright;
  if (given === null) return undefined;
  const notice = hasContent(given) ? content(given) : "© Crown copyright";
  const mark = html`<a class="govuk-footer__link govuk-footer__copyright-logo" href="${COPYRIGHT_PAGE}">${notice}</a>`;
  return html`<div class="govuk-footer__meta-item">${mark}</div>`;
}

function navigation(sections: readonly FooterSection[] | undefined): Slot {
  if (sections === undefined || sections.length === 0) return undefined;
  return html`<div class="govuk-footer__navigation">${sections.map(section)}</div><hr class="govuk-footer__section-break">`;
}

function section(given: FooterSection): Html {
  const names = classes("govuk-footer__list", given.columns !== undefined && `govuk-footer__list--columns-${given.columns}`);
  const items = (given.items ?? []).map((item) => item.href && item.text && html`<li class="govuk-footer__list-item">${link(item)}</li>`);
  const list = items.length > 0 && html`<ul class="${names}">${items}</ul>`;
  const heading = html`<h2 class="govuk-footer__heading govuk-heading-m">${given.title}</h2>`;
  return html`<div class="govuk-footer__section govuk-grid-column-${given.width || "full"}">${heading}${list}</div>`;
}

function link(item: FooterLink): Html {
  return html`<a class="govuk-footer__link" href="${item.href}"${attributes(item.attributes)}>${item.text}</a>`;
}
