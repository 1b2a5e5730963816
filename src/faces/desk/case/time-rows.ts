import { openPause } from "../../../cases/clock/case-clock.ts";
import type { Case } from "../../../cases/case.ts";
import { stoppedInAll } from "../../../cases/clock/moves.ts";
import type { WorkCalendar } from "../../../cases/clock/work-calendar.ts";
import { workCalendar } from "../../../cases/clock/work-calendar.ts";
import type { Html } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import type { SummaryRow } from "../../../components/summary-list.ts";
import { lengthIn } from "../../../language/calendar-words.ts";
import { lastDay, moment, shortDay } from "../../shared/dates.ts";
import type { Desk } from "../desk.ts";
import { dueBy, dueOf } from "../due.ts";
import type { Due } from "../due.ts";
import type { CaseSheet } from "./case-sheet.ts";

/** The rows of a case that say by when: its deadline, that of its stage, and whether the clock is stopped. */
export function timeRows({ visit }: Desk, sheet: CaseSheet): readonly (SummaryRow | false)[] {
  const { item } = sheet;
  const calendar = workCalendar(visit.council);
  if (item.closedAt !== null) return [row("Closed", dueWords(dueOf(item, visit.now, calendar)))];
  const { clock, dueAt } = item;
  const pause = openPause(clock);
  const promised = shortDay(lastDay(new Date(clock.promised)));
  return [
    pause === undefined ? row("Due", dueWords(dueBy(dueAt, visit.now, calendar))) : row("Clock", stoppedWords(sheet, visit.now, calendar)),
    clock.stageDue !== null && row("This stage is due", dueWords(dueBy(new Date(clock.stageDue), visit.now, calendar))),
    clock.promised !== dueAt.toISOString() &&
      row("We promised", html`${promised}${pause === undefined && wasStopped(sheet, visit.now, calendar)}`),
    clock.reopened !== undefined && row("Reopened", reopenedWords(item)),
    clock.expected !== null && row("We said to expect it", html`${shortDay(clock.expected)}`),
  ];
}

function row(key: string, value: Html): SummaryRow {
  return { key: { text: key }, value: { html: value } };
}

function dueWords({ words, date, late }: Due): Html {
  return late ? html`<strong class="guildhall-late">${words}</strong>, ${date}` : html`${words}, ${date}`;
}

/** Since when it is open again, and how it had ended before: what it took then is not forgotten. */
function reopenedWords({ openedAt, clock }: Case): Html {
  const last = clock.reopened?.at(-1);
  if (last === undefined) return html``;
  const days = Math.round((Date.parse(last.closed) - openedAt.getTime()) / 86_400_000);
  const before = `It was closed ${moment(new Date(last.closed))}, after ${lengthIn("en", days, "days")}, and had been due ${shortDay(lastDay(new Date(last.was)))}`;
  return html`${moment(new Date(last.at))}. ${before}. The deadline counts from then on`;
}

function stoppedWords(sheet: CaseSheet, now: Date, calendar: WorkCalendar): Html {
  const pause = openPause(sheet.item.clock);
  const since = pause === undefined ? "" : `${pause.why}, since ${moment(new Date(pause.from))}`;
  const due = shortDay(lastDay(sheet.item.dueAt));
  return html`<strong>Stopped</strong>: ${since}. In all ${inAll(sheet, now, calendar)}. It was due ${due}, and the time is added to that.`;
}

function wasStopped(sheet: CaseSheet, now: Date, calendar: WorkCalendar): Html | false {
  return sheet.item.clock.pauses.length > 0 && html`. The clock was stopped for ${inAll(sheet, now, calendar)}`;
}

/** How long the clock was stopped in all, in the unit of the deadline. */
function inAll({ service, item }: CaseSheet, now: Date, calendar: WorkCalendar): string {
  const { amount, unit } = stoppedInAll(service, item, now, calendar);
  return lengthIn("en", Math.round(amount * 10) / 10, unit);
}
