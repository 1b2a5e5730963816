import { type Attributes, attributes, classes, type Styled } from "./attributes.ts";
import { type Content, content } from "./content.ts";
import { type Html, html } from "./html.ts";

export interface Breadcrumb extends Content {
  /** Absent for the page itself. */
  readonly href?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface BreadcrumbsOptions extends Styled {
  readonly items: readonly Breadcrumb[];
  /** On a small screen only the first and the last are shown. */
  readonly collapseOnMobile?: boolean | undefined;
  readonly labelText?: string | undefined;
}

/** Where the page stands among the others. */
export function breadcrumbs(options: BreadcrumbsOptions): Html {
  const names = classes("govuk-breadcrumbs", options.classes, options.collapseOnMobile && "govuk-breadcrumbs--collapse-on-mobile");
  const open = html`<nav class="${names}"${attributes(options.attributes)} aria-label="${options.labelText ?? "Breadcrumb"}">`;
  return html`${open}<ol class="govuk-breadcrumbs__list">${options.items.map(crumb)}</ol></nav>`;
}

function crumb(item: Breadcrumb): Html {
  if (!item.href) return html`<li class="govuk-breadcrumbs__list-item" aria-current="page">${content(item)}</li>`;
  const link = html`<a class="govuk-breadcrumbs__link" href="${item.href}"${attributes(item.attributes)}>${content(item)}</a>`;
  return html`<li class="govuk-breadcrumbs__list-item">${link}</li>`;
}
