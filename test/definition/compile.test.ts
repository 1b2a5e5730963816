import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { holds } from "../../src/rules/compile-rule.ts";
import { FRAGMENT, SOUND, changed, serviceFrom } from "./compile-text.ts";

const service = serviceFrom(SOUND);

test("questions stand in the order asked, with those of the fragment", () => {
  const ids = [
    "tool",
    "height",
    "extras",
    "weekly",
    "first_day",
    "last_day",
    "helpers",
    "used_at",
    "backers",
    "address",
    "card",
    "notes",
    "your_name",
    "your_email",
  ];
  assert.deepEqual([...service.questions.keys()], ids);
});

test("a screen is called by its first question, with hyphens", () => {
  assert.deepEqual([...service.screens.keys()].slice(3, 5), ["first-day", "helpers"]);
  const screen = service.screens.get("first-day");
  assert.equal(screen?.title, "When do you need it?");
  assert.deepEqual(
    screen?.questions.map((question) => question.id),
    ["first_day", "last_day"],
  );
});

test("steps keep the kinds, guards and places of the file", () => {
  const shapes = service.flow.map((step) => `${step.kind}${step.when === undefined ? "" : ` when ${step.when.reads.join()}`}`);
  assert.deepEqual(shapes.slice(0, 6), ["screen", "screen when tool", "stop when height", "screen", "screen", "branch when tool"]);
});

test("guards, musts, the fee and the priority are rules that run", () => {
  const [, height, stop] = service.flow;
  assert.ok(height?.when !== undefined && stop?.when !== undefined);
  assert.equal(holds(height.when, { today: "2026-07-01", tool: "ladder" }), true);
  assert.equal(holds(stop.when, { today: "2026-07-01", tool: "drill", height: null }), false);
  const must = service.screens.get("first-day")?.musts[0];
  assert.equal(must?.field, "last_day");
  assert.equal(must === undefined || holds(must.rule, { today: "2026-07-01", first_day: "2026-07-02", last_day: "2026-07-01" }), false);
  assert.equal(service.fee?.run({ today: "2026-07-01", extras: ["gloves", "goggles"] }), 5);
  assert.equal(service.case.priority?.run({ today: "2026-07-01", tool: "drill" }), "high");
});

test("the case plan has stages, actions, roles and deadlines", () => {
  const { stages, first, deadline } = service.case;
  assert.equal(first, "received");
  assert.deepEqual(
    [...stages.values()].map((stage) => stage.closed),
    [false, false, false, true, true],
  );
  const { closed, actions, title, says, next, ...clock } = stages.get("waiting") ?? assert.fail();
  assert.deepEqual([closed, title, says, next], [false, "Waiting for you", "We need to know more.", "Tell us what we asked."]);
  assert.deepEqual([...actions.keys()], ["go-on", "give-up"]);
  assert.deepEqual(clock, {
    id: "waiting",
    deadline: { amount: 10, unit: "working days" },
    on: { deadline: "give-up", replied: "go-on" },
    pauses: "waiting for you",
  });
  assert.equal(stages.get("lent")?.actions.get("chase")?.priority, "high");
  assert.deepEqual(service.case.warn, { amount: 4, unit: "working hours" });
  assert.deepEqual(service.case.escalate, { after: { amount: 1, unit: "working days" }, to: "adviser" });
  assert.deepEqual(stages.get("received")?.actions.get("lend"), {
    id: "lend",
    title: "Lend it",
    to: "lent",
    by: ["adviser"],
    reason: "none",
    asks: [],
  });
  const back = stages.get("lent")?.actions.get("take-back");
  assert.deepEqual([back?.asks.map(({ id }) => id), back?.confirm], [["state", "fine"], "I have the tool here."]);
  assert.deepEqual(back?.when?.reads, ["tool", "priority"]);
  assert.deepEqual(
    [...service.case.asked].map(([id, one]) => [id, one.public]),
    [
      ["state", true],
      ["fine", false],
    ],
  );
  assert.deepEqual(stages.get("back")?.reopen, { within: { amount: 28, unit: "days" }, to: "waiting", by: ["adviser"], resident: true });
  assert.deepEqual(deadline, { high: { amount: 1, unit: "working days" }, normal: { amount: 2, unit: "working days" } });
  assert.deepEqual(service.retention, { amount: 1, unit: "years" });
});

test("the person's questions come from the file and from its fragments", () => {
  assert.deepEqual(service.person, { name: "your_name", email: "your_email", address: "address" });
});

test("name, email, phone and address are personal unless they say otherwise", () => {
  assert.equal(service.questions.get("your_email")?.personal, true);
  assert.equal(service.questions.get("card")?.personal, false);
  const open = serviceFrom(changed("type: address }", "type: address, personal: false }"));
  assert.equal(open.questions.get("address")?.personal, false);
});

test("default stands for the house text of the occasion", () => {
  assert.match(service.messages.get("received")?.body ?? "", /Your reference is \{reference\}/);
  const more = serviceFrom(changed("messages:\n", "messages:\n  back: default\n  lend: default\n"));
  assert.notEqual(more.messages.get("back")?.body, more.messages.get("lend")?.body);
  assert.equal(service.messages.get("take-back")?.subject, "Thank you");
});

test("the hash is that of the file and its fragments", () => {
  assert.equal(service.hash, createHash("sha256").update(SOUND).update(FRAGMENT).digest("hex"));
  assert.notEqual(serviceFrom(`${SOUND}\n`).hash, service.hash);
});

test("a fragment under a rule, a list under a rule and a lone number as a fee are all read", () => {
  const guarded = serviceFrom(changed("  - who-you-are\n", '  - { when: tool = "drill", ask: who-you-are }\n'));
  assert.equal(guarded.flow.at(-1)?.kind, "branch");
  const together = serviceFrom(
    changed(
      '{ when: tool = "drill", then: [helpers] }\n  - used_at\n  - backers\n  - address\n  - card\n',
      'helpers\n  - used_at\n  - backers\n  - { when: tool = "drill", ask: [address, card] }\n',
    ),
  );
  assert.equal(together.screens.get("address")?.questions.length, 2);
  const flat = serviceFrom(changed("fee: if count(extras) > 1 then 5 else 3", "fee: 3.50"));
  assert.equal(flat.fee?.run({ today: "2026-07-01" }), 3.5);
});

test("a compiled service refuses every change", () => {
  const seen = new Set<unknown>();
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    assert.ok(Object.isFrozen(value), path);
    for (const [key, part] of value instanceof Map ? value : Object.entries(value)) visit(part, `${path}.${String(key)}`);
  };
  visit(service, "service");
  // The types forbid it; a caller in plain JavaScript could try.
  const questions = service.questions as Map<string, unknown>;
  assert.throws(() => questions.set("more", {}), TypeError);
  assert.throws(() => questions.delete("tool"), TypeError);
  assert.throws(() => questions.clear(), TypeError);
  assert.ok(seen.size > 100);
});

test("without a council, teams and roles go unchecked; line ends of Windows and a byte order mark are read", () => {
  const windows = serviceFrom(`\uFEFF${SOUND.replaceAll("\n", "\r\n")}`);
  assert.deepEqual([...windows.questions.keys()], [...service.questions.keys()]);
});
