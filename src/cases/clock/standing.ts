import type { StoredEvent } from "../event.ts";
import type { Service } from "../../definition/service.ts";
import { dayOf } from "../../platform/clock.ts";
import { openPause } from "./case-clock.ts";
import type { Pause, Timed } from "./case-clock.ts";

/**
 * How a case stands in time, for its person. `promised` is what they were told at first, and `due` what it has come to. `expected` is the day
 * (`YYYY-MM-DD`) that an officer gave since, as long as it is later than the deadline and has not passed.
 */
export type TimeStanding =
  | { readonly kind: "closed"; readonly at: Date }
  | { readonly kind: "stopped"; readonly promised: Date; readonly pause: Pause }
  | { readonly kind: "on-time"; readonly due: Date }
  | { readonly kind: "moved"; readonly promised: Date; readonly due: Date }
  | { readonly kind: "slipped"; readonly promised: Date; readonly expected: string; readonly late: boolean }
  | { readonly kind: "late"; readonly due: Date };

export function standingInTime(item: Timed, now: Date): TimeStanding {
  const { dueAt, closedAt, clock } = item;
  if (closedAt !== null) return { kind: "closed", at: closedAt };
  const promised = new Date(clock.promised);
  const pause = openPause(clock);
  if (pause !== undefined) return { kind: "stopped", promised, pause };
  const late = dueAt <= now;
  const lastDay = dayOf(new Date(dueAt.getTime() - 1));
  const { expected } = clock;
  if (expected !== null && expected > lastDay && expected >= dayOf(now)) return { kind: "slipped", promised, expected, late };
  if (late) return { kind: "late", due: dueAt };
  return dueAt.getTime() === promised.getTime() ? { kind: "on-time", due: dueAt } : { kind: "moved", promised, due: dueAt };
}

/**
 * Why the clock is stopped, in the language of `service`: the words of the action or the stage that stopped it. Where that version has them no
 * more, as they were when it happened.
 */
export function whyStopped(service: Service, pause: Pause, events: readonly Pick<StoredEvent, "kind" | "data">[]): string {
  // Safe: an acted event keeps these, and what is not there reads as undefined.
  const stopped = events.findLast(({ kind, data }) => kind === "acted" && (data as Stopping).paused !== undefined)?.data as
    | Stopping
    | undefined;
  const { stages } = service.case;
  return stages.get(stopped?.from ?? "")?.actions.get(stopped?.action ?? "")?.pauses ?? stages.get(stopped?.to ?? "")?.pauses ?? pause.why;
}

interface Stopping {
  readonly action?: string;
  readonly from?: string;
  readonly to?: string;
  readonly paused?: string;
}
