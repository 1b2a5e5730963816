import type { Language } from "./language.ts";

export const MONTHS = {
  en: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
  cy: ["Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr"],
} as const satisfies Record<Language, readonly string[]>;

/** From Sunday, as JavaScript counts. Those of Welsh as they stand inside a sentence. */
export const WEEKDAYS = {
  en: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
  cy: ["dydd Sul", "dydd Llun", "dydd Mawrth", "dydd Mercher", "dydd Iau", "dydd Gwener", "dydd Sadwrn"],
} as const satisfies Record<Language, readonly string[]>;

/** "2026-11-25" -> "25 November 2026", "25 Tachwedd 2026" */
export function dateIn(language: Language, date: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return `${Number(day)} ${MONTHS[language][Number(month) - 1] ?? ""} ${year}`;
}

/** "2026-11-25" -> "Wednesday 25 November 2026", "dydd Mercher 25 Tachwedd 2026" (inside a sentence) */
export function weekdayIn(language: Language, date: string): string {
  return `${WEEKDAYS[language][new Date(`${date}T00:00:00Z`).getUTCDay()] ?? ""} ${dateIn(language, date)}`;
}

/** "on Wednesday 25 November 2026", "ar ddydd Mercher 25 Tachwedd 2026": ar softens the letter behind it. */
export function onDay(language: Language, day: string): string {
  return language === "en" ? `on ${day}` : `ar ${day.replace(/^dydd/, "ddydd")}`;
}

/** "2026-11" -> "November 2026", "Tachwedd 2026" */
export function monthIn(language: Language, month: string): string {
  const [year = "", number = ""] = month.split("-");
  return `${MONTHS[language][Number(number) - 1] ?? ""} ${year}`;
}

/** "14:30" -> "2:30pm"; in Welsh "2:30yp": yb is y bore, in the morning, and yp y prynhawn, in the afternoon. */
export function timeIn(language: Language, time: string): string {
  if (time === "12:00") return language === "en" ? "midday" : "hanner dydd";
  if (time === "00:00") return language === "en" ? "midnight" : "hanner nos";
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const halves = language === "en" ? ["am", "pm"] : ["yb", "yp"];
  return `${hour % 12 || 12}${minute === 0 ? "" : `:${String(minute).padStart(2, "0")}`}${halves[hour < 12 ? 0 : 1]}`;
}

/** The words for lengths of time, by the unit's name in definitions. Welsh counts with the singular: "2 wythnos". */
const UNITS = {
  hours: { en: ["hour", "hours"], cy: "awr", choose: "oriau" },
  "working hours": { en: ["working hour", "working hours"], cy: "awr waith", choose: "oriau gwaith" },
  days: { en: ["day", "days"], cy: "diwrnod", choose: "diwrnodau" },
  weeks: { en: ["week", "weeks"], cy: "wythnos", choose: "wythnosau" },
  months: { en: ["month", "months"], cy: "mis", choose: "misoedd" },
  years: { en: ["year", "years"], cy: "blwyddyn", choose: "blynyddoedd" },
  "working days": { en: ["working day", "working days"], cy: "diwrnod gwaith", choose: "diwrnodau gwaith" },
} as const;
export type LengthUnit = keyof typeof UNITS;

/** "2 weeks", "2 wythnos", "5 mlynedd" */
export function lengthIn(language: Language, amount: number, unit: LengthUnit): string {
  const words = UNITS[unit];
  if (language === "en") return `${amount} ${words.en[amount === 1 ? 0 : 1]}`;
  return unit === "years" ? `${amount} ${years(amount)}` : `${amount} ${words.cy}`;
}

/** The unit alone, as one of those to choose from: "weeks", "wythnosau". */
export function unitIn(language: Language, unit: LengthUnit): string {
  return language === "en" ? UNITS[unit].en[1] : UNITS[unit].choose;
}

/** The years that are counted have a word of their own, which the number before it changes: 1 flwyddyn, 2 flynedd, 5 mlynedd. */
function years(amount: number): string {
  if (amount === 1) return "flwyddyn";
  if ([2, 3, 4, 6].includes(amount)) return amount === 2 ? "flynedd" : "blynedd";
  return [5, 7, 8, 9, 10, 11, 12, 15, 18, 20, 100].includes(amount) ? "mlynedd" : "blynedd";
}
