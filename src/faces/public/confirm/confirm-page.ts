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
import { inOwnLanguage } from "../../shared/own-language.ts";
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
  const { words, language, council } = visit;
  const shown = plan.shows.flatMap((id) => service.questions.get(id) ?? []);
  const rows = answerRows(shown, item.answers, visit);
  const declare = inOwnLanguage(service, language, prose(plan.declare));
  return publicPage(visit, {
    title: `${words.pleaseConfirm}: ${service.title}`,
    error: problems.length > 0,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${problemSummary(problems, words)}
<span class="govuk-caption-l">${words.pleaseConfirm}</span><h1 class="govuk-heading-l">${service.title}</h1>
<p class="govuk-body">${words.namedYou(item.person.name ?? words.somebody, council.name)}</p>
${rows.length > 0 && html`<h2 class="govuk-heading-m">${words.whatTheyTold}</h2>${summaryList({ rows })}`}
<h2 class="govuk-heading-m">${words.whatYouDeclare}</h2>${insetText({ html: declare })}${answerForm(visit, options)}
<p class="govuk-body">${words.askFirst} ${phoneLink(council.contact.phone)}.</p></div></div>`,
  });
}

function answerForm({ words }: Visit, { token, key, typed, problems }: ConfirmPage): Html {
  const reason = textarea({
    id: "reason",
    name: "reason",
    rows: 4,
    label: { text: words.whatIsNotRight },
    hint: { text: words.notPassedOn },
    value: typed.reason,
    ...errorAt(problems, "reason", words),
  });
  const choice = radios({
    idPrefix: "right",
    name: "right",
    value: typed.right,
    fieldset: { legend: { text: words.doYouConfirm, classes: "govuk-fieldset__legend--m" } },
    items: [
      { value: "yes", text: words.yesDeclare },
      { value: "no", text: words.notRight },
    ],
    ...errorAt(problems, "right", words),
  });
  return form({ key, action: `/confirm/${token}`, body: [choice, reason, button({ text: words.send, preventDoubleClick: true })] });
}

/** What somebody sees who has answered, however often they come back. */
export function answeredPage(visit: Visit, service: PublishedService, confirmed: boolean): string {
  const { words, council } = visit;
  const title = confirmed ? words.youConfirmed : words.youDisputed;
  return publicPage(visit, {
    title,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${panel({ titleText: title, text: service.title })}
<p class="govuk-body">${confirmed ? words.afterConfirmed : words.afterDisputed}</p>
<p class="govuk-body">${words.changeAnswer} ${phoneLink(council.contact.phone)}.</p></div></div>`,
  });
}
