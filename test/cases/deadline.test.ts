import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { addDays, daysBetween, startOfDay } from "../../src/cases/calendar.ts";
import { after, before, deadlineFrom } from "../../src/cases/clock/deadline.ts";
import { addOfficeTime, officeTimeBetween, subtractOfficeTime } from "../../src/cases/clock/office-time.ts";
import { addWorkingDays, calendarOfNation, isWorkingDay, workCalendar, workingDaysBetween } from "../../src/cases/clock/work-calendar.ts";
import { USUAL_CALENDAR } from "../../src/councils/council-calendar.ts";
import { LAW_CLOCKS } from "../../src/definition/law-clocks.ts";
import type { DeadlineLength } from "../../src/definition/service.ts";
import { dayOf } from "../../src/platform/clock.ts";

const HOUR = 3_600_000;
const england = calendarOfNation("england");
/** Works until noon on Fridays and opens on Saturdays; is closed between Christmas and New Year, and works on a bank holiday. */
const town = workCalendar({
  nation: "wales",
  calendar: {
    hours: { ...USUAL_CALENDAR.hours, friday: { from: 510, until: 720 }, saturday: { from: 600, until: 720 } },
    closed: ["2026-12-24", "2026-12-29", "2026-12-30", "2026-12-31"],
    worked: ["2026-05-04"],
  },
});

const calendars = fc.constantFrom(england, calendarOfNation("scotland"), calendarOfNation("northern-ireland"), town);
/** Fifteen years to the minute: both time changes of each, and four leap days. */
const instants = fc
  .integer({ min: 0, max: 15 * 366 * 24 * 60 })
  .map((minute) => new Date(Date.parse("2021-01-01T00:00:00Z") + minute * 60_000));
const units = fc.constantFrom("hours", "working hours", "days", "working days", "weeks", "months");
const laws = fc.constantFrom(...Object.values(LAW_CLOCKS).map(({ length }) => length));
const lengths: fc.Arbitrary<DeadlineLength> = fc.oneof(fc.record({ amount: fc.integer({ min: 1, max: 60 }), unit: units }), laws);
const gaps = fc.integer({ min: 0, max: 60 * 24 * 60 }).map((minutes) => minutes * 60_000);

function law(name: string, received: string): string {
  const length = LAW_CLOCKS[name]?.length;
  assert.ok(length);
  return dayOf(new Date(deadlineFrom(new Date(received), length, england).getTime() - 1));
}

test("freedom of information counts out a bank holiday anywhere in the United Kingdom", () => {
  // 4 January 2027 is a bank holiday in Scotland only.
  assert.equal(law("foi", "2026-12-14T09:00:00Z"), "2027-01-15");
  // 17 March in Northern Ireland, and St Andrew's Day in Scotland.
  assert.equal(law("foi", "2026-03-16T12:00:00Z"), "2026-04-16");
  assert.equal(law("environmental-information", "2026-11-27T12:00:00Z"), "2026-12-30");
  // A council's own closed days are not the law's.
  const received = new Date("2026-12-14T09:00:00Z");
  const foi = LAW_CLOCKS["foi"]?.length ?? { amount: 0, unit: "days" };
  assert.deepEqual(deadlineFrom(received, foi, town), deadlineFrom(received, foi, england));
});

test("subject access: the same date of the next month, its last day where it has none, and no day off", () => {
  assert.equal(law("subject-access", "2026-09-03T10:00:00Z"), "2026-10-05");
  assert.equal(law("subject-access", "2026-06-03T10:00:00Z"), "2026-07-03");
  assert.equal(law("subject-access", "2028-01-31T10:00:00Z"), "2028-02-29");
  assert.equal(law("subject-access", "2026-11-25T10:00:00Z"), "2026-12-29");
});

test("planning: 8 weeks, and 13 where it is major", () => {
  assert.equal(law("planning", "2026-03-02T10:00:00Z"), "2026-04-27");
  assert.equal(law("planning-major", "2026-03-02T10:00:00Z"), "2026-06-01");
});

test("working hours run while the office is open, over a night, a weekend, a time change and a closed day", () => {
  const four: DeadlineLength = { amount: 4, unit: "working hours" };
  // Thursday 3pm: two hours that day, and half past ten on Friday is two after half past eight.
  assert.equal(deadlineFrom(new Date("2026-11-26T15:00:00Z"), four, town).toISOString(), "2026-11-27T10:30:00.000Z");
  // Friday 11am, over Saturday morning and the change to summer time.
  assert.equal(deadlineFrom(new Date("2026-03-27T11:00:00Z"), four, town).toISOString(), "2026-03-30T09:00:00.000Z");
  assert.equal(deadlineFrom(new Date("2026-12-23T16:00:00Z"), four, town).toISOString(), "2027-01-02T11:00:00.000Z");
});

test("a council's closed day is no working day, and a bank holiday that it works is one", () => {
  assert.equal(addWorkingDays("2026-12-23", 1, town), "2027-01-04");
  assert.equal(addWorkingDays("2026-05-01", 1, town), "2026-05-04");
  assert.equal(addWorkingDays("2026-05-01", 1, england), "2026-05-05");
});

