import type { StoredEvent } from "../../../cases/event.ts";
import type { Other } from "../../../cases/together/tie.ts";
import { eventData } from "../../shared/event-words.ts";

/** The other cases that an event of a case names. */
export function othersIn(event: StoredEvent): readonly Other[] {
  const { case: id, reference, cases } = eventData(event);
  // Safe: the events that keep a list under that name keep such a one (src/cases/together/tie.ts).
  if (Array.isArray(cases)) return cases as readonly Other[];
  return typeof id === "string" ? [{ case: id, reference: String(reference) }] : [];
}
