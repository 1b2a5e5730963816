import type { Problem } from "../../../answers/answer-type.ts";
import type { SavedList } from "../../../cases/saved-lists.ts";
import { backLink } from "../../../components/back-link.ts";
import { button } from "../../../components/button.ts";
import type { Html } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import type { Context } from "../../../context.ts";
import { mayForTeam } from "../../../people/permissions.ts";
import { form, problemSummary } from "../../shared/form.ts";
import { wideTable } from "../../shared/wide-table.ts";
import type { Desk } from "../desk.ts";
import { deskKey } from "../desk.ts";
import { deskPage } from "../layout.ts";
import { addressOf } from "../worklist/view.ts";
import { countText } from "../worklist/view-links.ts";
import { namingBoxes } from "./list-forms.ts";
import type { ShownList } from "./saved-links.ts";

/** A list is changed by who saved it, and one that a team shares also by who gives out the team's cases. */
export function mayChange({ officer, visit }: Desk, list: SavedList): boolean {
  return list.officer === officer.id || (list.team !== null && mayForTeam(officer, "cases.assign", visit.council, list.team));
}

function ownerWords({ officer, visit }: Desk, { team, officer: owner }: SavedList): string {
  if (team === null) return "Only you";
  const name = visit.council.teams.get(team)?.name ?? team;
  return owner === officer.id ? `Everyone in ${name}, from you` : `Everyone in ${name}`;
}

/** Every saved list that the officer sees. */
export function savedListsPage(context: Context, desk: Desk, lists: readonly ShownList[]): string {
  const rows = lists.map(({ list, view, count }) => [
    { html: html`<a class="govuk-link guildhall-words" href="${addressOf(view)}">${list.name}</a>` },
    { text: count === undefined ? "Its condition no longer makes sense" : countText(count) },
    { text: ownerWords(desk, list) },
    {
      html: html`${mayChange(desk, list) && html`<a class="govuk-link" href="/desk/lists/${list.id}">Change<span class="govuk-visually-hidden"> ${list.name}</span></a>`}`,
    },
  ]);
  const head = ["List", "Cases", "Who sees it", "Change"].map((text) => ({ text }));
  const table =
    lists.length === 0
      ? html`<p class="govuk-body">There are none yet. Choose filters on the list of cases, then save it under a name.</p>`
      : wideTable({ caption: "Saved lists", captionClasses: "govuk-visually-hidden", head, rows, firstCellIsHeader: true });
  return deskPage(context, desk, {
    title: "Saved lists",
    before: backLink({ href: "/desk", text: "Cases" }),
    main: html`<h1 class="govuk-heading-l">Saved lists</h1>${table}`,
  });
}

interface Changing {
  /** Absent where a list is being saved for the first time. */
  readonly list: SavedList | undefined;
  readonly given: { readonly name: string; readonly team: string };
  /** Put into the form besides. */
  readonly hidden?: Html;
  readonly key: string;
  readonly problems: readonly Problem[];
}

/** A saved list's name and team, to be changed, and the way to delete it. */
export function listPage(context: Context, desk: Desk, { list, given, hidden, key, problems }: Changing): string {
  const title = list === undefined ? "Save this list" : `Change ${list.name}`;
  const save = button({ text: "Save list", preventDoubleClick: true });
  const action = list === undefined ? "/desk/lists" : `/desk/lists/${list.id}`;
  return deskPage(context, desk, {
    title,
    before: backLink({ href: "/desk/lists", text: "Saved lists" }),
    error: problems.length > 0,
    main: html`${problemSummary(problems)}<h1 class="govuk-heading-l">${title}</h1>
${form({ key, action, body: [hidden, namingBoxes(desk, given, problems), save] })}${list !== undefined && removePart(context, desk, list)}`,
  });
}

export function removePurpose(id: string): string {
  return `list:remove:${id}`;
}

function removePart(context: Context, desk: Desk, list: SavedList): Html {
  const remove = button({ text: "Delete list", classes: "govuk-button--warning", preventDoubleClick: true });
  const others = list.team === null ? "" : " Nobody in the team will see it any more.";
  return html`<h2 class="govuk-heading-m">Delete it</h2><p class="govuk-body">The cases on it stay as they are.${others}</p>
${form({ key: deskKey(context, desk, removePurpose(list.id)), action: `/desk/lists/${list.id}/delete`, body: remove })}`;
}
