import type { SavedList } from "../../../cases/saved-lists.ts";
import type { Counted } from "../../../cases/worklist-query.ts";
import type { Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import type { Context } from "../../../context.ts";
import { teamsSeen } from "../../../people/rights.ts";
import type { Desk } from "../desk.ts";
import { askList, servicesSeen } from "../worklist/list-query.ts";
import type { View } from "../worklist/view.ts";
import { addressOf, readView } from "../worklist/view.ts";
import { countText } from "../worklist/view-links.ts";

/** A saved list as an officer sees it. `count` is absent where its condition no longer makes sense. */
export interface ShownList {
  readonly list: SavedList;
  readonly view: View;
  readonly count?: Counted;
}

export function viewOf({ query }: Pick<SavedList, "query">): View {
  return { ...readView(Object.fromEntries(new URLSearchParams(query))), after: "" };
}

/** The lists that the officer saved or that a team shares with them, each with its count: two statements, or one where there are none. */
export async function savedListsOf(context: Context, desk: Desk): Promise<readonly ShownList[]> {
  const { visit, officer } = desk;
  const lists = await context.savedLists.seen(visit.council.id, officer.id, teamsSeen(officer, visit.council));
  const services = servicesSeen(context, desk);
  const shown = lists.map((list) => {
    const view = viewOf(list);
    const service = services.find(({ id }) => id === view.service);
    return { list, view, asked: askList(desk, view, service) };
  });
  const queries = shown.flatMap(({ asked }) => (asked.ok ? [asked.query] : []));
  const counts = [...(await context.worklist.countEach(visit.council.id, queries))];
  return shown.map(({ list, view, asked }) => {
    const count = asked.ok ? counts.shift() : undefined;
    return { list, view, ...(count !== undefined && { count }) };
  });
}

/** The saved lists as links, with the way to change them. */
export function savedLinks(lists: readonly ShownList[], here: View): Slot {
  if (lists.length === 0) return undefined;
  const current = addressOf({ ...here, after: "" });
  const links = lists.map(({ list, view, count }) => {
    const href = addressOf(view);
    const isHere = href === current;
    return html`<li><a class="govuk-link${isHere && " guildhall-here"}" href="${href}"${isHere && html` aria-current="true"`}>${list.name}</a> ${count !== undefined && html`<span class="guildhall-count">${countText(count)}</span>`}</li>`;
  });
  return html`<nav aria-label="Saved lists"><ul class="govuk-list guildhall-inline"><li class="guildhall-count">Saved:</li>${links}<li><a class="govuk-link" href="/desk/lists">Change saved lists</a></li></ul></nav>`;
}
