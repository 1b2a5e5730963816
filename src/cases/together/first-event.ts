import type { Ids } from "../../platform/ids.ts";
import type { Appended } from "../append-events.ts";
import { opened } from "../case.ts";
import { nextAlarm } from "../clock/alarms.ts";
import type { WorkCalendar } from "../clock/work-calendar.ts";
import type { Circumstance } from "../event.ts";
import { CHAIN_START, chain } from "../event.ts";
import type { Tell } from "../outbox.ts";
import { outboxOf } from "../outbox.ts";
import type { PlannedCase } from "./plan.ts";

/** The first event of a case that is made beside others, the case and what follows from it: all that is written of it. */
export function firstEvent(
  house: { readonly ids: Ids; readonly tell: Tell },
  council: string,
  { id, reference, service, happening }: PlannedCase,
  circumstance: Circumstance,
  calendar: WorkCalendar,
): Appended {
  const event = chain(council, { caseId: id, number: 1, previous: CHAIN_START }, happening, circumstance, house.ids.bytes(16));
  if (event.kind !== "submitted") throw new Error("A case starts with its submission");
  const after = opened(council, reference, event);
  return { ...outboxOf(house, service, after, event), after, event, alarmAt: nextAlarm(service, after, circumstance.at, calendar) };
}
