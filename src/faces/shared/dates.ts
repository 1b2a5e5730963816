import { dateIn, onDay, timeIn, weekdayIn } from "../../language/calendar-words.ts";
import type { Language } from "../../language/language.ts";
import { dayOf } from "../../platform/clock.ts";

const long = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", weekday: "long", day: "numeric", month: "long", year: "numeric" });
const short = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "short", year: "numeric" });
const clock = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hour: "numeric", minute: "2-digit", hour12: true });

/** `Friday 4 December 2026` from `2026-12-04`; `dydd Gwener 4 Rhagfyr 2026`. */
export function longDay(day: string, language: Language = "en"): string {
  if (language === "cy") return weekdayIn("cy", day);
  return long.format(new Date(`${day}T00:00:00Z`)).replace(",", "");
}

/** `4 Dec 2026`; Welsh months are not cut. */
export function shortDay(day: string, language: Language = "en"): string {
  if (language === "cy") return dateIn("cy", day);
  return short.format(new Date(`${day}T00:00:00Z`));
}

const clock24 = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hour: "2-digit", minute: "2-digit", hour12: false });

/** Nobody is sure which twelve is am and which is pm. */
const TWELVES: Readonly<Record<string, string>> = { "12:00pm": "midday", "12:00am": "midnight" };

/** `9:05am` or `midday`, in London; `9:05yb` or `hanner dydd`. */
export function timeOf(instant: Date, language: Language = "en"): string {
  if (language === "cy") return timeIn("cy", clock24.format(instant));
  const time = clock.format(instant).replaceAll(/\s/g, "").toLowerCase();
  return TWELVES[time] ?? time;
}

/** `4 Dec 2026, 9:05am` */
export function moment(instant: Date, language: Language = "en"): string {
  return `${shortDay(dayOf(instant), language)}, ${timeOf(instant, language)}`;
}

/** The day by whose end a deadline is kept: a deadline is the first instant that is too late. */
export function lastDay(due: Date): string {
  return dayOf(new Date(due.getTime() - 1));
}

const DAY = 86_400_000;

/** When something is promised by, for the resident: the hour where it is a matter of hours, otherwise the day. */
export function promisedBy(opened: Date, due: Date, language: Language = "en"): string {
  const hours = due.getTime() - opened.getTime() < DAY && dayOf(due) === dayOf(new Date(due.getTime() - 1));
  if (!hours) return longDay(lastDay(due), language);
  return `${timeOf(due, language)} ${onDay(language, longDay(dayOf(due), language))}`;
}
