import type { Archive, ArchiveNote } from "../../../archive/archive-store.ts";
import type { Html } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import type { Context } from "../../../context.ts";
import { moment } from "../../shared/dates.ts";
import { wideTable } from "../../shared/wide-table.ts";
import type { Desk } from "../desk.ts";
import { recordsPage } from "../records/records-layout.ts";

export type ListedArchive = Archive & { readonly name: string | null };

const KINDS: Readonly<Record<ArchiveNote["kind"], string>> = { asked: "Asked for", made: "Made", taken: "Downloaded", removed: "Removed" };

/** The archives that were asked for, with every making and download. */
export function archivesPage(
  context: Context,
  desk: Desk,
  {
    archives,
    log,
    names,
  }: { readonly archives: readonly ListedArchive[]; readonly log: readonly ArchiveNote[]; readonly names: ReadonlyMap<string, string> },
): string {
  const head = ["Person", "Where it stands", "What was done"].map((text) => ({ text }));
  const rows = archives.map((archive) => {
    const own = log.filter((one) => one.archive === archive.id);
    const lines = own.map(
      ({ kind, officer, at }) =>
        html`<li>${KINDS[kind]} ${moment(at)}${officer !== null && html` by ${names.get(officer) ?? "an officer"}`}</li>`,
    );
    const mine = archive.officer === desk.officer.id;
    return [
      { text: mine ? (archive.name ?? "Forgotten") : "Another officer’s" },
      { html: standing(archive, mine) },
      { html: html`<ul class="govuk-list">${lines}</ul>` },
    ];
  });
  const list =
    rows.length === 0
      ? html`<p class="govuk-body">None was asked for. Find the person, then choose “Give them what is held”.</p>`
      : wideTable({ caption: "Archives, the newest first", captionClasses: "govuk-visually-hidden", head, rows });
  return recordsPage(context, desk, "/desk/records/archives", {
    title: "Archives",
    main: html`<h1 class="govuk-heading-l">Archives of what is held about a person</h1><p class="govuk-body">An archive can be downloaded for a week by the officer who reviewed it, and is then removed.</p>${list}`,
  });
}

function standing({ id, state, until, bytes }: ListedArchive, mine: boolean): Html {
  if (state === "making") return html`Being made. Look again in a moment.`;
  if (state === "gone") return html`Removed`;
  const size = `${Math.max(1, Math.round((bytes ?? 0) / 1024))} KB`;
  const link = mine ? html`<a class="govuk-link" href="/desk/records/archives/${id}">Download (zip, ${size})</a>` : html`Ready, ${size}`;
  return html`${link}${until !== null && html`<br>Until ${moment(until)}`}`;
}
