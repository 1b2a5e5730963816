import { backLink } from "../../../components/back-link.ts";
import { button } from "../../../components/button.ts";
import type { Html, Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { insetText } from "../../../components/inset-text.ts";
import { notificationBanner } from "../../../components/notification-banner.ts";
import type { Context } from "../../../context.ts";
import type { Act } from "../../../councils/act.ts";
import { fateOf } from "../../../councils/act-words.ts";
import { publishedVersions } from "../../../councils/definition-store.ts";
import { officerNames } from "../../../people/officer-names.ts";
import { moment } from "../../shared/dates.ts";
import type { Desk } from "../desk.ts";
import { mayAtDesk } from "../desk.ts";
import { deskPage } from "../layout.ts";
import { findingList, sourcePart } from "./definition-parts.ts";
import { historyTable } from "./history-table.ts";
import { messagePreviews } from "./message-previews.ts";

const DONE: Readonly<Record<string, string>> = {
  now: "It is done.",
  later: "It is planned.",
};

/** One service: what is live, what may be done about it, its versions and its history, and the text that is live. */
export async function servicePage(context: Context, desk: Desk, id: string, done: string): Promise<string> {
  const { council } = desk.visit;
  const { councils, database } = context;
  const service = councils.service(council.id, id) ?? councils.withdrawn(council.id, id);
  const acts = councils.acts(council.id, id);
  const names = await officerNames(
    database,
    council.id,
    acts.flatMap(({ officer }) => officer ?? []),
  );
  const versions = (await publishedVersions(database, council.id)).filter((row) => row.service === id);
  const title = service?.title ?? id;
  const may = mayAtDesk(desk, "services.publish");
  return deskPage(context, desk, {
    title,
    before: backLink({ href: "/desk/definitions", text: "Services" }),
    main: html`${DONE[done] !== undefined && notificationBanner({ type: "success", text: DONE[done] })}<h1 class="govuk-heading-l">${title}</h1>
${standing(context, desk, id)}${may && buttons(context, desk, id)}
<h2 class="govuk-heading-m">Checks of the file</h2>${findingList(councils.findings(council.id, id))}
<h2 class="govuk-heading-m">Versions</h2>${versionList(
      id,
      versions.map(({ version }) => version),
      acts,
      desk.visit.now,
    )}
<h2 class="govuk-heading-m">History</h2>${historyTable({ service: id, acts, names, now: desk.visit.now, mayCallOff: may })}
${service !== undefined && html`<h2 class="govuk-heading-m">Messages to people, with example values</h2>${messagePreviews(council, service, desk.visit.now)}`}
${service !== undefined && html`<h2 class="govuk-heading-m">The text of version ${service.version}</h2>${sourcePart("Definition", service.source)}`}`,
  });
}

function standing({ councils }: Context, { visit }: Desk, id: string): Slot {
  const council = visit.council.id;
  const now = councils.standing(council, id);
  const words = {
    never: "It has not been published, so residents do not see it.",
    withdrawn: "It is withdrawn: residents are told how else to reach you, and cases go on.",
    live: now.kind === "live" ? `Version ${now.version} is live.` : "",
  }[now.kind];
  const planned = councils
    .planned(council, id)
    .map(
      ({ version, at }) =>
        html`<p class="govuk-body">From ${moment(at)} ${version === null ? "it is withdrawn" : `version ${version} is live`}.</p>`,
    );
  const waits = now.kind !== "never" && councils.versionOnDisk(council, id) === undefined;
  return insetText({
    html: html`<p class="govuk-body">${words}</p>${planned}${waits && html`<p class="govuk-body">The file has changed and is not published.</p>`}`,
  });
}

function buttons({ councils }: Context, { visit }: Desk, id: string): Html {
  const council = visit.council.id;
  const onDisk = councils.onDisk(council, id);
  const now = councils.standing(council, id);
  const address = `/desk/definitions/${id}`;
  const publishes = onDisk !== undefined && (now.kind !== "live" || councils.versionOnDisk(council, id) !== now.version);
  return html`<div class="govuk-button-group">${publishes && button({ text: "Publish the file", href: `${address}/publish` })}${
    now.kind === "live" && button({ text: "Withdraw", href: `${address}/withdraw`, classes: "govuk-button--secondary" })
  }</div>`;
}

function versionList(id: string, versions: readonly number[], acts: readonly Act[], now: Date): Html {
  if (versions.length === 0) return html`<p class="govuk-body">There is none.</p>`;
  const lines = versions.toReversed().map((version) => {
    const first = acts.find((act) => act.version === version && fateOf(act, acts, now) !== "called off");
    return html`<li><a class="govuk-link" href="/desk/definitions/${id}/versions/${version}">Version ${version}</a>${first !== undefined && `, first published ${moment(first.at)}`}</li>`;
  });
  return html`<ul class="govuk-list">${lines}</ul>`;
}
