import assert from "node:assert/strict";
import { test } from "node:test";
import { londonInstant, londonText } from "../../src/platform/london-time.ts";

const at = (day: string, time: string): string | undefined => londonInstant(day, time)?.toISOString();

test("a day and time in London is an instant, in winter, in summer and on the days the clocks change", () => {
  assert.equal(at("2026-01-15", "09:00"), "2026-01-15T09:00:00.000Z");
  assert.equal(at("2026-06-01", "09:00"), "2026-06-01T08:00:00.000Z");
  assert.equal(at("2026-06-01", "00:00"), "2026-05-31T23:00:00.000Z");
  assert.equal(at("2026-10-25", "01:30"), "2026-10-25T00:30:00.000Z", "the first of the two");
  assert.equal(at("2026-03-29", "01:30"), undefined, "skipped");
  assert.equal(londonText(new Date("2026-06-01T08:00:00Z")), "2026-06-01 09:00");
});

test("what is no day or time is none", () => {
  for (const [day, time] of [
    ["2026-02-30", "09:00"],
    ["2026-6-1", "09:00"],
    ["2026-06-01", "24:00"],
    ["2026-06-01", "9"],
    ["", ""],
  ] as const)
    assert.equal(at(day, time), undefined, `${day} ${time}`);
});
