import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { Answers } from "../../src/answers/answer-type.ts";
import { acceptAnswers } from "../../src/journey/accept.ts";
import { coveringJourneys } from "../../src/journey/cover.ts";
import { openScreens, partsOf } from "../../src/journey/parts.ts";
import { script } from "../../src/journey/script.ts";
import { walk } from "../../src/journey/walk.ts";
import { shelf } from "./shelf.ts";
import { service, yesNo } from "./small-service.ts";

const TODAY = "2026-03-02";

// The second section reads the first, the fourth reads the second; the third reads none. The last is there for some only.
const FLOW = `  - resident
  - { section: home, title: Your home, asks: [owner, { when: owner, ask: loan }] }
  - { section: money, title: Your money, asks: [savings, { when: owner and savings, stop: no }] }
  - { section: you, title: About you, asks: [older] }
  - { section: checks, title: Checks, asks: [{ when: savings, ask: proof }, letter] }
  - { section: carer, title: Your carer, when: older, asks: [cared] }`;
const LONG = service(yesNo("resident", "owner", "loan", "savings", "older", "proof", "letter", "cared"), FLOW);

function statuses(answers: Answers): Readonly<Record<string, string>> {
  return Object.fromEntries(walk(LONG, answers, TODAY).sections.map(({ section, status }) => [section.id, status]));
}

describe("sections of a long application", () => {
  test("what a section needs is what its rules read, and not its place", () => {
    const needs = LONG.flow.flatMap((step) => (step.kind === "section" ? [[step.section.id, step.section.needs]] : []));
    assert.deepEqual(needs, [
      ["home", []],
      ["money", ["home"]],
      ["you", []],
      ["checks", ["money"]],
      ["carer", ["you"]],
    ]);
  });

  test("there is no task list before the first questions are answered", () => {
    assert.deepEqual(statuses({}), {});
    const begun = { home: "not-started", money: "cannot-start", you: "not-started", checks: "cannot-start", carer: "cannot-start" };
    assert.deepEqual(statuses({ resident: true }), begun);
  });

  test("a section that reads none can be completed first, and opens those that read it", () => {
    assert.deepEqual(statuses({ resident: true, older: true, owner: true }), {
      home: "in-progress",
      money: "cannot-start",
      you: "completed",
      checks: "cannot-start",
      carer: "not-started",
    });
    assert.equal(statuses({ resident: true, older: false })["carer"], undefined);
  });

  test("changing an answer reopens its section and closes those that need it: their answers are absent, and come back", () => {
    const whole = { resident: true, owner: false, savings: true, older: false, proof: true, letter: true };
    assert.equal(walk(LONG, whole, TODAY).at.kind, "check");
    const changed = walk(LONG, { ...whole, owner: true }, TODAY);
    assert.deepEqual(Object.keys(changed.live), ["resident", "owner", "older"]);
    assert.deepEqual(
      openScreens(changed).map(({ id }) => id),
      ["loan"],
    );
    assert.equal(statuses({ ...whole, owner: true })["money"], "cannot-start");
    assert.deepEqual(Object.keys(walk(LONG, { ...whole, owner: false }, TODAY).live).length, 6);
  });

  test("an outcome in any section ends the journey", () => {
    const end = walk(LONG, { resident: true, owner: true, loan: false, savings: true, older: true, cared: true }, TODAY);
    assert.deepEqual(end.at, { kind: "outcome", outcome: "no" });
  });

  test("the answers come by section, the first questions before them", () => {
    const end = walk(LONG, { resident: true, older: true, owner: false, cared: false }, TODAY);
    const parts = partsOf(end).map(({ section, screens }) => [section?.title, screens.map(({ id }) => id)]);
    assert.deepEqual(parts, [
      [undefined, ["resident"]],
      ["Your home", ["owner"]],
      ["About you", ["older"]],
      ["Your carer", ["cared"]],
    ]);
  });

  test("the desk's page has every section that can be asked, each under its title", () => {
    const { screens, headings } = script(LONG, {}, TODAY);
    assert.deepEqual(
      screens.map((screen) => [headings.get(screen), screen.id]),
      [
        [undefined, "resident"],
        ["Your home", "owner"],
        ["Your money", "savings"],
        ["About you", "older"],
        ["Checks", "letter"],
      ],
    );
  });

  test("another system is told what is missing in every section at once", () => {
    const acceptance = acceptAnswers(LONG, { resident: true }, { today: TODAY, files: [] });
    assert.deepEqual(acceptance.ok ? [] : acceptance.problems.map(({ field }) => field), ["owner", "older"]);
  });
});

const long = [LONG, ...shelf()].filter(({ flow }) => flow.some(({ kind }) => kind === "section"));

for (const one of long) {
  test(`${one.id}: in whatever order its open screens are answered, a journey comes to the same end with the same answers`, () => {
    const journeys = coveringJourneys(one, TODAY);
    fc.assert(
      fc.property(fc.nat(journeys.length - 1), fc.infiniteStream(fc.nat(50)), (index, draws) => {
        const journey = journeys[index];
        assert.ok(journey);
        let answers: Answers = {};
        for (let screens = 0; screens < 100; screens++) {
          const now = walk(one, answers, TODAY);
          const open = openScreens(now);
          if (now.at.kind !== "screen") break;
          const screen = open[(draws.next().value ?? 0) % open.length];
          assert.ok(screen);
          // A journey that stops early knows no answers to the sections after its stop.
          const known = screen.questions.filter(({ id }) => journey.answers[id] !== undefined);
          if (known.length < screen.questions.length) continue;
          const shown = screen.facts.map(({ question: { id } }) => [id, now.stated[id] ?? null] as const);
          answers = { ...answers, ...Object.fromEntries([...shown, ...known.map(({ id }) => [id, journey.answers[id] ?? null] as const)]) };
        }
        const end = walk(one, answers, TODAY);
        assert.deepEqual(end.at, journey.end);
        if (end.at.kind === "check") assert.deepEqual(end.live, journey.answers);
      }),
      { numRuns: 100 },
    );
  });
}
