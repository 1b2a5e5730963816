import { daysBetween } from "../../cases/calendar.ts";
import type { Case } from "../../cases/case.ts";
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

/** `3 days late`, `today`, `in 4 working days`; for a closed case whether it was in time. */
export function dueOf(item: Pick<Case, "dueAt" | "closedAt">, now: Date, calendar: WorkCalendar): Due {
  const date = shortDay(lastDay(item.dueAt));
  if (item.closedAt !== null) {
    const inTime = item.closedAt < item.dueAt;
    return { words: inTime ? "closed in time" : "closed late", date: shortDay(dayOf(item.closedAt)), late: false };
  }
  const late = item.dueAt <= now;
  const today = dayOf(now);
  return { words: late ? lateBy(item.dueAt, today) : dueIn(item.dueAt, today, calendar), date, late };
}
