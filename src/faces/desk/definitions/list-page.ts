import { html } from "../../../components/html.ts";
import type { Context } from "../../../context.ts";
import { publishedVersions } from "../../../councils/definition-store.ts";
import type { Finding } from "../../../definition/service.ts";
import { moment } from "../../shared/dates.ts";
import { wideTable } from "../../shared/wide-table.ts";
import type { Desk } from "../desk.ts";
import { deskPage } from "../layout.ts";

/** The services of the council, with the version that is live, what is planned, and what is wrong with the file as it lies there. */
export async function listPage(context: Context, desk: Desk): Promise<string> {
  const { council } = desk.visit;
  const versions = await publishedVersions(context.database, council.id);
  const rows = council.services.map((id) => {
    const service = context.councils.service(council.id, id) ?? context.councils.withdrawn(council.id, id);
    const count = versions.filter((row) => row.service === id).length;
    return [
      { html: html`<a class="govuk-link" href="/desk/definitions/${id}">${service?.title ?? id}</a>` },
      { text: standingWords(context, council.id, id, count) },
      { text: council.teams.get(service?.case.team ?? "")?.name ?? "" },
      { text: findingWords(context.councils.findings(council.id, id)) },
    ];
  });
  const head = ["Service", "Live", "Team", "Checks"].map((text) => ({ text }));
  return deskPage(context, desk, {
    title: "Services",
    at: "/desk/definitions",
    main: html`<h1 class="govuk-heading-l">Services</h1>${wideTable({ caption: "Services and their versions", captionClasses: "govuk-visually-hidden", head, rows })}`,
  });
}

/** "Version 2 of 3", and what comes next. */
function standingWords({ councils }: Context, council: string, service: string, count: number): string {
  const standing = councils.standing(council, service);
  const words = {
    never: "Not published",
    withdrawn: "Withdrawn",
    live: `Version ${standing.kind === "live" ? standing.version : ""} of ${count}`,
  }[standing.kind];
  const [next] = councils.planned(council, service);
  const changed = councils.versionOnDisk(council, service) === undefined && standing.kind !== "never";
  const planned = next && `${next.version === null ? "withdrawn" : `version ${next.version}`} from ${moment(next.at)}`;
  return [words, planned, changed && "a changed file waits"].filter(Boolean).join("; ");
}

function findingWords(findings: readonly Finding[]): string {
  if (findings.length === 0) return "Nothing is wrong";
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const others = findings.length - errors;
  return [errors > 0 && `${errors} to put right`, others > 0 && `${others} to look at`].filter(Boolean).join(", ");
}
