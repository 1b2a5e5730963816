import type { Case } from "../../../cases/case.ts";
import { runsFrom } from "../../../cases/clock/case-clock.ts";
import { stoppedInAll } from "../../../cases/clock/moves.ts";
import { standingInTime, whyStopped } from "../../../cases/clock/standing.ts";
import { workCalendar } from "../../../cases/clock/work-calendar.ts";
import type { StoredEvent } from "../../../cases/event.ts";
import type { Html, Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { insetText } from "../../../components/inset-text.ts";
import type { PublishedService } from "../../../definition/service.ts";
import { lengthIn } from "../../../language/calendar-words.ts";
import { dayOf } from "../../../platform/clock.ts";
import { longDay, promisedBy } from "../../shared/dates.ts";
import type { Visit } from "../../shared/visit.ts";

/** When it will be done: what was promised, and what is honest now where that is something else. */
export function promise(visit: Visit, service: PublishedService, item: Case, events: readonly StoredEvent[]): Html {
  const { words, language } = visit;
  const standing = standingInTime(item, visit.now);
  const by = (due: Date): string => promisedBy(runsFrom(item), due, language);
  switch (standing.kind) {
    case "closed":
      return line(words.finishedOn(longDay(dayOf(standing.at), language)));
    case "stopped": {
      const stopped = html`<strong>${words.clockStopped(whyStopped(service, standing.pause, events))}</strong>`;
      return insetText({
        html: html`<p class="govuk-body">${stopped}</p>${line([words.saidBy(by(standing.promised)), " ", words.timeAdded])}`,
      });
    }
    case "on-time":
      return line([words.aimBy, html` <strong>${by(standing.due)}</strong>.`]);
    case "moved":
      return html`${expecting(words.saidBy(by(standing.promised)), words.nowExpect, by(standing.due))}${sinceStopped(visit, service, item)}`;
    case "slipped": {
      const sorry = standing.late && html`<strong>${words.late}</strong> `;
      return expecting([words.saidBy(by(standing.promised)), " ", sorry], words.nowExpect, longDay(standing.expected, language));
    }
    case "late":
      return line([words.aimedBy(by(standing.due)), html` <strong>${words.late}</strong> `, words.stillHasIt]);
  }
}

function line(content: Slot): Html {
  return html`<p class="govuk-body">${content}</p>`;
}

function expecting(said: Slot, words: string, by: string): Html {
  return line([said, " ", words, html` <strong>${by}</strong>.`]);
}

function sinceStopped(visit: Visit, service: PublishedService, item: Case): Slot {
  const { amount, unit } = stoppedInAll(service, item, visit.now, workCalendar(visit.council));
  const whole = Math.round(amount);
  return whole > 0 && line(visit.words.wasStopped(lengthIn(visit.language, whole, unit)));
}
