import { daysBetween } from "../../cases/calendar.ts";
import type { Timed } from "../../cases/clock/case-clock.ts";
import { nearestOf, NO_DEADLINE, openPause } from "../../cases/clock/case-clock.ts";
import type { WorkCalendar } from "../../cases/clock/work-calendar.ts";
import { workingDaysBetween } from "../../cases/clock/work-calendar.ts";
import { dayOf } from "../../platform/clock.ts";
import { lastDay, shortDay, timeOf } from "../shared/dates.ts";

/** How a case stands against its deadline: in words, the date beside it, and whether it is late. */
export interface Due {
  readonly words: string;
  readonly date: string;
  readonly late: boolean;
}

// Beyond this nobody counts working days.
const MOST_DAYS = 60;

function plural(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? "" : "s"}`;
}

/** Whether the deadline ends within a day rather than with it: one that was set in hours. */
function byTheHour(dueAt: Date): boolean {
  return dayOf(dueAt) === dayOf(new Date(dueAt.getTime() - 1));
}

function lateBy(dueAt: Date, today: string): string {
  const days = daysBetween(lastDay(dueAt), today);
  return days === 0 ? `late since ${timeOf(dueAt)}` : `${plural(days, "day")} late`;
}

function dueIn(dueAt: Date, today: string, calendar: WorkCalendar): string {
  const last = lastDay(dueAt);
  const days = daysBetween(today, last);
  if (days === 0) return byTheHour(dueAt) ? `today by ${timeOf(dueAt)}` : "today";
  if (days === 1) return "tomorrow";
  const working = days > MOST_DAYS ? 0 : workingDaysBetween(today, last, calendar);
  return working === 0 ? `in ${plural(days, "day")}` : `in ${plural(working, "working day")}`;
}

/** `3 days late`, `today`, `in 4 working days`: of one deadline. */
export function dueBy(dueAt: Date, now: Date, calendar: WorkCalendar): Due {
  const late = dueAt <= now;
  const today = dayOf(now);
  return { words: late ? lateBy(dueAt, today) : dueIn(dueAt, today, calendar), date: shortDay(lastDay(dueAt)), late };
}

/** The same of the nearest deadline of a case that runs; for one whose clock is stopped why, and for a closed case whether it was in time. */
export function dueOf(item: Timed, now: Date, calendar: WorkCalendar): Due {
  const { closedAt, dueAt, clock } = item;
  if (closedAt !== null) {
    return { words: closedAt < dueAt ? "closed in time" : "closed late", date: shortDay(dayOf(closedAt)), late: false };
  }
  const pause = openPause(clock);
  const nearest = nearestOf(item);
  if (pause !== undefined && nearest === NO_DEADLINE) return { words: "clock stopped", date: pause.why, late: false };
  const due = dueBy(nearest, now, calendar);
  if (pause !== undefined) return { ...due, date: due.date };
  return nearest === dueAt ? due : { ...due, date: `${due.date}, this stage` };
}
