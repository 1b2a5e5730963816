import type { PublishedService } from "../definition/service.ts";
import type { Ids } from "../platform/ids.ts";
import type { Appended } from "./append-events.ts";
import type { Case } from "./case.ts";
import { fold } from "./case.ts";
import { nextAlarm } from "./clock/alarms.ts";
import type { WorkCalendar } from "./clock/work-calendar.ts";
import type { CaseEvent, Circumstance, Happening } from "./event.ts";
import { chain } from "./event.ts";
import type { Tell, ToldToo } from "./outbox.ts";
import { outboxOf } from "./outbox.ts";
import type { Follower } from "./together/followers.ts";

interface House {
  readonly ids: Ids;
  readonly tell: Tell;
}

interface Decided {
  readonly service: PublishedService;
  readonly item: Case;
  readonly happening: Happening;
  /** Its duplicates, whose people are told with its own. */
  readonly followers?: readonly Follower[] | undefined;
}

/** An event, and the case after it. */
export interface Happened {
  readonly event: CaseEvent;
  readonly after: Case;
}

/** Who is told of an event besides the case's own person and officer. */
interface Others {
  readonly told?: ToldToo;
  readonly followers?: readonly Follower[] | undefined;
}

/** Makes a happening the next event of a case. */
export function happened({ ids }: Pick<House, "ids">, item: Case, happening: Happening, circumstance: Circumstance): Happened {
  const place = { caseId: item.id, number: item.eventCount + 1, previous: item.head };
  const event = chain(item.council, place, happening, circumstance, ids.bytes(16));
  return { event, after: fold(item, event) };
}

/** All that is written of an event: the case after it, and what follows from it. */
export function withWhatFollows(
  house: House,
  service: PublishedService,
  { event, after }: Happened,
  calendar: WorkCalendar,
  { told, followers }: Others = {},
): Appended {
  return {
    ...outboxOf(house, service, after, event, told, followers),
    after,
    event,
    alarmAt: nextAlarm(service, after, event.at, calendar),
  };
}

/** The next event of a case with all that is written of it, where nothing has to be looked up between the two. */
export function nextEvent(
  house: House,
  { service, item, happening, followers }: Decided,
  circumstance: Circumstance,
  calendar: WorkCalendar,
): Appended {
  return withWhatFollows(house, service, happened(house, item, happening, circumstance), calendar, { followers });
}
