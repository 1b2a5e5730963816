import { londonInstant, londonText } from "../platform/london-time.ts";
import type { Form, Sheet } from "./sheet.ts";
import { text } from "./sheet.ts";

/** The hours in which nothing that happens by itself is emailed to people. Minutes of the day in London; over midnight where they end before they begin. */
export interface QuietHours {
  readonly from: number;
  readonly until: number;
}

const HOURS: Form = { pattern: /^([01]\d|2[0-3]):[0-5]\d to ([01]\d|2[0-3]):[0-5]\d$/, says: "quiet hours such as 21:00 to 08:00" };
const HOUR = 3_600_000;
const MINUTE = 60_000;

/** `quiet` of council.yaml. */
export function quietOf(sheet: Sheet): QuietHours | undefined {
  const [from, until] = (text(sheet, "quiet", HOURS) ?? "").split(" to ").map(minutes);
  return from === undefined || until === undefined || from === until ? undefined : { from, until };
}

function minutes(time: string): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return 60 * hour + minute;
}

/** Whether clocks in London show quiet hours. */
export function isQuiet({ from, until }: QuietHours, at: Date): boolean {
  const now = minutes(londonText(at).slice(11));
  return from < until ? now >= from && now < until : now >= from || now < until;
}

/** The first instant from `at` on that is not quiet. */
export function afterQuiet(quiet: QuietHours | undefined, at: Date): Date {
  if (quiet === undefined || !isQuiet(quiet, at)) return at;
  const { from, until } = quiet;
  const [day = "", time = ""] = londonText(at).split(" ");
  const tomorrow = from > until && minutes(time) >= from;
  const end = endOn(tomorrow ? dayAfter(day) : day, until);
  // Where the clocks go back the same time comes twice, and the first may be over.
  return end > at && !isQuiet(quiet, end) ? end : new Date(end.getTime() + HOUR);
}

/** When clocks show that time; an hour later where they skip it. */
function endOn(day: string, until: number): Date {
  const time = [Math.floor(until / 60), until % 60].map((part) => String(part).padStart(2, "0")).join(":");
  const shown = londonInstant(day, time);
  // Skipped where the clocks go forward: what is an hour earlier in UTC is the first that is past it.
  return shown ?? new Date(Math.ceil(Date.parse(`${day}T01:00:00Z`) / MINUTE) * MINUTE);
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 24 * HOUR).toISOString().slice(0, 10);
}
