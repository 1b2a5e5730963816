import type { Problem } from "../../../answers/answer-type.ts";
import type { Case } from "../../../cases/case.ts";
import { button } from "../../../components/button.ts";
import type { Html } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { insetText } from "../../../components/inset-text.ts";
import { panel } from "../../../components/panel.ts";
import { radios } from "../../../components/radios.ts";
import { summaryList } from "../../../components/summary-list.ts";
import { textarea } from "../../../components/textarea.ts";
import type { ConfirmPlan, PublishedService } from "../../../definition/service.ts";
import { answerRows } from "../../shared/answer-rows.ts";
import { errorAt, form, problemSummary } from "../../shared/form.ts";
import { phoneLink } from "../../shared/phone.ts";
import { prose } from "../../shared/prose.ts";
import type { Visit } from "../../shared/visit.ts";
import { publicPage } from "../layout.ts";

export interface ConfirmPage {
  readonly token: string;
  readonly key: string;
  readonly item: Case;
  readonly service: PublishedService;
  readonly plan: ConfirmPlan;
  readonly typed: { readonly right: string; readonly reason: string };
  readonly problems: readonly Problem[];
}

/** What somebody sees who must confirm: who sent it, what the definition lets them see, and what they declare. Nothing else of the case. */
export function confirmPage(visit: Visit, options: ConfirmPage): string {
  const { item, service, plan, problems } = options;
  const shown = plan.shows.flatMap((id) => service.questions.get(id) ?? []);
  const rows = answerRows(shown, item.answers);
  return publicPage(visit, {
    title: `Please confirm: ${service.title}`,
    error: problems.length > 0,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${problemSummary(problems)}
<span class="govuk-caption-l">Please confirm</span><h1 class="govuk-heading-l">${service.title}</h1>
<p class="govuk-body">${item.person.name ?? "Somebody"} has sent this to ${visit.council.name} and named you. We cannot go on until you answer.</p>
${rows.length > 0 && html`<h2 class="govuk-heading-m">What they told us</h2>${summaryList({ rows })}`}
<h2 class="govuk-heading-m">What you declare</h2>${insetText({ html: prose(plan.declare) })}${answerForm(options)}
<p class="govuk-body">If you want to ask something first, call us on ${phoneLink(visit.council.contact.phone)}.</p></div></div>`,
  });
}

function answerForm({ token, key, item, typed, problems }: ConfirmPage): Html {
  const reason = textarea({
    id: "reason",
    name: "reason",
    rows: 4,
    label: { text: "What is not right?" },
    hint: { text: `We tell ${item.person.name ?? "the person who sent it"} that you say so, not what you write here` },
    value: typed.reason,
    ...errorAt(problems, "reason"),
  });
  const choice = radios({
    idPrefix: "right",
    name: "right",
    value: typed.right,
    fieldset: { legend: { text: "Do you confirm this?", classes: "govuk-fieldset__legend--m" } },
    items: [
      { value: "yes", text: "Yes, I declare it" },
      { value: "no", text: "No, this is not right", conditional: { html: reason } },
    ],
    ...errorAt(problems, "right"),
  });
  return form({ key, action: `/confirm/${token}`, body: [choice, button({ text: "Send", preventDoubleClick: true })] });
}

/** What somebody sees who has answered, however often they come back. */
export function answeredPage(visit: Visit, service: PublishedService, item: Case, confirmed: boolean): string {
  const title = confirmed ? "You have confirmed" : "You have told us that it is not right";
  const after = confirmed
    ? `Thank you. We will tell ${item.person.name ?? "the person who sent it"} once everybody has confirmed.`
    : "Thank you. We will look at it. We may write to you again.";
  return publicPage(visit, {
    title,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${panel({ titleText: title, html: html`${service.title}` })}
<p class="govuk-body">${after}</p><p class="govuk-body">You can close this page. If you want to change your answer, call us on ${phoneLink(visit.council.contact.phone)}.</p></div></div>`,
  });
}
