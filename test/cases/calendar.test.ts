import assert from "node:assert/strict";
import { test } from "node:test";

import Holidays from "date-holidays";
import fc from "fast-check";

import { BANK_HOLIDAYS } from "../../src/councils/bank-holidays.ts";
import { addDays, addMonths, startOfDay } from "../../src/cases/calendar.ts";
import { deadlineFrom } from "../../src/cases/clock/deadline.ts";
import { addWorkingDays, calendarOfNation, isWorkingDay } from "../../src/cases/clock/work-calendar.ts";
import { dayOf } from "../../src/platform/clock.ts";

const days = fc.integer({ min: 0, max: 366 * 15 }).map((offset) => addDays("2021-01-01", offset));
const england = calendarOfNation("england");
const nations = fc.constantFrom("england", "wales", "scotland", "northern-ireland").map(calendarOfNation);

test("the bank holidays are those of the kept library", () => {
  for (const [nation, region] of Object.entries({ england: "ENG", wales: "WLS", scotland: "SCT", "northern-ireland": "NIR" })) {
    const library = new Holidays("GB", region);
    const theirs = new Set<string>();
    for (let year = 2020; year <= 2040; year++) {
      for (const { type, date } of library.getHolidays(year)) {
        const weekday = new Date(`${date.slice(0, 10)}T00:00:00Z`).getUTCDay();
        if (type === "public" && weekday !== 0 && weekday !== 6) theirs.add(date.slice(0, 10));
      }
    }
    const ours = Object.entries(BANK_HOLIDAYS).find(([name]) => name === nation)?.[1];
    assert.deepEqual(ours, [...theirs].toSorted());
  }
});

test("published bank holidays of England count out: Easter, Christmas and the substitute day", () => {
  assert.equal(addWorkingDays("2026-04-02", 1, england), "2026-04-07");
  assert.equal(addWorkingDays("2026-12-24", 1, england), "2026-12-29");
  assert.equal(addWorkingDays("2026-12-31", 1, calendarOfNation("scotland")), "2027-01-05");
});

test("counting working days one by one comes to the same day, and never to a day off", () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 60 }), nations, (day, count, nation) => {
      const end = addWorkingDays(day, count, nation);
      let seen = 0;
      for (let at = addDays(day, 1); at <= end; at = addDays(at, 1)) if (isWorkingDay(at, nation)) seen += 1;
      assert.equal(seen, count);
      assert.ok(isWorkingDay(end, nation));
    }),
  );
});

test("a day starts at its first instant in London, also when the clocks change", () => {
  fc.assert(
    fc.property(days, (day) => {
      const start = startOfDay(day);
      assert.equal(dayOf(start), day);
      assert.equal(dayOf(new Date(start.getTime() - 1)), addDays(day, -1));
    }),
  );
});

test("a deadline in hours runs on the clock; one in days ends with its last day, whole", () => {
  const opened = new Date("2026-03-27T16:30:00Z");
  assert.equal(deadlineFrom(opened, { amount: 2, unit: "hours" }, england).toISOString(), "2026-03-27T18:30:00.000Z");
  // Over the change to summer time: the last day is Friday 3 April's next working day.
  assert.equal(deadlineFrom(opened, { amount: 5, unit: "working days" }, england).toISOString(), "2026-04-07T23:00:00.000Z");
  assert.equal(deadlineFrom(opened, { amount: 1, unit: "months" }, england).toISOString(), "2026-04-27T23:00:00.000Z");
  assert.equal(addMonths("2027-11-30", 3), "2028-02-29");
});
