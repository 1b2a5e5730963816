import type { Problem } from "../../../answers/answer-type.ts";
import { reopeningOf } from "../../../cases/actions/reopen.ts";
import type { Case } from "../../../cases/case.ts";
import { workCalendar } from "../../../cases/clock/work-calendar.ts";
import { button } from "../../../components/button.ts";
import type { Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { summaryList } from "../../../components/summary-list.ts";
import { textarea } from "../../../components/textarea.ts";
import type { PublishedService } from "../../../definition/service.ts";
import { lastDay, longDay } from "../../shared/dates.ts";
import { errorAt, form } from "../../shared/form.ts";
import { recordedRows } from "../../shared/recorded-rows.ts";
import type { Visit } from "../../shared/visit.ts";

interface ReopenSheet {
  readonly item: Case;
  readonly service: PublishedService;
  readonly key: string;
  /** The reason that was typed, where it was refused. */
  readonly reason?: string | undefined;
  readonly problems: readonly Problem[];
}

/** How a person opens their closed case again, where its service lets them; once that is over, what to do instead. */
export function reopenPart(visit: Visit, { item, service, key, reason = "", problems }: ReopenSheet): Slot {
  const { words, language } = visit;
  const reopening = reopeningOf(service, item, workCalendar(visit.council));
  if (reopening?.resident !== true) return undefined;
  const heading = html`<h2 class="govuk-heading-m">${words.reopenHeading}</h2>`;
  const day = longDay(lastDay(reopening.until), language);
  if (visit.now >= reopening.until) {
    const instead = html`<a class="govuk-link" href="/services/${item.service}">${service.title}</a>`;
    return html`${heading}<p class="govuk-body">${words.reopenOver(day)} ${instead}</p>`;
  }
  const body = [
    textarea({
      id: "reopen-reason",
      name: "reason",
      rows: 3,
      label: { text: words.reopenReason },
      value: reason,
      ...errorAt(problems, "reopen-reason", words),
    }),
    button({ text: words.reopenButton, classes: "govuk-button--secondary", preventDoubleClick: true }),
  ];
  return html`${heading}<p class="govuk-body">${words.reopenUntil(day)}</p>${form({ key, action: `/cases/${item.reference}/reopen`, body })}`;
}

/** What officers recorded and the person may see. */
export function recordedForPerson(visit: Visit, { item, service }: Pick<ReopenSheet, "item" | "service">): Slot {
  const shown = [...service.case.asked.values()].flatMap((one) => (one.public ? [one.question] : []));
  const rows = item.recorded === null ? [] : recordedRows(shown, item.recorded, `/cases/${item.reference}/files`, visit);
  return rows.length > 0 && html`<h2 class="govuk-heading-m">${visit.words.weRecorded}</h2>${summaryList({ rows })}`;
}
