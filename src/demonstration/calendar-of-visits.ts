import { addDays, startOfDay } from "../cases/calendar.ts";
import type { WorkCalendar } from "../cases/clock/work-calendar.ts";
import { isWorkingDay } from "../cases/clock/work-calendar.ts";
import type { Channel } from "../councils/council.ts";
import { dayOf } from "../platform/clock.ts";
import type { Chance } from "./chance.ts";
import type { Story } from "./story.ts";

const DAYS = 182;
const HOUR = 3_600_000;

/** Somebody comes for something, by a channel, at an instant. */
export interface Visit {
  readonly story: Story;
  readonly channel: Channel;
  readonly at: Date;
}

// By the hour from midnight. People are online before work, at lunch and in the evening; officers are there in office hours.
const ONLINE_HOURS = [3, 1, 1, 1, 1, 3, 9, 20, 34, 38, 36, 33, 36, 33, 30, 30, 31, 33, 34, 38, 40, 34, 22, 10];
const OFFICE_HOURS = [0, 0, 0, 0, 0, 0, 0, 0, 6, 26, 28, 22, 15, 17, 20, 18, 9, 0, 0, 0, 0, 0, 0, 0];

/** Shares of the channels at the beginning and at the end: people move online. */
const CHANNELS: Readonly<Partial<Record<Channel, readonly [number, number]>>> = {
  web: [60, 78],
  phone: [25, 13],
  desk: [9, 4],
  email: [3, 2],
  post: [2, 1.3],
  api: [1, 1.7],
};

const OFFICE_CHANNELS: ReadonlySet<Channel> = new Set(["phone", "desk", "email", "post"]);

/** The visits that led to cases in the six months before `now`: about `count`, the oldest first. */
export function visits(chance: Chance, stories: readonly Story[], count: number, now: Date, calendar: WorkCalendar): readonly Visit[] {
  const today = dayOf(now);
  const days = Array.from({ length: DAYS }, (_, index) => ({ day: addDays(today, index - DAYS + 1), progress: index / DAYS }));
  const weighed = days.flatMap((on) => stories.map((story) => ({ ...on, story, weight: weightOf(story, on.day, calendar) })));
  const scale = count / weighed.reduce((sum, { weight }) => sum + weight, 0);
  const all = weighed.flatMap(({ day, progress, story, weight }) => {
    const expected = weight * scale;
    const many = Math.floor(expected) + (chance.yes(expected % 1) ? 1 : 0);
    return Array.from({ length: many }, () => visit(chance, story, day, progress, calendar));
  });
  return all.filter(({ at }) => at < now).toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

function weightOf(story: Story, day: string, calendar: WorkCalendar): number {
  const month = story.months[Number(day.slice(5, 7)) - 1] ?? 1;
  const sundayFirst = new Date(`${day}T00:00:00Z`).getUTCDay();
  const holiday = sundayFirst > 0 && sundayFirst < 6 && !isWorkingDay(day, calendar);
  const weekday = story.weekdays[holiday ? 6 : (sundayFirst + 6) % 7] ?? 1;
  return story.often * month * weekday;
}

function visit(chance: Chance, story: Story, day: string, progress: number, calendar: WorkCalendar): Visit {
  const channel = channelOf(chance, story, progress, isWorkingDay(day, calendar));
  const hours = OFFICE_CHANNELS.has(channel) ? OFFICE_HOURS : ONLINE_HOURS;
  const hour = Number(chance.weighted(Object.fromEntries(hours.entries())));
  const within = channel === "web" || hour > 8 ? chance.part() : 0.5 + chance.part() / 2;
  return { story, channel, at: new Date(startOfDay(day).getTime() + Math.floor((hour + within) * HOUR)) };
}

function channelOf(chance: Chance, story: Story, progress: number, open: boolean): Channel {
  const weights: Partial<Record<Channel, number>> = {};
  // Safe: the table has no keys but channels.
  for (const [channel, [from, until]] of Object.entries(CHANNELS) as [Channel, readonly [number, number]][]) {
    const closed = !open && OFFICE_CHANNELS.has(channel);
    weights[channel] = closed ? 0 : (from + (until - from) * progress) * (story.channels?.[channel] ?? 1);
  }
  return chance.weighted(weights);
}
