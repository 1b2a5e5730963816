import type { ViewCounts, ViewName } from "../../../cases/view-counts.ts";
import type { Counted } from "../../../cases/worklist-query.ts";
import type { Html } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { teamsSeen } from "../../../people/rights.ts";
import type { Desk } from "../desk.ts";
import type { View } from "./view.ts";
import { addressOf, USUAL } from "./view.ts";

/** The lists that every officer has, in the order shown. */
export const VIEWS: Readonly<Record<ViewName, { readonly text: string; readonly view: View }>> = {
  mine: { text: "Mine", view: { ...USUAL, holder: "me" } },
  teams: { text: "My teams’", view: { ...USUAL, team: "mine" } },
  all: { text: "All open", view: USUAL },
  unassigned: { text: "Taken by nobody", view: { ...USUAL, holder: "nobody" } },
  paused: { text: "Clock stopped", view: { ...USUAL, paused: true } },
  waiting: { text: "Waiting for an answer", view: { ...USUAL, waiting: true } },
  mentioned: { text: "Mentioned", view: { ...USUAL, mentioned: true } },
  overdue: { text: "Overdue", view: { ...USUAL, overdue: true } },
  today: { text: "Due today", view: { ...USUAL, today: true } },
  closed: { text: "Closed", view: { ...USUAL, state: "closed" } },
};

/** `1,000+` where nobody counted on. */
export function countText({ count, many }: Counted): string {
  return `${count.toLocaleString("en-GB")}${many ? "+" : ""}`;
}

/** The lists with how many cases each has. Those of the officer's own teams are all there are where they see no others. */
export function viewLinks(desk: Desk, view: View, counts: ViewCounts): Html {
  const here = addressOf({ ...view, after: "", columns: [] });
  const { officer, visit } = desk;
  const others = teamsSeen(officer, visit.council).some((team) => !officer.teams.includes(team));
  // Safe: they are the own keys of the views.
  const names = (Object.keys(VIEWS) as ViewName[]).filter((name) => name !== "teams" || others);
  const links = names.map((name) => {
    const { text, view: other } = VIEWS[name];
    const href = addressOf(other);
    const current = href === here;
    return html`<li><a class="govuk-link${current && " guildhall-here"}" href="${href}"${current && html` aria-current="true"`}>${text}</a> <span class="guildhall-count">${countText(counts(name))}</span></li>`;
  });
  return html`<nav aria-label="Lists"><ul class="govuk-list guildhall-inline">${links}</ul></nav>`;
}
