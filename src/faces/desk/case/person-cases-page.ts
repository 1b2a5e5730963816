import type { Case } from "../../../cases/case.ts";
import { casesBeside } from "../../../cases/person-cases.ts";
import { backLink } from "../../../components/back-link.ts";
import { html } from "../../../components/html.ts";
import type { Context } from "../../../context.ts";
import { sightOf } from "../../../people/rights.ts";
import type { Desk } from "../desk.ts";
import { deskPage } from "../layout.ts";
import { caseLines, theirCasesTitle } from "./beside-case.ts";

/** How many of a person's cases are listed on a page of their own. */
const MOST = 200;

/** All other cases of a case's person that the officer may see. Who it is, the address does not say. */
export async function personCasesPage(context: Context, desk: Desk, item: Case): Promise<string> {
  const theirs = await casesBeside(context.database, item, sightOf(desk.officer, desk.visit.council), MOST);
  const title = theirCasesTitle(theirs);
  const count = theirs.total > MOST ? html`<p class="govuk-body">The newest ${MOST} of ${theirs.total}.</p>` : undefined;
  return deskPage(context, desk, {
    title,
    before: backLink({ href: `/desk/cases/${item.reference}`, text: item.reference }),
    main: html`<span class="govuk-caption-l">${item.reference}</span><h1 class="govuk-heading-l">${title}</h1>${count}
${theirs.total === 0 ? html`<p class="govuk-body">There is none that you may see.</p>` : caseLines(context, item, theirs)}`,
  });
}
