import { BANK_HOLIDAYS } from "./bank-holidays.ts";

/** From Sunday, as JavaScript counts. */
export const WEEKDAY_NAMES = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;

export type Weekday = (typeof WEEKDAY_NAMES)[number];

/** When offices are open on a day: minutes after midnight in London, from the first to before the second. */
export interface OfficeHours {
  readonly from: number;
  readonly until: number;
}

/** What a council says of its own days, laid over the bank holidays of its nation. */
export interface CouncilCalendar {
  /** Office hours by weekday; a weekday that is not there has none. */
  readonly hours: Readonly<Partial<Record<Weekday, OfficeHours>>>;
  /** Days on which it is closed besides, `YYYY-MM-DD`: between Christmas and New Year, say. */
  readonly closed: readonly string[];
  /** Bank holidays on which it works. */
  readonly worked: readonly string[];
}

const NINE_TO_FIVE: OfficeHours = { from: 9 * 60, until: 17 * 60 };

/** What holds for a council that says nothing. */
export const USUAL_CALENDAR: CouncilCalendar = {
  hours: { monday: NINE_TO_FIVE, tuesday: NINE_TO_FIVE, wednesday: NINE_TO_FIVE, thursday: NINE_TO_FIVE, friday: NINE_TO_FIVE },
  closed: [],
  worked: [],
};

/** Of a council, what says when it works. */
export interface OfCalendar {
  readonly calendar: CouncilCalendar;
  readonly nation: keyof typeof BANK_HOLIDAYS;
}

const made = new WeakMap<CouncilCalendar, readonly string[]>();

/** The days that are no working days for a council though they may fall on a weekday: the same list each time, for who keeps something by it. */
export function daysOff({ calendar, nation }: OfCalendar): readonly string[] {
  if (calendar.closed.length + calendar.worked.length === 0) return BANK_HOLIDAYS[nation];
  const known = made.get(calendar);
  if (known !== undefined) return known;
  const off = [...BANK_HOLIDAYS[nation], ...calendar.closed].filter((day) => !calendar.worked.includes(day));
  made.set(calendar, off);
  return off;
}