test("a later start or a greater length never comes to an earlier deadline, which is always after its start", () => {
  fc.assert(
    fc.property(instants, gaps, lengths, calendars, (start, gap, length, calendar) => {
      const due = deadlineFrom(start, length, calendar);
      const longer = deadlineFrom(start, { ...length, amount: length.amount + 1 }, calendar);
      const later = deadlineFrom(new Date(start.getTime() + gap), length, calendar);
      assert.ok(start < due && due <= longer && due <= later);
    }),
  );
});

test("a deadline in working days is the end of a working day in London, whatever the clocks do", () => {
  const working = fc.oneof(
    fc.record({ amount: fc.integer({ min: 1, max: 60 }), unit: fc.constant("working days" as const) }),
    fc.constant(LAW_CLOCKS["subject-access"]?.length ?? { amount: 1, unit: "months" as const }),
  );
  fc.assert(
    fc.property(instants, working, calendars, (start, length, calendar) => {
      const due = deadlineFrom(start, length, calendar);
      const last = dayOf(new Date(due.getTime() - 1));
      assert.ok(isWorkingDay(last, calendar));
      assert.deepEqual(due, startOfDay(addDays(last, 1)));
    }),
  );
});

test("a stop of so many working days moves a deadline by exactly so many, and one of no length by none", () => {
  fc.assert(
    fc.property(instants, gaps, gaps, fc.integer({ min: 1, max: 40 }), calendars, (start, wait, gap, amount, calendar) => {
      const length: DeadlineLength = { amount, unit: "working days" };
      const from = new Date(start.getTime() + wait);
      const until = new Date(from.getTime() + gap);
      const last = (stops: { from: Date; until: Date }[]) => dayOf(new Date(deadlineFrom(start, length, calendar, stops).getTime() - 1));
      assert.equal(
        workingDaysBetween(last([]), last([{ from, until }]), calendar),
        workingDaysBetween(dayOf(from), dayOf(until), calendar),
      );
      assert.equal(last([{ from, until: from }]), last([]));
    }),
  );
});

test("a stop that is cut in two comes to the same as one, in every unit", () => {
  fc.assert(
    fc.property(instants, gaps, gaps, gaps, lengths, calendars, (start, wait, first, second, length, calendar) => {
      const from = new Date(start.getTime() + wait);
      const middle = new Date(from.getTime() + first);
      const until = new Date(middle.getTime() + second);
      const whole = deadlineFrom(start, length, calendar, [{ from, until }]);
      const cut = deadlineFrom(start, length, calendar, [
        { from, until: middle },
        { from: middle, until },
      ]);
      assert.deepEqual(cut, whole);
      assert.ok(whole >= deadlineFrom(start, length, calendar));
    }),
  );
});

test("stops in hours move by the clock, in office hours by office time, in days and longer by days", () => {
  const start = new Date("2026-03-27T10:00:00Z");
  const stop = { from: new Date("2026-03-28T12:00:00Z"), until: new Date("2026-03-30T11:00:00Z") };
  const moved = (length: DeadlineLength): number =>
    deadlineFrom(start, length, england, [stop]).getTime() - deadlineFrom(start, length, england).getTime();
  assert.equal(moved({ amount: 2, unit: "hours" }), 47 * HOUR);
  // From nine to noon on Monday, by summer time.
  assert.equal(officeTimeBetween(stop.from, stop.until, england), 3 * HOUR);
  assert.equal(moved({ amount: 2, unit: "weeks" }), 2 * 24 * HOUR);
});

test("office time that is added lies between, and taken off again leads back", () => {
  fc.assert(
    fc.property(instants, fc.integer({ min: 1, max: 200 * 60 }), calendars, (start, minutes, calendar) => {
      const time = minutes * 60_000;
      const end = addOfficeTime(start, time, calendar);
      assert.equal(officeTimeBetween(start, end, calendar), time);
      const back = subtractOfficeTime(end, time, calendar);
      assert.equal(officeTimeBetween(back, end, calendar), time);
    }),
  );
});

test("before a deadline is the start of a day, after it the end of one, with so many working days between", () => {
  fc.assert(
    fc.property(instants, fc.integer({ min: 1, max: 20 }), calendars, (start, amount, calendar) => {
      const due = deadlineFrom(start, { amount: 10, unit: "working days" }, calendar);
      const last = dayOf(new Date(due.getTime() - 1));
      const length: DeadlineLength = { amount, unit: "working days" };
      assert.equal(workingDaysBetween(dayOf(before(due, length, calendar)), last, calendar), amount);
      const late = after(due, length, calendar);
      assert.equal(workingDaysBetween(last, dayOf(new Date(late.getTime() - 1)), calendar), amount);
      assert.ok(before(due, length, calendar) < due && due < late);
    }),
  );
  assert.equal(daysBetween("2028-02-28", "2028-03-01"), 2);
});
