import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import type { Case } from "../../src/cases/case.ts";
import { fold, opened } from "../../src/cases/case.ts";
import { nearestOf, NO_DEADLINE, openPause } from "../../src/cases/clock/case-clock.ts";
import { deadlineFrom } from "../../src/cases/clock/deadline.ts";
import { lengthFor, stoppedInAll } from "../../src/cases/clock/moves.ts";
import { nextAlarm } from "../../src/cases/clock/alarms.ts";
import { addWorkingDays, workingDaysBetween } from "../../src/cases/clock/work-calendar.ts";
import type { CaseEvent } from "../../src/cases/event.ts";
import { dayOf } from "../../src/platform/clock.ts";
import { ClockedCase, clockedService } from "./small-case.ts";

const service = clockedService();
/** Nothing happens by itself but actions. */
const quiet = clockedService(["  stages:\n", "  warn: never\n  escalate: never\n  stages:\n"]);

test("the clock stops at a stage that waits for the person, and the deadline moves by the working days that it was stopped", () => {
  const one = new ClockedCase(quiet, "2026-03-25T10:00:00Z");
  assert.equal(one.lastDay(), "2026-04-10");
  one.goTo("2026-03-27T10:00:00Z");
  one.act("ask");
  assert.deepEqual(openPause(one.item.clock), { from: "2026-03-27T10:00:00.000Z", until: null, why: "waiting for you" });
  // The stage's own time runs on while the case's does not.
  assert.equal(nearestOf(one.item).toISOString(), one.item.clock.stageDue);
  one.goTo("2026-04-07T10:00:00Z");
  // Good Friday and Easter Monday count out: five working days from Monday 30 March.
  assert.deepEqual(stoppedInAll(quiet, one.item, one.now, one.calendar), { amount: 5, unit: "working days" });
  const event = one.act("answer");
  assert.deepEqual(event?.kind === "acted" && event.data.moved, {
    was: "2026-04-10T23:00:00.000Z",
    due: "2026-04-17T23:00:00.000Z",
    stopped: 5,
    unit: "working days",
  });
  assert.deepEqual([one.lastDay(), one.item.clock.promised], ["2026-04-17", "2026-04-10T23:00:00.000Z"]);
  assert.deepEqual(one.item.clock.pauses, [
    { from: "2026-03-27T10:00:00.000Z", until: "2026-04-07T10:00:00.000Z", why: "waiting for you" },
  ]);
});

test("an action stops the clock until the next, and with no stage to be done with nothing is due", () => {
  const one = new ClockedCase(quiet, "2026-06-01T10:00:00Z");
  one.act("visit");
  assert.equal(openPause(one.item.clock)?.why, "waiting for the owner");
  assert.deepEqual([nearestOf(one.item), nextAlarm(quiet, one.item, one.now, one.calendar)], [NO_DEADLINE, null]);
  one.goTo("2026-06-03T10:00:00Z", 1440);
  one.act("redo");
  assert.deepEqual([openPause(one.item.clock), one.lastDay()], [undefined, "2026-06-17"]);
  // Back at its stage, which has its three days anew.
  assert.equal(one.item.clock.stageDue, "2026-06-08T23:00:00.000Z");
});

test("when the person writes, the case goes on by itself and still waits for an answer", () => {
  const one = new ClockedCase(quiet, "2026-06-01T10:00:00Z");
  one.act("ask");
  one.goTo("2026-06-02T10:00:00Z");
  one.ask({ kind: "reply", text: "It is the blue one", files: [] });
  assert.deepEqual(one.kinds(), ["submitted", "acted", "replied", "acted"]);
  const last = one.events.at(-1);
  assert.ok(last?.kind === "acted");
  assert.deepEqual([last.data.automatic, last.channel, last.officer, last.data.resumed], ["reply", "clock", null, true]);
  assert.deepEqual([one.item.stage, one.item.waitingReply, openPause(one.item.clock)], ["received", true, undefined]);
});

test("a case that nobody answers closes by itself on the deadline of its stage, in time by the clock that was stopped", () => {
  const one = new ClockedCase(service, "2026-06-01T10:00:00Z");
  one.act("ask");
  one.goTo("2026-07-01T10:00:00Z");
  assert.deepEqual(one.kinds(), ["submitted", "acted", "warned", "acted"]);
  const last = one.events.at(-1);
  assert.ok(last?.kind === "acted");
  assert.deepEqual([last.data.action, last.data.automatic, last.data.closes], ["give-up", "deadline", true]);
  assert.equal(dayOf(last.at), "2026-06-16");
  assert.ok(one.item.closedAt !== null && one.item.closedAt < one.item.dueAt);
  // The event that closes it says by which deadline it is measured.
  assert.equal(last.data.due, one.item.dueAt.toISOString());
});

