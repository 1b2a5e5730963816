import type { Action, DeadlineLength, Service } from "../../definition/service.ts";
import type { Case } from "../case.ts";
import { pausedByRequest } from "../requests/request.ts";
import type { ActedData } from "../event.ts";
import type { DeadlineMove } from "./deadline-move.ts";
import { openPause, runsFrom } from "./case-clock.ts";
import type { Pause } from "./case-clock.ts";
import type { Stopped } from "./deadline.ts";
import { deadlineFrom, stoppedFor } from "./deadline.ts";
import { calendarFor } from "./work-calendar.ts";
import type { WorkCalendar } from "./work-calendar.ts";

const USUAL: DeadlineLength = { amount: 20, unit: "working days" };

/** How long the council has for a case of a priority. */
export function lengthFor(service: Service, priority: string): DeadlineLength {
  return service.case.deadline[priority] ?? service.case.deadline["any"] ?? USUAL;
}

/** The deadline of a stage that a case comes to; null where it has none. */
export function stageDue(service: Service, stage: string, at: Date, calendar: WorkCalendar): string | null {
  const length = service.case.stages.get(stage)?.deadline;
  return length === undefined ? null : deadlineFrom(at, length, calendar).toISOString();
}

/** An action, or what moves a case without one, as far as time reads it. */
type Move = Pick<Action, "to"> & Partial<Pick<Action, "pauses" | "priority">>;

/** Of an action, what it does to the time of its case. */
type ActionTime = Pick<ActedData, "priority" | "due" | "moved" | "stageDue" | "paused" | "resumed">;

/** What taking an action at an instant does to the time of a case: written into its event. Pure. */
export function timedBy(service: Service, item: Case, action: Move, at: Date, calendar: WorkCalendar, again: boolean): ActionTime {
  const closes = service.case.stages.get(action.to)?.closed ?? false;
  const why = closes ? undefined : (action.pauses ?? service.case.stages.get(action.to)?.pauses ?? pausedByRequest(item.requests));
  const open = openPause(item.clock);
  const resumes = open !== undefined && open.why !== why;
  const pauses = resumes ? { ...(why === undefined ? {} : { paused: why }), resumed: true as const } : startOf(open, why);
  const moved = movedBy(service, item, action.priority ?? item.priority, resumes ? at : undefined, calendar);
  const due = moved?.due ?? item.dueAt.toISOString();
  return {
    ...(action.priority === undefined || action.priority === item.priority ? {} : { priority: action.priority }),
    // A closed case says by which deadline it is measured, where that is not the first.
    ...(moved !== undefined || (closes && isMeasuredBy(item, due)) ? { due } : {}),
    ...(moved === undefined ? {} : { moved }),
    ...stageBy(service, item, action, at, calendar, again),
    ...pauses,
  };
}

/** Whether its closing has to say by which deadline: where that is not the one it was sent with. */
function isMeasuredBy({ clock }: Case, due: string): boolean {
  return due !== clock.promised || clock.reopened !== undefined;
}

/** What another priority does to the time of a case, where it is another: its deadline as it would have been from the start. */
export function repriced(
  service: Service,
  item: Case,
  priority: string,
  calendar: WorkCalendar,
): Pick<ActedData, "priority" | "due" | "moved"> {
  if (priority === item.priority) return {};
  const moved = movedBy(service, item, priority, undefined, calendar);
  return moved === undefined ? { priority } : { priority, due: moved.due, moved };
}

/** That the clock stops for what is asked of the person, where it runs. */
export function stoppedFrom({ clock }: Case, why: string): Pick<ActedData, "paused"> {
  return startOf(openPause(clock), why);
}

/**
 * What the end of a request does to the time of a case: its clock runs again unless the stage stops it, or something else is asked that does.
 * `rest` is the case without that request.
 */
export function resumedBy(
  service: Service,
  rest: Case,
  item: Case,
  at: Date,
  calendar: WorkCalendar,
): Pick<ActedData, "due" | "moved" | "resumed"> {
  const open = openPause(item.clock);
  const asked = item.requests?.some(({ pauses }) => pauses === open?.why) === true;
  const stays = service.case.stages.get(item.stage)?.pauses !== undefined || pausedByRequest(rest.requests) !== undefined;
  if (open === undefined || !asked || stays) return {};
  const moved = movedBy(service, item, item.priority, at, calendar);
  return moved === undefined ? { resumed: true } : { due: moved.due, moved, resumed: true };
}

function startOf(open: Pause | undefined, why: string | undefined): Pick<ActedData, "paused"> {
  return open === undefined && why !== undefined ? { paused: why } : {};
}

/** Staying at a stage does not begin its time anew, unless its deadline has passed and that was why. */
function stageBy(
  service: Service,
  item: Case,
  action: Move,
  at: Date,
  calendar: WorkCalendar,
  again: boolean,
): Pick<ActedData, "stageDue"> {
  if (action.to === item.stage && !again) return {};
  const due = stageDue(service, action.to, at, calendar);
  return due === item.clock.stageDue ? {} : { stageDue: due };
}

/** The deadline as it is after a pause that ends now, or with another priority; undefined where it stays. */
function movedBy(
  service: Service,
  item: Case,
  priority: string,
  resumedAt: Date | undefined,
  calendar: WorkCalendar,
): DeadlineMove | undefined {
  const length = lengthFor(service, priority);
  const stops = pausesOf(item).flatMap((pause) => stopOf(pause, resumedAt));
  const last = resumedAt === undefined ? undefined : stops.at(-1);
  const stopped = last === undefined ? 0 : stoppedFor(last, length, calendarFor(length, calendar));
  if (stopped === 0 && priority === item.priority) return undefined;
  const due = deadlineFrom(runsFrom(item), length, calendar, stops).toISOString();
  const was = item.dueAt.toISOString();
  if (due === was) return undefined;
  return {
    due,
    was,
    ...(stopped === 0 ? {} : { stopped, unit: length.unit }),
    ...(priority === item.priority ? {} : { priority: item.priority }),
  };
}

/** Those since the deadline counts: what was before a case was opened again is over. */
function pausesOf(item: Case): readonly Pause[] {
  const since = runsFrom(item).toISOString();
  return item.clock.pauses.filter(({ from }) => from >= since);
}

function stopOf({ from, until }: Pause, now: Date | undefined): readonly Stopped[] {
  if (until === null && now === undefined) return [];
  return [{ from: new Date(from), until: until === null ? (now ?? new Date(from)) : new Date(until) }];
}

/** How long the clock was stopped so far, in the unit of the case's deadline; a pause that goes on counts until now. */
export function stoppedInAll(service: Service, item: Case, now: Date, calendar: WorkCalendar): DeadlineLength {
  const length = lengthFor(service, item.priority);
  const stops = pausesOf(item).flatMap((pause) => stopOf(pause, now));
  const amount = stops.reduce((sum, stop) => sum + stoppedFor(stop, length, calendarFor(length, calendar)), 0);
  const unit = length.unit === "weeks" || length.unit === "months" ? "days" : length.unit;
  return { amount: unit === "hours" || unit === "working hours" ? amount / HOUR : amount, unit };
}

const HOUR = 3_600_000;
