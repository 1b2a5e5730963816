import { type Attributes, attribute, attributes, classes, type Styled } from "./attributes.ts";
import { type Content, hasMarkup } from "./content.ts";
import { type Html, html, type Slot } from "./html.ts";

export interface Tab {
  /** The prefix and the tab's number when absent. */
  readonly id?: string | undefined;
  readonly label: string;
  readonly attributes?: Attributes | undefined;
  readonly panel: Content & { readonly attributes?: Attributes | undefined };
}

export interface TabsOptions extends Styled {
  readonly id?: string | undefined;
  readonly idPrefix?: string | undefined;
  readonly title?: string | undefined;
  readonly items?: readonly (Tab | null | undefined | false)[] | undefined;
}

/** Several views of one thing; without scripts, sections with links to them. */
export function tabs(options: TabsOptions): Html {
  const items = (options.items ?? []).map(
    (item, i) => item && { item, id: item.id || `${options.idPrefix ?? ""}-${i + 1}`, first: i === 0 },
  );
  const list = items.map((each) => each && link(each.item, each.id, each.first));
  const panels = items.map((each) => each && panel(each.item, each.id, each.first));
  const state = html`${attributes(options.attributes)} data-module="govuk-tabs"`;
  const open = html`<div${attribute("id", options.id || undefined)} class="${classes("govuk-tabs", options.classes)}"${state}>`;
  const body = items.length > 0 && html`<ul class="govuk-tabs__list">${list}</ul>${panels}`;
  return html`${open}<h2 class="govuk-tabs__title">${options.title ?? "Contents"}</h2>${body}</div>`;
}

function link(item: Tab, id: string, first: boolean): Html {
  const names = classes("govuk-tabs__list-item", first && "govuk-tabs__list-item--selected");
  return html`<li class="${names}"><a class="govuk-tabs__tab" href="#${id}"${attributes(item.attributes)}>${item.label}</a></li>`;
}

function panel(item: Tab, id: string, first: boolean): Html {
  const names = classes("govuk-tabs__panel", !first && "govuk-tabs__panel--hidden");
  return html`<div class="${names}" id="${id}"${attributes(item.panel.attributes)}>${body(item.panel)}</div>`;
}

function body(given: Content): Slot {
  return hasMarkup(given.html) ? given.html : given.text && html`<p class="govuk-body">${given.text}</p>`;
}
