import type { FastifyInstance, FastifyRequest } from "fastify";

import { backLink } from "../../../components/back-link.ts";
import type { Html } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { tag } from "../../../components/tag.ts";
import type { Context } from "../../../context.ts";
import { publishedVersions } from "../../../councils/definition-store.ts";
import type { Finding } from "../../../definition/service.ts";
import { refusal } from "../../../platform/http/errors.ts";
import { wideTable } from "../../shared/wide-table.ts";
import type { Desk } from "../desk.ts";
import { forOfficers } from "../desk.ts";
import { deskPage } from "../layout.ts";

interface Place {
  readonly Params: { readonly service: string };
}

const COLOURS = { error: "govuk-tag--red", warning: "govuk-tag--yellow", advice: "govuk-tag--grey" } as const;

function findingWords(findings: readonly Finding[]): string {
  if (findings.length === 0) return "Nothing is wrong";
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const others = findings.length - errors;
  return [errors > 0 && `${errors} to put right`, others > 0 && `${others} to look at`].filter(Boolean).join(", ");
}

/** The services of the council, with the version that is live and what is wrong with the file as it lies there. */
async function showList(context: Context, desk: Desk): Promise<string> {
  const { council } = desk.visit;
  const versions = await publishedVersions(context.database, council.id);
  const rows = council.services.map((id) => {
    const live = context.councils.service(council.id, id);
    const count = versions.filter(({ service }) => service === id).length;
    return [
      { html: html`<a class="govuk-link" href="/desk/definitions/${id}">${live?.title ?? id}</a>` },
      { text: live === undefined ? "Not published" : `Version ${live.version} of ${count}` },
      { text: council.teams.get(live?.case.team ?? "")?.name ?? "" },
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

/** One service: what is wrong with it, and the definition that is live. */
async function showOne(context: Context, desk: Desk, request: FastifyRequest<Place>): Promise<string> {
  const { council } = desk.visit;
  const id = request.params.service;
  if (!council.services.includes(id)) throw refusal("service-not-found");
  const live = context.councils.service(council.id, id);
  const title = live?.title ?? id;
  return deskPage(context, desk, {
    title,
    before: backLink({ href: "/desk/definitions", text: "Services" }),
    main: html`<span class="govuk-caption-l">${live === undefined ? "Not published" : `Version ${live.version}`}</span><h1 class="govuk-heading-l">${title}</h1>
<h2 class="govuk-heading-m">Checks</h2>${findingList(context.councils.findings(council.id, id))}
${live !== undefined && html`<h2 class="govuk-heading-m">The definition that is live</h2><div class="guildhall-scroll" role="region" aria-label="Definition" tabindex="0"><pre class="guildhall-source">${live.source}</pre></div>`}`,
  });
}

function findingList(findings: readonly Finding[]): Html {
  if (findings.length === 0) return html`<p class="govuk-body">Nothing is wrong with it.</p>`;
  const lines = findings.map(
    ({ severity, message, fix, line, column }) =>
      html`<li>${tag({ text: severity, classes: COLOURS[severity] })} Line ${line}, column ${column}: ${message}${fix !== undefined && ` ${fix}`}</li>`,
  );
  return html`<ul class="govuk-list govuk-list--spaced">${lines}</ul>`;
}

/** Definitions, for those who look after services. */
export function definitionRoutes(app: FastifyInstance, context: Context): void {
  app.get(
    "/definitions",
    forOfficers(context, "services.see", (desk) => showList(context, desk)),
  );
  app.get(
    "/definitions/:service",
    forOfficers<Place>(context, "services.see", (desk, request) => showOne(context, desk, request)),
  );
}