test("officers are warned before and a missed deadline is told after, each once, of the stage and of the case", () => {
  const one = new ClockedCase(service, "2026-06-01T10:00:00Z");
  one.goTo("2026-07-10T10:00:00Z");
  const told = one.events.slice(1).map((event) => {
    assert.ok(event.kind === "warned" || event.kind === "escalated");
    return `${dayOf(event.at)} ${event.kind} ${event.data.of}`;
  });
  // Three working days end on Thursday 4 June, ten on Monday 15 June.
  assert.deepEqual(told, ["2026-06-03 warned stage", "2026-06-06 escalated stage", "2026-06-11 warned case", "2026-06-17 escalated case"]);
});

test("what the definition says of warnings and escalation is done, to the hour", () => {
  const own = clockedService(
    ["      deadline: 3 working days\n", ""],
    ["  stages:\n", "  warn: 2 working hours before\n  escalate: 3 working hours after, to manager\n  stages:\n"],
  );
  const one = new ClockedCase(own, "2026-06-01T09:00:00Z", true);
  assert.equal(one.item.dueAt.toISOString(), "2026-06-01T13:00:00.000Z");
  one.goTo("2026-06-03T10:00:00Z", 30);
  const told = one.events.slice(1).map(({ kind, at, data }) => [kind, at.toISOString(), "to" in data && data.to]);
  assert.deepEqual(told, [
    ["warned", "2026-06-01T11:00:00.000Z", false],
    ["escalated", "2026-06-01T16:00:00.000Z", "manager"],
  ]);
  assert.equal(own.case.escalate !== undefined && own.case.escalate !== "never" && own.case.escalate.to, "manager");
});

test("a program that was away warns of nothing that has passed", () => {
  const one = new ClockedCase(service, "2026-06-01T10:00:00Z");
  one.now = new Date("2026-06-12T10:00:00Z");
  one.look();
  assert.deepEqual(
    one.events.slice(1).map(({ kind, data }) => [kind, "of" in data && data.of]),
    [
      ["escalated", "stage"],
      ["warned", "case"],
    ],
  );
});

test("another priority works the deadline out anew from the start, with what it was", () => {
  const one = new ClockedCase(quiet, "2026-06-01T10:00:00Z");
  one.goTo("2026-06-01T11:00:00Z");
  const event = one.act("hurry");
  assert.deepEqual(event?.kind === "acted" && [event.data.priority, event.data.moved], [
    "high",
    { was: "2026-06-15T23:00:00.000Z", due: "2026-06-01T14:00:00.000Z", priority: "normal" },
  ]);
  assert.deepEqual([one.item.priority, one.item.dueAt.toISOString()], ["high", "2026-06-01T14:00:00.000Z"]);
  one.act("calm");
  assert.equal(one.lastDay(), "2026-06-15");
});

test("an officer's word on when to expect it moves no deadline, and no day before today is taken", () => {
  const one = new ClockedCase(quiet, "2026-06-01T10:00:00Z");
  const before = one.item;
  assert.equal(one.ask({ kind: "expect", day: "2026-05-31", text: "" }), undefined);
  one.ask({ kind: "expect", day: "2026-06-20", text: "The part is late." });
  assert.deepEqual([one.item.clock.expected, one.item.dueAt], ["2026-06-20", before.dueAt]);
});

/** What people do to a case, with how many minutes go by before. */
const deeds = fc.array(
  fc.record({
    after: fc.oneof(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 20 * 24 * 60 })),
    what: fc.constantFrom("ask", "answer", "visit", "redo", "hurry", "calm", "note", "tell", "reply", "take", "expect", "nothing"),
  }),
  { maxLength: 14 },
);
/** Ten years to the minute, with their time changes and leap days. */
const starts = fc.integer({ min: 0, max: 10 * 366 * 1440 }).map((minute) => new Date(Date.parse("2023-01-01T00:00:00Z") + minute * 60_000));

const COMMENTS = {
  note: { kind: "note", text: "A note" },
  tell: { kind: "tell", text: "Hello" },
  take: { kind: "take", officer: "an officer" },
} as const;

