/** The only source of the present. Tests and the demonstration hold their own. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

const londonDay = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London", year: "numeric", month: "2-digit", day: "2-digit" });

let lastQuarter = Number.NaN;
let lastDay = "";

/** The calendar day in Europe/London at an instant, `YYYY-MM-DD`. */
export function dayOf(instant: Date): string {
  // A day never changes within a quarter of an hour of UTC, and Intl costs more than the page that asks.
  const quarter = Math.floor(instant.getTime() / 900_000);
  if (quarter !== lastQuarter) {
    lastDay = londonDay.format(instant);
    lastQuarter = quarter;
  }
  return lastDay;
}
