import type { Problem } from "../../../answers/answer-type.ts";
import { backLink } from "../../../components/back-link.ts";
import { button } from "../../../components/button.ts";
import { checkboxes } from "../../../components/checkboxes.ts";
import type { Html } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { input } from "../../../components/input.ts";
import { notificationBanner } from "../../../components/notification-banner.ts";
import { tag } from "../../../components/tag.ts";
import { warningText } from "../../../components/warning-text.ts";
import type { Context } from "../../../context.ts";
import type { ApiKeyRecord } from "../../../people/api-keys.ts";
import { API_RIGHTS } from "../../../people/api-keys.ts";
import { moment } from "../../shared/dates.ts";
import { errorAt, form, problemSummary } from "../../shared/form.ts";
import { wideTable } from "../../shared/wide-table.ts";
import type { Desk } from "../desk.ts";
import { deskKey } from "../desk.ts";
import { deskPage } from "../layout.ts";
import type { TypedKey } from "./api-key-form.ts";

const PLACE = "/desk/api-keys";

function titleOf(context: Context, { visit }: Desk, service: string): string {
  return context.councils.known(visit.council.id).find(({ id }) => id === service)?.title ?? service;
}

/** The systems that may call the API, and what each may do. */
export function keysPage(context: Context, desk: Desk, keys: readonly ApiKeyRecord[], done: string): string {
  const formKey = deskKey(context, desk, "api-key:revoke");
  const head = ["Name", "May", "Services", "Made", "Last used", "Action"].map((text) => ({ text }));
  const rows = keys.map((key) => [
    { html: html`<span class="guildhall-words">${key.name}</span>` },
    { text: key.rights.map((right) => API_RIGHTS[right]).join(". ") },
    { text: key.services?.map((service) => titleOf(context, desk, service)).join(", ") ?? "All" },
    { text: moment(key.createdAt) },
    { text: key.usedAt === null ? "Not yet" : moment(key.usedAt) },
    { html: key.revokedAt === null ? revoking(formKey, key) : tag({ text: "Revoked", classes: "govuk-tag--grey" }) },
  ]);
  const list =
    rows.length > 0
      ? wideTable({ caption: "API keys", captionClasses: "govuk-visually-hidden", head, rows })
      : html`<p class="govuk-body">No system calls the API yet.</p>`;
  return deskPage(context, desk, {
    title: "API keys",
    at: PLACE,
    main: html`${done === "revoked" && notificationBanner({ type: "success", text: "The key works no longer." })}<h1 class="govuk-heading-l">API keys</h1>
<p class="govuk-body">With a key another system sends cases and reads where they stand. What it is not for, it does not see.</p>${button({ text: "Make a key", href: `${PLACE}/new` })}${list}`,
  });
}

function revoking(key: string, { id, name }: ApiKeyRecord): Html {
  const words = html`Revoke<span class="govuk-visually-hidden"> ${name}</span>`;
  const body = button({ html: words, name: "id", value: id, classes: "govuk-button--warning govuk-!-margin-bottom-0" });
  return form({ key, action: `${PLACE}/revoke`, body });
}

function narrow(body: Html): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${body}</div></div>`;
}

/** Asks what a new key is for. */
export function newKeyPage(context: Context, desk: Desk, typed: TypedKey, problems: readonly Problem[]): string {
  const name = input({
    id: "name",
    name: "name",
    label: { text: "Which system is it for?" },
    hint: { text: "One key for each system, so that one can be revoked without the others" },
    value: typed.name || undefined,
    autocomplete: "off",
    ...errorAt(problems, "name"),
  });
  const rights = checkboxes({
    idPrefix: "rights",
    name: "rights",
    fieldset: { legend: { text: "What may it do?", classes: "govuk-fieldset__legend--s" } },
    classes: "govuk-checkboxes--small",
    items: Object.entries(API_RIGHTS).map(([value, text]) => ({ value, text })),
    values: typed.rights,
    ...errorAt(problems, "rights"),
  });
  const services = checkboxes({
    idPrefix: "services",
    name: "services",
    fieldset: { legend: { text: "With which services?", classes: "govuk-fieldset__legend--s" } },
    hint: { text: "With none chosen it is for all of them" },
    classes: "govuk-checkboxes--small",
    items: desk.visit.council.services.map((value) => ({ value, text: titleOf(context, desk, value) })),
    values: typed.services,
  });
  const body = [name, rights, services, button({ text: "Make the key", preventDoubleClick: true })];
  return deskPage(context, desk, {
    title: "Make an API key",
    before: backLink({ href: PLACE, text: "API keys" }),
    error: problems.length > 0,
    main: narrow(html`${problemSummary(problems)}<h1 class="govuk-heading-l">Make an API key</h1>
${form({ key: deskKey(context, desk, "api-key:new"), action: `${PLACE}/new`, body })}`),
  });
}

/** A key that was just made. Only its hash is kept, so it is shown this once. */
export function madePage(context: Context, desk: Desk, { name }: TypedKey, text: string): string {
  return deskPage(context, desk, {
    title: "The key is made",
    main: narrow(html`<h1 class="govuk-heading-l">The key for ${name} is made</h1>
<p class="govuk-body guildhall-words"><code>${text}</code></p>${warningText({ text: "It is shown only now. Copy it to where the system keeps its secrets, and nowhere else." })}
<p class="govuk-body"><a class="govuk-link" href="${PLACE}">All API keys</a></p>`),
  });
}