function live(
  start: Date,
  urgent: boolean,
  things: readonly { after: number; what: string }[],
  each: (one: ClockedCase, what: string) => void,
) {
  const one = new ClockedCase(service, start, urgent);
  for (const { after, what } of things) {
    one.goTo(new Date(one.now.getTime() + after * 60_000), 12 * 60);
    if (one.item.closedAt !== null) break;
    if (what === "note" || what === "tell" || what === "take") one.ask(COMMENTS[what]);
    else if (what === "reply") one.ask({ kind: "reply", text: "Here", files: [] });
    else if (what === "expect") one.ask({ kind: "expect", day: dayOf(one.now), text: "" });
    else if (what !== "nothing") one.act(what);
    each(one, what);
  }
  return one;
}

function folded(events: readonly CaseEvent[]): Case {
  const [first, ...others] = events;
  assert.ok(first?.kind === "submitted");
  return others.reduce(fold, opened("here", "REF", first));
}

test("over years: a case is the fold of its events, and its deadline is what its pauses and its priority come to", () => {
  fc.assert(
    fc.property(starts, fc.boolean(), deeds, (start, urgent, things) => {
      const one = live(start, urgent, things, ({ item, events }) => assert.deepEqual(item, folded(events)));
      const { item, calendar } = one;
      const stops = item.clock.pauses.flatMap(({ from, until }) =>
        until === null ? [] : [{ from: new Date(from), until: new Date(until) }],
      );
      assert.deepEqual(item.dueAt, deadlineFrom(item.openedAt, lengthFor(service, item.priority), calendar, stops));
      // Pauses follow one another, and only the last may be open.
      for (const [index, { from, until }] of item.clock.pauses.entries()) {
        const next = item.clock.pauses[index + 1];
        assert.ok(next === undefined || (until !== null && from <= until && until <= next.from));
      }
    }),
    { numRuns: 100 },
  );
});

test("over years: nothing that is written or taken moves a deadline", () => {
  fc.assert(
    fc.property(starts, fc.boolean(), deeds, (start, urgent, things) => {
      let due = new ClockedCase(service, start, urgent).item.dueAt;
      live(start, urgent, things, ({ item }, what) => {
        if (["note", "tell", "take", "expect", "nothing"].includes(what)) assert.deepEqual(item.dueAt, due);
        due = item.dueAt;
      });
    }),
    { numRuns: 100 },
  );
});

test("over years: each deadline is warned of and told of once, a warning before it and the other after, and none once closed", () => {
  fc.assert(
    fc.property(starts, fc.boolean(), deeds, (start, urgent, things) => {
      const one = live(start, urgent, things, () => undefined);
      one.goTo(new Date(one.now.getTime() + 60 * 86_400_000), 24 * 60);
      const told = new Set<string>();
      let closed = false;
      for (const event of one.events) {
        if (event.kind === "acted") closed ||= event.data.closes;
        if (event.kind !== "warned" && event.kind !== "escalated") continue;
        assert.ok(!closed);
        const due = new Date(event.data.due);
        assert.ok(event.kind === "warned" ? event.at < due : event.at >= due);
        // A priority that goes and comes again gives the deadline it gave before, and a stage left and entered on one day too.
        const moves = one.events.filter(({ kind, number }) => kind === "acted" && number < event.number).length;
        const what = `${event.kind} ${event.data.of} ${event.data.due} ${moves}`;
        assert.ok(!told.has(what), what);
        told.add(what);
      }
      // An open case whose clock runs has been told of by now.
      if (one.item.closedAt === null && openPause(one.item.clock) === undefined)
        assert.equal(one.item.clock.escalated.case, one.item.dueAt.toISOString());
    }),
    { numRuns: 100 },
  );
});

test("over years: stopped for so many working days, a case is due exactly so many later; stopped for no time, not at all", () => {
  fc.assert(
    fc.property(starts, fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 9 }), (start, wait, days) => {
      const one = new ClockedCase(quiet, start);
      const first = one.lastDay();
      const asked = addWorkingDays(dayOf(start), wait, one.calendar);
      one.now = new Date(Math.max(start.getTime(), Date.parse(`${asked}T12:00:00Z`)));
      one.act("visit");
      if (days > 0) one.now = new Date(`${addWorkingDays(dayOf(one.now), days, one.calendar)}T12:00:00Z`);
      const event = one.act("redo");
      assert.equal(workingDaysBetween(first, one.lastDay(), one.calendar), days);
      if (days === 0) assert.ok(event?.kind === "acted" && event.data.moved === undefined && event.data.due === undefined);
    }),
  );
});
