import type { Problem } from "../../../answers/answer-type.ts";
import { inputId } from "../../../answers/answer-types.ts";
import { date } from "../../../answers/date.ts";
import { button } from "../../../components/button.ts";
import type { Html, Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { notificationBanner } from "../../../components/notification-banner.ts";
import { select } from "../../../components/select.ts";
import { summaryList } from "../../../components/summary-list.ts";
import type { Context } from "../../../context.ts";
import type { Leave } from "../../../people/leave.ts";
import type { Officer } from "../../../people/officer.ts";
import { longDay } from "../../shared/dates.ts";
import type { FormBody } from "../../shared/form-body.ts";
import { field } from "../../shared/form-body.ts";
import { errorAt, form, problemSummary } from "../../shared/form.ts";
import type { Desk } from "../desk.ts";
import { deskKey } from "../desk.ts";
import { deskPage } from "../layout.ts";
import { FROM, TO } from "./leave-form.ts";

export interface LeaveShown {
  /** Whose leave it is. */
  readonly whose: Pick<Officer, "id" | "name">;
  readonly leaves: readonly Leave[];
  /** Who may cover. */
  readonly colleagues: readonly Pick<Officer, "id" | "name">[];
  readonly body: FormBody;
  readonly problems: readonly Problem[];
  readonly done?: string | undefined;
}

export const DONE: Readonly<Record<string, string>> = {
  taken: "The leave is noted.",
  ended: "The leave is called off.",
};

export function leavePurpose(officer: string): string {
  return `leave:${officer}`;
}

/** An officer's leave: what is planned, and the form for more. */
export function leavePage(context: Context, desk: Desk, shown: LeaveShown): string {
  const { whose, problems } = shown;
  const self = whose.id === desk.officer.id;
  const title = self ? "Your leave, and who covers" : `Leave of ${whose.name}, and who covers`;
  const done = DONE[shown.done ?? ""];
  return deskPage(context, desk, {
    title,
    error: problems.length > 0,
    main: html`${problemSummary(problems, undefined, (name) => (name === "cover" ? name : inputId(name.startsWith("from") ? FROM : TO, name)))}
${done !== undefined && notificationBanner({ type: "success", text: done })}
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">While ${self ? "you are" : "they are"} away, whoever covers finds ${self ? "your" : "their"} cases among their own, and gets the warnings about them too. It ends by itself.</p>
${planned(context, desk, shown)}${asking(context, desk, shown)}</div></div>`,
  });
}

function planned(context: Context, desk: Desk, { whose, leaves }: LeaveShown): Slot {
  if (leaves.length === 0) return undefined;
  const key = deskKey(context, desk, leavePurpose(whose.id));
  const rows = leaves.map((leave) => ({
    key: { text: days(leave) },
    value: { html: html`${leave.coverName} covers${form({ key, action: `/desk/leave/${whose.id}/end`, body: ending(leave) })}` },
  }));
  return html`<h2 class="govuk-heading-m">Planned</h2>${summaryList({ rows })}`;
}

function days({ from, to }: Leave): string {
  return from === to ? longDay(from) : `${longDay(from)} to ${longDay(to)}`;
}

function ending(leave: Leave): Html {
  const words = html`Call it off<span class="govuk-visually-hidden">: ${days(leave)}</span>`;
  const off = button({ html: words, name: "leave", value: leave.id, classes: "govuk-button--secondary govuk-!-margin-bottom-0" });
  return html`${off}`;
}

function asking(context: Context, desk: Desk, { whose, colleagues, body, problems }: LeaveShown): Html {
  if (colleagues.length === 0) return html`<p class="govuk-body">Nobody else is in a team of theirs, so nobody can cover.</p>`;
  const state = { fields: body.fields, problems, heading: false, prefix: "", files: [] };
  const cover = select({
    id: "cover",
    name: "cover",
    label: { text: "Who covers" },
    items: [{ value: "", text: "Choose" }, ...colleagues.map(({ id, name }) => ({ value: id, text: name }))],
    value: field(body, "cover"),
    ...errorAt(problems, "cover"),
  });
  const inputs = [date.input(FROM, state), date.input(TO, state), cover, button({ text: "Save leave" })];
  return html`<h2 class="govuk-heading-m">Add leave</h2>${form({ key: deskKey(context, desk, leavePurpose(whose.id)), action: `/desk/leave/${whose.id}`, body: inputs })}`;
}
