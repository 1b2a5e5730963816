import type { Problem } from "../../../answers/answer-type.ts";
import type { Case } from "../../../cases/case.ts";
import { backLink } from "../../../components/back-link.ts";
import type { Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import type { Context } from "../../../context.ts";
import type { PublishedService } from "../../../definition/service.ts";
import type { FormBody } from "../../shared/form-body.ts";
import { problemSummary } from "../../shared/form.ts";
import type { Desk } from "../desk.ts";
import { deskPage } from "../layout.ts";

/** What every page about a case and another shows: the case it is about, and what was typed last with what is wrong with it. */
export interface TogetherPage {
  readonly item: Case;
  readonly service: PublishedService;
  readonly key: string;
  readonly body: FormBody;
  readonly problems: readonly Problem[];
}

/** A page about a case and another, under the case's own heading. */
export function togetherPage(
  context: Context,
  desk: Desk,
  { item, service, problems }: TogetherPage,
  { title, main }: { readonly title: string; readonly main: Slot },
): string {
  return deskPage(context, desk, {
    title,
    before: backLink({ href: `/desk/cases/${item.reference}`, text: item.reference }),
    error: problems.length > 0,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${problemSummary(problems)}
<span class="govuk-caption-l">${item.reference}: ${service.title}</span><h1 class="govuk-heading-l">${title}</h1>${main}</div></div>`,
  });
}
