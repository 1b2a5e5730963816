import type { CouncilCalendar, OfficeHours, Weekday } from "./council-calendar.ts";
import { USUAL_CALENDAR, WEEKDAY_NAMES } from "./council-calendar.ts";
import type { Form, Sheet } from "./sheet.ts";
import { checkKeys, group, text, textNodes } from "./sheet.ts";

const HOURS: Form = {
  pattern: /^([01]\d|2[0-3]):[0-5]\d to ([01]\d|2[0-4]):[0-5]\d$/,
  says: "office hours such as 08:30 to 17:00",
};
const DAY: Form = { pattern: /^\d{4}-\d{2}-\d{2}$/, says: "a day such as 2026-12-24" };

/** The council's own days and office hours, from `calendar` of council.yaml. */
export function calendarOf(sheet: Sheet): CouncilCalendar {
  const inner = group(sheet, "calendar", "the calendar");
  if (inner === undefined) return USUAL_CALENDAR;
  checkKeys(inner, [], ["hours", "closed", "worked"]);
  return { hours: hoursOf(inner), closed: daysIn(inner, "closed"), worked: daysIn(inner, "worked") };
}

function hoursOf(sheet: Sheet): CouncilCalendar["hours"] {
  const inner = group(sheet, "hours", "the office hours");
  if (inner === undefined) return USUAL_CALENDAR.hours;
  checkKeys(inner, [], WEEKDAY_NAMES);
  const found: [Weekday, OfficeHours][] = [];
  for (const weekday of WEEKDAY_NAMES) {
    const hours = hoursIn(inner, weekday);
    if (hours !== undefined) found.push([weekday, hours]);
  }
  if (found.length === 0)
    noteShape(inner, "The office is never open.", "Give at least one weekday its hours, such as monday: 09:00 to 17:00.");
  return Object.fromEntries(found);
}

function hoursIn(sheet: Sheet, weekday: Weekday): OfficeHours | undefined {
  const [from = 0, until = 0] = (text(sheet, weekday, HOURS) ?? "00:00 to 00:00").split(" to ").map(minutes);
  if (from < until && until <= 24 * 60) return { from, until };
  if (from + until > 0) noteShape(sheet, `On ${weekday} the office closes before it opens.`, "Write the earlier time first.");
  return undefined;
}

function minutes(time: string): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return 60 * hour + minute;
}

function noteShape({ map, notes }: Sheet, message: string, fix: string): void {
  notes.push({ code: "value-shape", at: map, message, fix });
}

/** Days of a weekday: weekends are never working days, for deadlines and for rules alike. */
function daysIn(sheet: Sheet, key: "closed" | "worked"): readonly string[] {
  return textNodes(sheet, key, DAY).flatMap((node) => {
    const day = node.value.trim();
    const date = new Date(`${day}T00:00:00Z`);
    const real = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
    if (real && date.getUTCDay() % 6 !== 0) return [day];
    const message = real ? `${day} is at a weekend, which is never a working day.` : `There is no day ${day}.`;
    sheet.notes.push({ code: "value-shape", at: node, message, fix: "Give a Monday to Friday, or take it out." });
    return [];
  });
}
