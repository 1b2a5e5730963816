import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import type { Answers } from "../../src/answers/answer-type.ts";
import { caseFrom, caseJson } from "../../src/cases/case-row.ts";
import type { CaseRow } from "../../src/cases/case-row.ts";
import type { Case } from "../../src/cases/case.ts";
import { fold, opened } from "../../src/cases/case.ts";
import { calendarOfNation } from "../../src/cases/clock/work-calendar.ts";
import type { Command } from "../../src/cases/decide.ts";
import { decide } from "../../src/cases/decide.ts";
import { followingOf } from "../../src/cases/actions/by-itself.ts";
import type { CaseEvent } from "../../src/cases/event.ts";
import { CHAIN_START, chain } from "../../src/cases/event.ts";
import { prepare } from "../../src/cases/prepare.ts";
import type { PublishedService } from "../../src/definition/service.ts";
import { dayOf } from "../../src/platform/clock.ts";
import { compiled } from "../journey/small-service.ts";
import { TREE } from "../support/acting.ts";

const service: PublishedService = { ...compiled(TREE), version: 1 };
const calendar = calendarOfNation("england");
const DAY = 86_400_000;

/** Who asks what of the case, and how long after the thing before. */
interface Deed {
  readonly after: number;
  readonly roles: readonly string[];
  readonly command: Command;
}

interface Run {
  item: Case;
  now: Date;
  readonly events: CaseEvent[];
}

function started(leaning: boolean): Run {
  const now = new Date("2026-03-02T09:00:00Z");
  const answers = { full_name: { first: "Ann", last: "Other" }, email: "ann@example.com", leaning };
  const prepared = prepare(service, answers, now, calendar, { today: dayOf(now), files: [] });
  assert.ok(prepared.ok);
  const { data, person, answers: live } = prepared.prepared;
  const happening = { kind: "submitted", data, personal: { answers: live, person } } as const;
  const place = { caseId: "case", number: 1, previous: CHAIN_START };
  const event = chain("here", place, happening, { at: now, channel: "web", officer: null, key: "0" }, Buffer.alloc(16));
  assert.ok(event.kind === "submitted");
  return { item: opened("here", "REF", event), now, events: [event] };
}

/** Asks it, and lets follow what follows by itself. Gives what happened, each with the case before it. */
function ask(run: Run, { after, roles, command }: Deed): readonly { readonly before: Case; readonly event: CaseEvent }[] {
  run.now = new Date(run.now.getTime() + after);
  const happened: { before: Case; event: CaseEvent }[] = [];
  for (let next: Command | undefined = command; next !== undefined;) {
    const before = run.item;
    const decision = decide(service, before, next, { at: run.now, roles, calendar });
    if (!decision.ok) return happened;
    const place = { caseId: "case", number: before.eventCount + 1, previous: before.head };
    const circumstance = { at: run.now, channel: "desk", officer: null, key: `${before.eventCount}` } as const;
    const event = chain("here", place, decision.happening, circumstance, Buffer.alloc(16));
    run.item = fold(before, event);
    run.events.push(event);
    happened.push({ before, event });
    next = happened.length === 1 ? followingOf(run.item, decision.happening) : undefined;
  }
  return happened;
}

const recorded: fc.Arbitrary<Answers> = fc.record(
  {
    height: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.constant(-3), fc.constant("high")),
    seen_on: fc.constantFrom("2026-03-01", "2099-01-01"),
  },
  { requiredKeys: [] },
);
const acts: fc.Arbitrary<Command> = fc.record({
  kind: fc.constant("act" as const),
  action: fc.constantFrom("measure", "fell", "remove", "leave", "plan-good", "nothing"),
  reason: fc.constantFrom("", "Rotten"),
  seen: fc.constant(1),
  recorded,
  confirmed: fc.boolean(),
});
/** What goes well, so that cases come as far as being closed and opened again. */
const sound = fc.constantFrom<Command>(
  { kind: "act", action: "measure", reason: "", seen: 1, recorded: { height: 25, seen_on: "2026-03-01" } },
  { kind: "act", action: "leave", reason: "", seen: 1 },
  { kind: "reopen", by: "resident", reason: "Again" },
);
const others: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ kind: fc.constant("reopen" as const), by: fc.constantFrom("officer", "resident"), reason: fc.constantFrom("", "Again") }),
  fc.constant<Command>({ kind: "request", name: "plan" }),
  fc.record({
    kind: fc.constant("answer" as const),
    request: fc.constantFrom(1, 2),
    asked: fc.integer({ min: 2, max: 9 }),
    answers: fc.constant({ drawn: "Ann" }),
    files: fc.constant([]),
    shared: fc.constant(false),
  }),
  fc.record({
    kind: fc.constant("review" as const),
    request: fc.constantFrom(1, 2),
    item: fc.constant("drawn"),
    verdict: fc.constantFrom("accepted", "rejected"),
    reason: fc.constant("No"),
    until: fc.constant(null),
    answered: fc.integer({ min: 2, max: 9 }),
  }),
  fc.constantFrom<Command>(
    { kind: "reply", text: "It moved", files: [] },
    { kind: "automatic", cause: "clock" },
    { kind: "automatic", cause: "accepted" },
    { kind: "tell", text: "Hello" },
  ),
);
const deeds: fc.Arbitrary<readonly Deed[]> = fc.array(
  fc.record({
    after: fc.oneof(fc.constant(1000), fc.integer({ min: 0, max: 5 * DAY })),
    roles: fc.constantFrom([], ["worker"], ["adviser"]),
    command: fc.oneof({ arbitrary: acts, weight: 3 }, { arbitrary: others, weight: 2 }, { arbitrary: sound, weight: 4 }),
  }),
  { minLength: 1, maxLength: 25 },
);

