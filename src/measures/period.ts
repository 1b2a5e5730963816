/** How many months a page may show, this one included, and what its filter calls them. */
export const PERIODS = { 3: "Last 3 months", 6: "Last 6 months", 12: "Last 12 months", 24: "Last 2 years", 60: "Last 5 years" } as const;

/** Whole calendar months, the present one included as far as it has gone. */
export interface Period {
  readonly length: keyof typeof PERIODS;
  /** YYYY-MM, oldest first. */
  readonly months: readonly string[];
  /** The first day, and the first day after the last month; YYYY-MM-DD. */
  readonly from: string;
  readonly until: string;
}

/** The period that a query asks for; the last 12 months where it asks for none that there is. `today` is YYYY-MM-DD. */
export function periodOf(asked: unknown, today: string): Period {
  const found = Object.keys(PERIODS).find((length) => length === asked);
  // Safe: the key was found among those of PERIODS.
  const length = found === undefined ? 12 : (Number(found) as keyof typeof PERIODS);
  const now = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
  const months = Array.from({ length }, (_, index) => monthText(now - length + 1 + index));
  return { length, months, from: `${months[0] ?? ""}-01`, until: `${monthText(now + 1)}-01` };
}

function monthText(months: number): string {
  return `${String(Math.floor(months / 12)).padStart(4, "0")}-${String((months % 12) + 1).padStart(2, "0")}`;
}

const NAMES = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** "2026-03" -> "March 2026" */
export function monthName(month: string): string {
  return `${NAMES[Number(month.slice(5)) - 1] ?? ""} ${month.slice(0, 4)}`;
}
