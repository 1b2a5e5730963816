import type { Problem } from "../../../answers/answer-type.ts";
import type { SavedList } from "../../../cases/saved-lists.ts";
import { LONGEST_LIST_NAME } from "../../../cases/saved-lists.ts";
import { button } from "../../../components/button.ts";
import { details } from "../../../components/details.ts";
import type { Html, Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { input } from "../../../components/input.ts";
import { select } from "../../../components/select.ts";
import type { Context } from "../../../context.ts";
import { errorAt, form } from "../../shared/form.ts";
import type { FormBody } from "../../shared/form-body.ts";
import { field } from "../../shared/form-body.ts";
import type { Desk } from "../desk.ts";
import { deskKey } from "../desk.ts";
import type { View } from "../worklist/view.ts";
import { queryText } from "../worklist/view.ts";

/** The name and the team that a form gives a list. */
export interface Naming {
  readonly name: string;
  readonly team: string | null;
}

export type NamingReading = { readonly ok: true; readonly naming: Naming } | { readonly ok: false; readonly problems: readonly Problem[] };

function wrong(field: string, code: string, message: string): NamingReading {
  return { ok: false, problems: [{ field, code, message }] };
}

/** Reads a list's name and whom it is shared with: a team of the officer's own, or the one that sees it already. */
export function readNaming({ officer }: Desk, body: FormBody, list?: SavedList): NamingReading {
  const name = field(body, "name").trim().replaceAll(/\s+/g, " ");
  const team = field(body, "team");
  if (name === "") return wrong("name", "answer-missing", "Enter a name for the list");
  if (name.length > LONGEST_LIST_NAME) return wrong("name", "answer-too-long", `The name must be ${LONGEST_LIST_NAME} characters or fewer`);
  if (team === "" && list !== undefined && list.officer !== officer.id)
    return wrong("team", "answer-unknown", "Select a team: only who saved the list can keep it for themselves");
  if (team !== "" && team !== list?.team && !officer.teams.includes(team))
    return wrong("team", "answer-unknown", "Select one of your teams, or only me");
  return { ok: true, naming: { name, team: team === "" ? null : team } };
}

/** The boxes for a list's name and team. */
export function namingBoxes({ officer, visit }: Desk, given: { name: string; team: string }, problems: readonly Problem[]): Slot {
  const offered = [...new Set([...officer.teams, ...(given.team === "" ? [] : [given.team])])];
  const teams = offered.map((team) => ({ value: team, text: `Everyone in ${visit.council.teams.get(team)?.name ?? team}` }));
  return [
    input({
      id: "name",
      name: "name",
      value: given.name || undefined,
      label: { text: "Name of the list" },
      classes: "govuk-input--width-20",
      ...errorAt(problems, "name"),
    }),
    select({
      id: "team",
      name: "team",
      label: { text: "Who sees it" },
      items: [{ value: "", text: "Only me" }, ...teams],
      value: given.team,
      ...errorAt(problems, "team"),
    }),
  ];
}

export const SAVE_PURPOSE = "list:save";

/** Saves what a page lists, under a name. */
export function saveForm(context: Context, desk: Desk, view: View): Html {
  const hidden = html`<input type="hidden" name="list" value="${queryText({ ...view, after: "" })}">`;
  const save = button({ text: "Save list", classes: "govuk-button--secondary", preventDoubleClick: true });
  const body = [hidden, namingBoxes(desk, { name: "", team: "" }, []), save];
  return details({
    summaryText: "Save this list",
    html: form({ key: deskKey(context, desk, SAVE_PURPOSE), action: "/desk/lists", body }),
  });
}
