import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { changedMeanings, diffServices } from "../../src/definition/diff/diff-services.ts";
import { coveringJourneys } from "../../src/journey/cover.ts";
import { moveOn } from "../../src/journey/move-on.ts";
import { walk } from "../../src/journey/walk.ts";
import { compileText, SOUND } from "../definition/compile-text.ts";

const TODAY = "2026-03-02";

/** Changes that a designer makes, alone or together. */
const CHANGES: readonly (readonly [string, string])[] = [
  ["Which tool do you need?", "Which tool is it?"],
  ["most: 9, unit", "most: 8, unit"],
  ["{ gloves: Gloves, goggles: Goggles }", "{ gloves: Gloves, goggles: Goggles, mask: A mask }"],
  [
    "{ ask: What is your library card number?, type: text, longest: 20 }",
    "{ ask: What is your library card number?, type: text, longest: 30 }",
  ],
  ["  - notes\n", "  - notes\n  - floor\n"],
  ["flow:\n  - tool", "flow:\n  - card\n  - tool"],
  ["  - card\n  - notes", "  - notes"],
  ["height > 6", "height > 5"],
  ["fee: if count(extras) > 1 then 5 else 3", "fee: 4"],
  ["I will bring the tool back clean.", "I will bring the tool back clean and dry."],
];

function changedText(picked: readonly number[]): string {
  let text = SOUND;
  for (const index of picked) {
    const [from, to] = CHANGES[index] ?? ["", ""];
    text = text.replace(from, to);
  }
  const asked = text.includes("- floor") ? "questions:\n  floor: { ask: On which floor do you live?, type: text }\n" : "questions:\n";
  return text.replace("questions:\n", asked);
}

function serviceOf(picked: readonly number[]) {
  const compilation = compileText(changedText(picked));
  return compilation.ok ? compilation.service : undefined;
}

const before = serviceOf([]);
assert.ok(before);
const journeys = coveringJourneys(before, TODAY).map(({ answers }) => answers);

test("whatever changes, a journey moves only with answers that mean what they meant, and stands where the new version has it", () => {
  let moved = 0;
  let stayed = 0;
  const versions = fc.subarray(
    CHANGES.map((_, index) => index),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(versions, fc.nat(), fc.nat(), (picked, which, count) => {
      const after = serviceOf(picked);
      if (after === undefined) return;
      const whole = Object.entries(journeys[which % journeys.length] ?? {});
      const answers = Object.fromEntries(whole.slice(0, count % (whole.length + 1)));
      const changed = changedMeanings(diffServices(before, after));
      const live = Object.keys(walk(before, answers, TODAY).live);
      const moving = moveOn(before, after, answers, TODAY);
      if (!moving.ok) {
        stayed += 1;
        assert.deepEqual([...moving.because].toSorted(), live.filter((id) => changed.includes(id)).toSorted());
        return;
      }
      moved += 1;
      assert.deepEqual(
        live.filter((id) => changed.includes(id)),
        [],
      );
      for (const [id, answer] of Object.entries(moving.answers)) {
        assert.ok(after.questions.has(id) && !changed.includes(id), id);
        assert.deepEqual(answer, answers[id]);
      }
      assert.equal(Object.keys(moving.answers).length + moving.dropped.length, Object.keys(answers).length);
      if (picked.length === 0) assert.equal(moving.matters, false);
    }),
    { numRuns: 150 },
  );
  assert.ok(moved > 30 && stayed > 5, `${moved} moved, ${stayed} stayed`);
});

test("a fee or a declaration that changes matters, and so does an answer that is asked for no more", () => {
  const [answers = {}] = journeys;
  const matters = (...picked: readonly number[]): boolean => {
    const after = serviceOf(picked);
    assert.ok(after);
    const moving = moveOn(before, after, answers, TODAY);
    assert.ok(moving.ok);
    return moving.matters;
  };
  assert.deepEqual([matters(), matters(2), matters(8), matters(9)], [false, false, true, true]);
});
