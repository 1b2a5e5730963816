import type { DeadlineLength, Reopening, Service } from "../../definition/service.ts";
import type { Case } from "../case.ts";
import { deadlineFrom } from "../clock/deadline.ts";
import { lengthFor, stageDue } from "../clock/moves.ts";
import type { WorkCalendar } from "../clock/work-calendar.ts";
import type { Decision } from "../decision.ts";
import type { Happening } from "../event.ts";

export interface ReopenCommand {
  readonly kind: "reopen";
  readonly by: "officer" | "resident";
  readonly reason: string;
}

interface When {
  readonly at: Date;
  readonly roles: readonly string[];
  readonly calendar: WorkCalendar;
}

const LONGEST = 5000;

/** How a case can be opened again now, and until when; undefined where it cannot, or its service knows no such thing. */
export interface MayReopen extends Reopening {
  /** The first instant that is too late. */
  readonly until: Date;
}

export function reopeningOf(service: Service, { stage, closedAt, erasedAt }: Case, calendar: WorkCalendar): MayReopen | undefined {
  const reopen = service.case.stages.get(stage)?.reopen;
  if (reopen === undefined || closedAt === null || erasedAt !== null) return undefined;
  return { ...reopen, until: deadlineFrom(closedAt, reopen.within, calendar) };
}

/** Whether somebody may open it again: an officer of a role that may, or the person. */
export function mayReopen({ by, resident }: Reopening, who: ReopenCommand["by"], roles: readonly string[]): boolean {
  if (who === "resident") return resident;
  return by.length === 0 || by.some((role) => roles.includes(role));
}

/** Opens a closed case again: its deadline begins anew with the day. */
export function decideReopen(service: Service, item: Case, { by, reason }: ReopenCommand, when: When): Decision {
  if (item.closedAt === null) return stale("The case is open already");
  const reopening = reopeningOf(service, item, when.calendar);
  if (reopening === undefined) return stale("A case that ended like this is not opened again. Start a new one");
  if (!mayReopen(reopening, by, when.roles))
    return { ok: false, refusal: { code: "not-permitted", message: "Your role may not reopen this case" } };
  if (when.at >= reopening.until) return stale(`It was closed more than ${lengthWords(reopening.within)} ago. Start a new one`);
  const text = reason.trim();
  if (text === "") return wrong("Enter why the case is reopened");
  if (text.length > LONGEST) return wrong(`The reason must be ${LONGEST.toLocaleString("en-GB")} characters or fewer`);
  return { ok: true, happening: reopened(service, item, item.closedAt, { to: reopening.to, by, reason: text }, when) };
}

function reopened(
  service: Service,
  item: Case,
  closedAt: Date,
  { to, by, reason }: Pick<Reopening, "to"> & Pick<ReopenCommand, "by" | "reason">,
  { at, calendar }: When,
): Happening {
  const due = deadlineFrom(at, lengthFor(service, item.priority), calendar).toISOString();
  const paused = service.case.stages.get(to)?.pauses;
  const data = {
    from: item.stage,
    to,
    closed: closedAt.toISOString(),
    due,
    was: item.dueAt.toISOString(),
    by,
    stageDue: stageDue(service, to, at, calendar),
    ...(paused === undefined ? {} : { paused }),
  };
  return { kind: "reopened", data, personal: { reason } };
}

function lengthWords({ amount, unit }: DeadlineLength): string {
  return `${amount} ${amount === 1 ? unit.slice(0, -1) : unit}`;
}

function stale(message: string): Decision {
  return { ok: false, refusal: { code: "stale", message } };
}

function wrong(message: string): Decision {
  return { ok: false, refusal: { code: "field", field: "reason", message } };
}
