import type { PublishedService } from "../definition/service.ts";
import type { Ids } from "../platform/ids.ts";
import type { Appended } from "./append-events.ts";
import type { Case } from "./case.ts";
import { fold } from "./case.ts";
import { nextAlarm } from "./clock/alarms.ts";
import type { WorkCalendar } from "./clock/work-calendar.ts";
import type { Circumstance, Happening } from "./event.ts";
import { chain } from "./event.ts";
import type { Tell } from "./outbox.ts";
import { outboxOf } from "./outbox.ts";
import type { Follower } from "./together/followers.ts";

interface Decided {
  readonly service: PublishedService;
  readonly item: Case;
  readonly happening: Happening;
  /** Its duplicates, whose people are told with its own. */
  readonly followers?: readonly Follower[] | undefined;
}

/** The next event of a case, the case after it and what follows from it: all that is written of it. */
export function nextEvent(
  house: { readonly ids: Ids; readonly tell: Tell },
  { service, item, happening, followers }: Decided,
  circumstance: Circumstance,
  calendar: WorkCalendar,
): Appended {
  const place = { caseId: item.id, number: item.eventCount + 1, previous: item.head };
  const event = chain(item.council, place, happening, circumstance, house.ids.bytes(16));
  const after = fold(item, event);
  return {
    ...outboxOf(house, service, after, event, undefined, followers),
    after,
    event,
    alarmAt: nextAlarm(service, after, circumstance.at, calendar),
  };
}
