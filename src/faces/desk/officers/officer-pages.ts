import type { Problem } from "../../../answers/answer-type.ts";
import { backLink } from "../../../components/back-link.ts";
import { button } from "../../../components/button.ts";
import type { Html } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { notificationBanner } from "../../../components/notification-banner.ts";
import { panel } from "../../../components/panel.ts";
import { tag } from "../../../components/tag.ts";
import type { Context } from "../../../context.ts";
import type { OfficerRecord } from "../../../people/officers.ts";
import { form, problemSummary } from "../../shared/form.ts";
import { wideTable } from "../../shared/wide-table.ts";
import type { Desk } from "../desk.ts";
import { deskKey } from "../desk.ts";
import { deskPage } from "../layout.ts";
import type { TypedOfficer } from "./officer-form.ts";
import { givenBy, officerInputs } from "./officer-form.ts";

function named(ids: readonly string[], all: ReadonlyMap<string, { readonly name: string }>): string {
  return ids.map((id) => all.get(id)?.name ?? id).join(", ");
}

/** Everyone who works for the council, by name. */
export function officersPage(context: Context, desk: Desk, officers: readonly OfficerRecord[]): string {
  const { council } = desk.visit;
  const rows = officers.map(({ id, name, email, roles, teams, disabled }) => [
    {
      html: html`<a class="govuk-link" href="/desk/officers/${id}">${name}</a>${disabled && html` ${tag({ text: "Disabled", classes: "govuk-tag--grey" })}`}`,
    },
    { text: email },
    { text: named(roles, council.roles) },
    { text: named(teams, council.teams) },
  ]);
  const head = ["Name", "Email address", "Roles", "Teams"].map((text) => ({ text }));
  return deskPage(context, desk, {
    title: "Officers",
    at: "/desk/officers",
    main: html`<h1 class="govuk-heading-l">Officers</h1>${button({ text: "Add an officer", href: "/desk/officers/new" })}
${wideTable({ caption: "Officers", captionClasses: "govuk-visually-hidden", head, rows })}`,
  });
}

/** Asks who the new officer is. */
export function addPage(context: Context, desk: Desk, typed: TypedOfficer, problems: readonly Problem[]): string {
  const body = [officerInputs(givenBy(desk), typed, problems, true), button({ text: "Add", preventDoubleClick: true })];
  return deskPage(context, desk, {
    title: "Add an officer",
    before: backLink({ href: "/desk/officers", text: "Officers" }),
    error: problems.length > 0,
    main: narrow(html`${problemSummary(problems)}<h1 class="govuk-heading-l">Add an officer</h1>
${form({ key: deskKey(context, desk, "officer:new"), action: "/desk/officers/new", body })}`),
  });
}

function narrow(body: Html): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${body}</div></div>`;
}

export interface OfficerPage {
  readonly officer: OfficerRecord;
  readonly typed: TypedOfficer;
  readonly problems: readonly Problem[];
  readonly done?: string | undefined;
}

/** One officer: what they may do, and the ways to keep them out. */
export function officerPage(context: Context, desk: Desk, { officer, typed, problems, done }: OfficerPage): string {
  const key = deskKey(context, desk, `officer:${officer.id}`);
  const body = [officerInputs(givenBy(desk), typed, problems, false), button({ text: "Save", name: "do", value: "change" })];
  const self = officer.id === desk.officer.id;
  return deskPage(context, desk, {
    title: officer.name,
    before: backLink({ href: "/desk/officers", text: "Officers" }),
    error: problems.length > 0,
    main: narrow(html`${problemSummary(problems)}${done !== undefined && notificationBanner({ type: "success", text: done })}
<span class="govuk-caption-l guildhall-words">${officer.email}</span><h1 class="govuk-heading-l">${officer.name} ${officer.disabled && tag({ text: "Disabled", classes: "govuk-tag--grey" })}</h1>
${form({ key, action: `/desk/officers/${officer.id}`, body })}<p class="govuk-body"><a class="govuk-link" href="/desk/leave/${officer.id}">Leave, and who covers</a></p><h2 class="govuk-heading-m">Signing in</h2>
${form({ key, action: `/desk/officers/${officer.id}`, body: waysOut(officer, self) })}`),
  });
}

function way(text: string, value: string, classes = "govuk-button--secondary"): Html {
  return button({ text, name: "do", value, classes });
}

function waysOut({ disabled }: OfficerRecord, self: boolean): Html {
  const stop = disabled ? way("Let them sign in again", "enable") : way("Disable: they cannot sign in", "disable", "govuk-button--warning");
  return html`<div class="govuk-button-group">${way("Make a new password", "password")}${way("Sign them out everywhere", "sessions")}${!self && stop}</div>`;
}

/** A password that was just made. Nothing keeps it, so it is shown this once. */
export function passwordPage(
  context: Context,
  desk: Desk,
  officer: { readonly name: string; readonly email: string; readonly id: string },
  password: string,
): string {
  return deskPage(context, desk, {
    title: "New password",
    main: narrow(html`${panel({ titleText: "New password", html: html`For ${officer.name}<br><strong>${password}</strong>` })}
<p class="govuk-body">Give it to ${officer.name} in person or by phone. <strong>It is shown only now.</strong> They sign in with ${officer.email}.</p>
<p class="govuk-body"><a class="govuk-link" href="/desk/officers/${officer.id}">Go to ${officer.name}</a></p>`),
  });
}
