import type { DeadlineLength, Service } from "../../definition/service.ts";
import type { Case } from "../case.ts";
import { actsOnDeadline } from "../actions/by-itself.ts";
import { openPause, runsFrom } from "./case-clock.ts";
import type { Of } from "./case-clock.ts";
import { after, before } from "./deadline.ts";
import { lengthFor } from "./moves.ts";
import type { WorkCalendar } from "./work-calendar.ts";

/** Something that happens by itself on the clock of a case. */
export interface Alarm {
  readonly kind: "warn" | "act" | "escalate" | "remind" | "lapse";
  readonly of: Of;
  readonly at: Date;
  /** The deadline that it is about, ISO. */
  readonly due: string;
  /** The number of the request that it is about, where it is about one. */
  readonly request?: number;
}

/** A deadline that runs: when it began, when it ends, and how long it is. */
interface Running {
  readonly of: Of;
  readonly due: Date;
  readonly length: DeadlineLength;
}

/** What of a case's clock is due at an instant: the first that has not happened; undefined for nothing. Pure. */
export function dueAlarm(service: Service, item: Case, now: Date, calendar: WorkCalendar): Alarm | undefined {
  return alarmsOf(service, item, calendar).find((alarm) => alarm.at <= now && isInTime(alarm, now));
}

/** When something is next due on a case's clock; null for never. `now` is the instant of its last event. */
export function nextAlarm(service: Service, item: Case, now: Date, calendar: WorkCalendar): Date | null {
  return alarmsOf(service, item, calendar).find((alarm) => isInTime(alarm, now))?.at ?? null;
}

/** A warning or a reminder that comes after the deadline says nothing. */
function isInTime({ kind, due }: Alarm, now: Date): boolean {
  return (kind !== "warn" && kind !== "remind") || new Date(due) > now;
}

/** The reminder and the end of everything that is asked of the person. */
function requestAlarms({ requests }: Case): readonly Alarm[] {
  return (requests ?? []).flatMap(({ state, due, remind }, index): readonly Alarm[] => {
    if (state !== "open") return [];
    const of = { of: "case", due, request: index + 1 } as const;
    const lapse: Alarm = { ...of, kind: "lapse", at: new Date(due) };
    return remind === null ? [lapse] : [{ ...of, kind: "remind", at: new Date(remind) }, lapse];
  });
}

/** What has still to happen on a case's clock as it stands, in the order of time. */
function alarmsOf(service: Service, item: Case, calendar: WorkCalendar): readonly Alarm[] {
  if (item.closedAt !== null) return [];
  return [...running(service, item).flatMap((deadline) => alarmsFor(service, item, deadline, calendar)), ...requestAlarms(item)].toSorted(
    (a, b) => a.at.getTime() - b.at.getTime(),
  );
}

function running(service: Service, item: Case): readonly Running[] {
  const ofCase: Running = { of: "case", due: item.dueAt, length: lengthFor(service, item.priority) };
  const length = service.case.stages.get(item.stage)?.deadline;
  const { stageDue } = item.clock;
  const ofStage: readonly Running[] = stageDue === null || length === undefined ? [] : [{ of: "stage", due: new Date(stageDue), length }];
  return openPause(item.clock) === undefined ? [ofCase, ...ofStage] : ofStage;
}

function alarmsFor(service: Service, item: Case, running: Running, calendar: WorkCalendar): readonly Alarm[] {
  const { of, due } = running;
  const iso = due.toISOString();
  const acts = of === "stage" && actsOnDeadline(service, item);
  const found: Alarm[] = [];
  const add = (kind: Alarm["kind"], at: Date): void => void found.push({ kind, of, at, due: iso });
  const warn = service.case.warn ?? usualWarning(running.length);
  const warnAt = warn === "never" || item.clock.warned[of] === iso ? undefined : before(due, warn, calendar);
  // A deadline so short that its warning came before the case is one that nobody need be warned of.
  if (warnAt !== undefined && warnAt > runsFrom(item)) add("warn", warnAt);
  if (acts) add("act", due);
  const escalate = service.case.escalate ?? { after: usualEscalation(running.length) };
  if (!acts && escalate !== "never" && item.clock.escalated[of] !== iso) add("escalate", after(due, escalate.after, calendar));
  return found;
}

/** Two working days before; one for what is due within five days, and none within two. A quarter of the time for what is due in hours. */
function usualWarning({ amount, unit }: DeadlineLength): DeadlineLength | "never" {
  if (unit === "hours" || unit === "working hours") return { amount: amount / 4, unit };
  const days = unit === "days" || unit === "working days" ? amount : Number.POSITIVE_INFINITY;
  return days <= 2 ? "never" : { amount: days <= 5 ? 1 : 2, unit: "working days" };
}

/** One working day after; at once for what was due in hours. */
function usualEscalation({ unit }: DeadlineLength): DeadlineLength {
  return unit === "hours" || unit === "working hours" ? { amount: 0, unit: "hours" } : { amount: 1, unit: "working days" };
}
