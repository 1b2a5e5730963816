import type { Case } from "../../../cases/case.ts";
import type { StoredEvent } from "../../../cases/event.ts";
import type { Request } from "../../../cases/requests/request-event.ts";
import { takesAnswers } from "../../../cases/requests/request.ts";
import { button } from "../../../components/button.ts";
import type { Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { insetText } from "../../../components/inset-text.ts";
import { summaryList } from "../../../components/summary-list.ts";
import type { PublishedService } from "../../../definition/service.ts";
import { longDay } from "../../shared/dates.ts";
import { sentItems, verdictLine } from "../../shared/evidence.ts";
import { form } from "../../shared/form.ts";
import { formPlanOf } from "../../shared/request-plan.ts";
import type { Visit } from "../../shared/visit.ts";

/** What a person's case page is made from, as far as requests go. */
interface AskedSheet {
  readonly item: Case;
  readonly service: PublishedService;
  readonly events: readonly StoredEvent[];
  readonly key: string;
}

/** What the person is asked now, by when, and the way to answer. */
export function askedNow(visit: Visit, { item, service, events }: AskedSheet): Slot {
  const { words, language } = visit;
  if (item.closedAt !== null) return undefined;
  const open = (item.requests ?? [])
    .map((request, index) => ({ request, number: index + 1 }))
    .filter(({ request }) => takesAnswers(request));
  const asks = open.map(({ request, number }) => {
    const { ask, says } = formPlanOf(service, request, number, events, visit.language);
    const day = longDay(request.day, language);
    const by = visit.today > request.day ? words.answerLate(day) : words.answerBy(day);
    return insetText({
      html: html`<h3 class="govuk-heading-s">${ask}</h3>${says !== "" && html`<p class="govuk-body guildhall-words">${says}</p>`}<p class="govuk-body">${by}</p>
${button({ html: html`${words.answerNow}<span class="govuk-visually-hidden">: ${ask}</span>`, href: `/cases/${item.reference}/requests/${number}` })}`,
    });
  });
  return asks.length > 0 && html`<h2 class="govuk-heading-m">${words.weNeed}</h2>${asks}`;
}

/** What the person sent when asked, and what was made of it. */
export function answeredParts(visit: Visit, sheet: AskedSheet): Slot {
  const parts = (sheet.item.requests ?? []).map((request, index) => answeredPart(visit, sheet, request, index + 1));
  return parts.some(Boolean) && html`<h2 class="govuk-heading-m">${visit.words.whatYouSent}</h2>${parts}`;
}

function answeredPart(visit: Visit, { item, service, events, key }: AskedSheet, request: Request, number: number): Slot {
  const { words } = visit;
  const plan = formPlanOf(service, request, number, events, visit.language);
  const items = sentItems(plan, events, { number, request }, `/cases/${item.reference}/files`);
  if (items.length === 0) return undefined;
  const rows = items.map(({ id, label, value }) => ({
    key: { text: label },
    value: { html: html`${value}<p class="govuk-body govuk-!-margin-bottom-0">${verdictLine(request.reviews[id], visit)}</p>` },
  }));
  const stop = button({
    html: html`${words.stopSharing}<span class="govuk-visually-hidden">: ${plan.ask}</span>`,
    classes: "govuk-button--secondary",
    preventDoubleClick: true,
  });
  const action = `/cases/${item.reference}/requests/${number}/unshare`;
  const shared = request.shared && html`<p class="govuk-body">${words.agreed}</p>${form({ key, action, body: stop })}`;
  return html`<h3 class="govuk-heading-s">${plan.ask}</h3>${summaryList({ rows })}${shared}`;
}
