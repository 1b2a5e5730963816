const HOUR = 3_600_000;

const parts = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/London", dateStyle: "short", timeStyle: "short" });

/**
 * The instant at which clocks in London show a day (`YYYY-MM-DD`) and a time (`HH:MM`): the first of two where the clocks go back.
 * Undefined for what is no such day or time, or is skipped where they go forward.
 */
export function londonInstant(day: string, time: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^\d{2}:\d{2}$/.test(time)) return undefined;
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  if (Number.isNaN(asUtc)) return undefined;
  return [asUtc - HOUR, asUtc].map((at) => new Date(at)).find((instant) => parts.format(instant) === `${day} ${time}`);
}

/** A day and a time in London as one text: `2026-06-01 09:00`. */
export function londonText(instant: Date): string {
  return parts.format(instant);
}