/** What this service allows, said once more by hand. */
function assertAllowed({ before, event }: { before: Case; event: CaseEvent }, roles: readonly string[]): void {
  if (event.kind === "reopened") {
    assert.ok(before.stage === "left" && before.closedAt !== null && event.personal.reason !== "");
    assert.ok(event.at.getTime() - before.closedAt.getTime() < 8 * DAY);
    assert.ok(event.data.by === "resident" || roles.includes("worker"));
    return;
  }
  if (event.kind !== "acted") return;
  const { action, automatic } = event.data;
  assert.equal(before.closedAt, null, "a closed case is not worked");
  assert.ok(service.case.stages.get(before.stage)?.actions.has(action));
  if (automatic !== undefined) assert.ok(["plan-came", "plan-good"].includes(action) && before.stage === "received");
  if (action === "fell") assert.equal(before.priority, "high");
  if (action === "remove") {
    assert.ok(Number(before.recorded?.["height"]) > 20 && roles.includes("worker") && event.personal.reason !== "");
  }
  if (action === "measure") {
    const { height, seen_on: seenOn } = event.personal.recorded ?? {};
    assert.ok(typeof height === "number" && height >= 1 && height <= 60 && seenOn === "2026-03-01");
  }
}

test("no sequence makes an action happen that is not allowed, and the case is always the fold of its events and its own row", () => {
  let acted = 0;
  let reopened = 0;
  fc.assert(
    fc.property(fc.boolean(), deeds, (leaning, things) => {
      const run = started(leaning);
      for (const deed of things) {
        const { command } = deed;
        for (const one of ask(run, deed)) {
          assertAllowed(one, deed.roles);
          const { kind } = one.event;
          if (kind === "acted") acted += 1;
          if (kind === "reopened") reopened += 1;
          const isAct = kind === "acted" && command.kind === "act";
          if (isAct && (command.action === "fell" || command.action === "remove")) assert.ok(command.confirmed);
        }
      }
      const [first, ...rest] = run.events;
      assert.ok(first?.kind === "submitted");
      assert.deepEqual(rest.reduce(fold, opened("here", "REF", first)), run.item);
      assert.deepEqual(throughRow(run.item), run.item);
    }),
    { numRuns: 300 },
  );
  // The property says something only where these happen.
  assert.ok(acted > 100 && reopened > 10, `${acted} ${reopened}`);
});

/** The case as its row would give it back. */
function throughRow(item: Case): Case {
  const json = JSON.parse(JSON.stringify(caseJson(item))) as Record<string, unknown>;
  const at = (name: string): Date | null => (typeof json[name] === "string" ? new Date(json[name]) : null);
  const times = Object.fromEntries(["opened_at", "due_at", "closed_at", "erased_at", "updated_at"].map((name) => [name, at(name)]));
  const searched = new Set(["person_search", "person_email", "person_postcode", "nearest_at"]);
  const columns = Object.fromEntries(Object.entries(json).filter(([name]) => !searched.has(name)));
  // Safe: these are the columns of a case, with the types that the database gives them.
  return caseFrom({ ...columns, ...times, head: item.head } as unknown as CaseRow);
}

test("a deadline begins anew with the day on which a case is opened again, and what went before stays on it", () => {
  const run = started(false);
  const act = (action: string, more: Partial<Extract<Command, { kind: "act" }>> = {}): Command => ({
    kind: "act",
    action,
    reason: "",
    seen: 1,
    ...more,
  });
  const measured = { recorded: { height: 12, seen_on: "2026-03-01" } };
  ask(run, { after: 0, roles: [], command: act("measure", measured) });
  ask(run, { after: 4 * DAY, roles: [], command: act("leave") });
  const [first] = run.events;
  const due = run.item.dueAt.toISOString();
  const closed = run.item.closedAt?.toISOString();
  ask(run, { after: 3 * DAY, roles: ["worker"], command: { kind: "reopen", by: "officer", reason: "The roots" } });
  assert.ok(first?.kind === "submitted");
  assert.equal(first.data.due, due);
  assert.deepEqual(run.item.clock.reopened, [{ at: "2026-03-09T09:00:00.000Z", closed, was: due }]);
  // Ten working days from Monday 9 March.
  assert.equal(dayOf(new Date(run.item.dueAt.getTime() - 1)), "2026-03-23");
  assert.deepEqual([run.item.stage, run.item.recorded?.["height"]], ["received", 12]);
  // The event that closes it again says by which deadline it is measured.
  ask(run, { after: DAY, roles: [], command: act("measure", measured) });
  ask(run, { after: 0, roles: [], command: act("leave") });
  const last = run.events.at(-1);
  assert.ok(last?.kind === "acted");
  assert.equal(last.data.due, run.item.dueAt.toISOString());
});

test("an erased case is not opened again, and what was recorded is gone from it", () => {
  const run = started(false);
  ask(run, {
    after: 0,
    roles: [],
    command: { kind: "act", action: "measure", reason: "", seen: 1, recorded: { height: 12, seen_on: "2026-03-01" } },
  });
  ask(run, { after: 0, roles: [], command: { kind: "act", action: "leave", reason: "", seen: 2 } });
  const place = { caseId: "case", number: run.item.eventCount + 1, previous: run.item.head };
  const happening = { kind: "erased", data: { by: "request", why: "" }, personal: null } as const;
  run.item = fold(run.item, chain("here", place, happening, { at: run.now, channel: "desk", officer: null, key: "9" }, Buffer.alloc(16)));
  assert.equal(run.item.recorded, null);
  assert.deepEqual(ask(run, { after: 0, roles: ["worker"], command: { kind: "reopen", by: "resident", reason: "Again" } }), []);
});
