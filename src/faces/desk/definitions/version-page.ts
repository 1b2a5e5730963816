import { backLink } from "../../../components/back-link.ts";
import { button } from "../../../components/button.ts";
import { html } from "../../../components/html.ts";
import type { Context } from "../../../context.ts";
import { diffServices } from "../../../definition/diff/diff-services.ts";
import type { PublishedService } from "../../../definition/service.ts";
import type { Desk } from "../desk.ts";
import { mayAtDesk } from "../desk.ts";
import { deskPage } from "../layout.ts";
import { changeList, sourcePart } from "./definition-parts.ts";

/** One published version: what would change if it were live in place of what is, and its text. */
export function versionPage(context: Context, desk: Desk, version: PublishedService): string {
  const { council } = desk.visit;
  const address = `/desk/definitions/${version.id}`;
  const live = context.councils.service(council.id, version.id);
  const isLive = live?.version === version.version;
  const may = mayAtDesk(desk, "services.publish") && !isLive;
  const compared =
    live !== undefined &&
    !isLive &&
    html`<h2 class="govuk-heading-m">What would change from version ${live.version}, which is live</h2>${changeList(diffServices(live, version))}`;
  return deskPage(context, desk, {
    title: `${version.title}, version ${version.version}`,
    before: backLink({ href: address, text: version.title }),
    main: html`<span class="govuk-caption-l">${version.title}</span><h1 class="govuk-heading-l">Version ${version.version}</h1>
${isLive && html`<p class="govuk-body">This version is live.</p>`}${compared}
${may && button({ text: "Make this version live", href: `${address}/roll-back?version=${version.version}` })}
<h2 class="govuk-heading-m">Its text</h2>${sourcePart("Definition", version.source)}`,
  });
}
