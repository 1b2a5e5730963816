import { type Attributes, attribute, attributes, classes, type Styled } from "./attributes.ts";
import { type Content, content, hasContent } from "./content.ts";
import { type Html, html, raw, type Slot } from "./html.ts";

export interface PaginationLink extends Content {
  readonly href?: string | undefined;
  /** What is on that page; shown when there are no numbers. */
  readonly labelText?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** A page's number, or dots for the pages left out. */
export interface PaginationItem {
  readonly number?: string | number | undefined;
  /** Read out instead of "Page" and the number. */
  readonly visuallyHiddenText?: string | undefined;
  readonly href?: string | undefined;
  readonly current?: boolean | undefined;
  readonly ellipsis?: boolean | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface PaginationOptions extends Styled {
  readonly items?: readonly (PaginationItem | null | undefined | false)[] | undefined;
  readonly previous?: PaginationLink | undefined;
  readonly next?: PaginationLink | undefined;
  readonly landmarkLabel?: string | undefined;
}

const ARROWS = {
  prev: arrow(
    "prev",
    "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z",
  ),
  next: arrow(
    "next",
    "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z",
  ),
};

function arrow(name: string, path: string): Html {
  return raw(
    `<svg class="govuk-pagination__icon govuk-pagination__icon--${name}" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="${path}"></path></svg>`,
  );
}

/** The way through a list of pages. */
export function pagination(options: PaginationOptions): Html {
  const block = !options.items && Boolean(options.next || options.previous);
  const names = classes("govuk-pagination", block && "govuk-pagination--block", options.classes);
  const items = options.items && html`<ul class="govuk-pagination__list">${options.items.map(pageItem)}</ul>`;
  const inner = html`${arrowLink(options.previous, "prev", block)}${items}${arrowLink(options.next, "next", block)}`;
  return html`<nav class="${names}" aria-label="${options.landmarkLabel || "Pagination"}"${attributes(options.attributes)}>${inner}</nav>`;
}

function arrowLink(link: PaginationLink | undefined, to: "prev" | "next", block: boolean): Slot {
  if (!link?.href) return undefined;
  const first = block || to === "prev";
  const plain = html`${to === "prev" ? "Previous" : "Next"}<span class="govuk-visually-hidden"> page</span>`;
  const names = classes("govuk-pagination__link-title", block && !link.labelText && "govuk-pagination__link-title--decorated");
  const title = html`<span class="${names}">${hasContent(link) ? content(link) : plain}</span>`;
  const about =
    block &&
    link.labelText &&
    html`<span class="govuk-visually-hidden">:</span> <span class="govuk-pagination__link-label">${link.labelText}</span>`;
  const open = html`<a class="govuk-link govuk-pagination__link" href="${link.href}" rel="${to}"${attributes(link.attributes)}>`;
  const inner = html`${open}${first && ARROWS[to]} ${title} ${about}${!first && ARROWS[to]}</a>`;
  return html`<div class="govuk-pagination__${to}">${inner}</div>`;
}

function pageItem(item: PaginationItem | null | undefined | false): Slot {
  if (!item || (item.number === undefined && !item.ellipsis)) return undefined;
  if (item.ellipsis) return html`<li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>`;
  const names = classes("govuk-pagination__item", item.current && "govuk-pagination__item--current");
  const words = item.visuallyHiddenText ?? `Page ${item.number}`;
  const state = html`${item.current && attribute("aria-current", "page")}${attributes(item.attributes)}`;
  return html`<li class="${names}"><a class="govuk-link govuk-pagination__link" href="${item.href}" aria-label="${words}"${state}>${item.number}</a></li>`;
}
