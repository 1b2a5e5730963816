import { attribute, attributes, classes, type Styled } from "./attributes.ts";
import { type Content, content } from "./content.ts";
import { type Html, html } from "./html.ts";
import { tag, type TagOptions } from "./tag.ts";

interface Classed extends Content {
  readonly classes?: string | undefined;
}

export interface TaskListItem {
  readonly title: Classed;
  readonly hint?: Content | undefined;
  readonly status: Classed & { readonly tag?: TagOptions | undefined };
  /** Absent while the task cannot be begun. */
  readonly href?: string | undefined;
  readonly classes?: string | undefined;
}

export interface TaskListOptions extends Styled {
  /** Items that do not apply may be left in as null, undefined or false. */
  readonly items: readonly (TaskListItem | null | undefined | false)[];
  /** Begins each id; "task-list" when absent. */
  readonly idPrefix?: string | undefined;
}

/** What there is to do, and how far each has come. */
export function taskList(options: TaskListOptions): Html {
  const prefix = options.idPrefix || "task-list";
  const items = options.items.map((item, i) => item && task(item, `${prefix}-${i + 1}`));
  return html`<ul class="${classes("govuk-task-list", options.classes)}"${attributes(options.attributes)}>${items}</ul>`;
}

function task(item: TaskListItem, id: string): Html {
  const names = classes("govuk-task-list__item", item.href && "govuk-task-list__item--with-link", item.classes);
  const help = item.hint && html`<div id="${id}-hint" class="govuk-task-list__hint">${content(item.hint)}</div>`;
  const state = item.status.tag ? tag(item.status.tag) : content(item.status);
  const status = html`<div class="${classes("govuk-task-list__status", item.status.classes)}" id="${id}-status">${state}</div>`;
  return html`<li class="${names}"><div class="govuk-task-list__name-and-hint">${title(item, id)}${help}</div>${status}</li>`;
}

function title(item: TaskListItem, id: string): Html {
  const words = content(item.title);
  if (!item.href) return html`<div${attribute("class", item.title.classes || undefined)}>${words}</div>`;
  const describedBy = classes("", item.hint && `${id}-hint`, `${id}-status`);
  const names = classes("govuk-link govuk-task-list__link", item.title.classes);
  return html`<a class="${names}" href="${item.href}" aria-describedby="${describedBy}">${words}</a>`;
}
