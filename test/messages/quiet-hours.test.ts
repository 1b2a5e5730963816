import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { afterQuiet, isQuiet } from "../../src/councils/quiet-hours.ts";
import { statement } from "../../src/platform/statement.ts";
import { submitted } from "../desk/office.ts";
import { pothole } from "../desk/seeds.ts";
import { testApp } from "../support/app.ts";

const when = statement(
  "test-message-job-times",
  `select coalesce(j.run_at, m.sent_at) as at from messages m left join jobs j on j.council = $1 and j.payload ->> 'message' = m.id::text
  where m.council = $1 and m.case_id = $2 and m.cause like '%:expected'`,
);

const MINUTE = 60_000;
const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });
// The clocks go forward on 29 March 2026 and back on 25 October 2026, at 01:00 UTC.
const around = ["2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z", "2026-06-10T12:00:00Z"].map((at) => Date.parse(at));
const instant = fc
  .tuple(fc.constantFrom(...around), fc.integer({ min: -30 * 60, max: 30 * 60 }))
  .map(([at, minutes]) => new Date(at + minutes * MINUTE));

test("what is held waits for the first minute that is not quiet, also over changes of the clocks", () => {
  fc.assert(
    fc.property(minute, minute, instant, (from, until, at) => {
      fc.pre(from !== until);
      const quiet = { from, until };
      const held = afterQuiet(quiet, at);
      assert.ok(!isQuiet(quiet, held));
      assert.ok(held >= at && held.getTime() - at.getTime() <= 25 * 60 * MINUTE);
      // An hour that the clocks show twice may be quiet the first time and not the second: what waits may then wait for longer.
      const twice = (instant: number): boolean => instant >= (around[1] ?? 0) && instant < (around[1] ?? 0) + 60 * MINUTE;
      for (let before = held.getTime() - MINUTE; before >= at.getTime(); before -= MINUTE)
        assert.ok(twice(before) || isQuiet(quiet, new Date(before)), `${at.toISOString()} could go at ${new Date(before).toISOString()}`);
    }),
    { numRuns: 150 },
  );
});

test("from nine in the evening to eight in the morning", () => {
  const quiet = { from: 21 * 60, until: 8 * 60 };
  for (const [at, goes] of [
    ["2026-03-28T21:00:00Z", "2026-03-29T07:00:00Z"],
    ["2026-10-24T20:30:00Z", "2026-10-25T08:00:00Z"],
    ["2026-06-01T12:00:00Z", "2026-06-01T12:00:00Z"],
    ["2026-06-02T02:00:00Z", "2026-06-02T07:00:00Z"],
  ] as const)
    assert.equal(afterQuiet(quiet, new Date(at)).toISOString().slice(0, 16), goes.slice(0, 16));
  assert.equal(afterQuiet(undefined, new Date(0)).getTime(), 0);
});

test("what happens by itself at night waits for the morning; what somebody did, and an emergency, does not", async (t) => {
  const settings = { SMTP_URL: "smtp://127.0.0.1:9", MAIL_FROM: "no-reply@eastmere.example" };
  const app = await testApp({ settings, start: "2026-03-02T22:30:00Z" });
  t.after(() => app.stop());
  const sent = async (channel: "clock" | "desk", danger: boolean): Promise<string | undefined> => {
    const reference = await submitted(app, "report-a-pothole", pothole({ danger, more: "x" }));
    const item = await app.context.cases.byReference("eastmere", reference);
    const key = app.context.ids.uuid(app.clock.now());
    const asking = { council: "eastmere", caseId: item?.id ?? "", channel, officer: null, roles: [], key } as const;
    const applied = await app.context.cases.apply(asking, { kind: "expect", day: "2026-03-09", text: "" });
    assert.ok(applied.ok);
    const rows = await app.database.query<{ at: Date }>(when, ["eastmere", applied.item.id]);
    return rows.at(-1)?.at.toISOString().slice(0, 16);
  };
  assert.equal(await sent("clock", false), "2026-03-03T08:00");
  assert.equal(await sent("desk", false), "2026-03-02T22:30");
  assert.equal(await sent("clock", true), "2026-03-02T22:30");
});
