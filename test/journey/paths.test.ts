import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { coveringJourneys } from "../../src/journey/cover.ts";
import { endingOf } from "../../src/journey/ending.ts";
import { pathsOf } from "../../src/journey/paths.ts";
import { walk } from "../../src/journey/walk.ts";
import { shelf } from "./shelf.ts";
import { asks, service, trying, yesNo } from "./small-service.ts";

const today = "2026-03-02";

for (const one of shelf()) {
  test(`${one.id}: every path is walked to its end by its answers, is there once, and comes to every ending`, () => {
    const { paths, leftOut, notFollowed } = pathsOf(one, today);
    for (const { answers, screens, end } of paths) {
      const whole = walk(one, answers, today);
      assert.deepEqual([whole.answered.map(({ id }) => id), endingOf(one, whole)], [screens, end]);
    }
    assert.equal(new Set(paths.map(({ screens, end }) => JSON.stringify([screens, end]))).size, paths.length);
    assert.deepEqual([leftOut, notFollowed], [0, 0]);
    const covered = coveringJourneys(one, today).map(({ answers }) => {
      const whole = walk(one, answers, today);
      return JSON.stringify([whole.answered.map(({ id }) => id), endingOf(one, whole)]);
    });
    const known = new Set(paths.map(({ screens, end }) => JSON.stringify([screens, end])));
    assert.deepEqual(
      covered.filter((path) => !known.has(path)),
      [],
    );
    const ends = new Set(paths.map(({ end }) => (end.kind === "outcome" ? end.outcome : "case")));
    assert.deepEqual([...ends].toSorted(), [...(one.case.stages.size > 0 ? ["case"] : []), ...one.outcomes.keys()].toSorted());
  });
}

test("answers that no rule looks at make no paths; a number is tried at the boundary of a rule", () => {
  const sized = service(
    `${yesNo("red", "blue")}\n  size: { ask: How large is it?, type: number, label: how large it is, least: 1, most: 99 }`,
    `${asks("red", "blue", "size")}\n  - { when: size > 40 and size < 43, stop: no }`,
  );
  const ends = pathsOf(sized, today).paths.map(({ end, answers }) => [end.kind, answers["size"]]);
  assert.deepEqual(
    ends.map(([kind]) => kind),
    ["case", "outcome"],
  );
  assert.ok(ends[1]?.[1] === 41 || ends[1]?.[1] === 42);
});

test("a side of a rule that several answers decide together is on a path and in the covering set", () => {
  const names = ["red", "blue", "green", "black"];
  const four = service(yesNo(...names), `${asks(...names)}\n  - { when: not(red) and blue and not(green) and black, stop: no }`);
  const together = { red: false, blue: true, green: false, black: true };
  assert.deepEqual(pathsOf(four, today).paths.find(({ end }) => end.kind === "outcome")?.answers, together);
  assert.deepEqual(coveringJourneys(four, today).find(({ end }) => end.kind === "outcome")?.answers, together);
});

test("where there are more paths than the bound, it is said how many are left out and what was not followed", () => {
  const names = Array.from({ length: 8 }, (_, index) => `part_${"abcdefgh".charAt(index)}`);
  const flow = names.map((name) => `  - ${name}\n  - { when: ${name}, ask: more_${name} }`).join("\n");
  const wide = service(yesNo(...names, ...names.map((name) => `more_${name}`)), flow);
  const few = pathsOf(wide, today, { paths: 10, walks: 20_000 });
  assert.deepEqual([few.paths.length, few.leftOut, few.notFollowed], [10, 246, 0]);
  const stopped = pathsOf(wide, today, { paths: 10, walks: 100 });
  assert.ok(stopped.paths.length === 10 && stopped.notFollowed > 0);
});

/** Questions with a guard each, over those asked before; a last guard stops. */
const flows = fc.array(fc.tuple(fc.constantFrom("", "not", "and", "or"), fc.nat(), fc.nat()), { minLength: 2, maxLength: 6 });

function guardOf(kind: string, one: number, other: number, asked: readonly string[]): string {
  const first = asked[one % asked.length];
  const second = asked[other % asked.length];
  if (asked.length === 0 || kind === "") return "";
  return kind === "not" ? `not(${first})` : `${first} ${kind} ${second}`;
}

function everyAnswer(names: readonly string[]): readonly Record<string, boolean>[] {
  return names.reduce<Record<string, boolean>[]>(
    (all, name) => all.flatMap((answers) => [true, false].map((answer) => ({ ...answers, [name]: answer }))),
    [{}],
  );
}

test("the paths are those that trying every answer comes to, no more and no fewer", () => {
  fc.assert(
    fc.property(flows, fc.nat(), fc.nat(), (guards, one, other) => {
      const names = guards.map((_, index) => `part_${"abcdef".charAt(index)}`);
      const steps = guards.map(([kind, first, second], index) => {
        const guard = guardOf(kind, first, second, names.slice(0, index));
        return guard === "" ? `  - ${names[index]}` : `  - { when: ${guard}, ask: ${names[index]} }`;
      });
      const last = `  - { when: ${guardOf("and", one, other, names)}, stop: no }`;
      const priority = `if ${names[one % names.length]} then "high" else "normal"`;
      const compilation = trying(yesNo(...names), [...steps, last].join("\n"), priority);
      // A guard that can never hold, or always does, is refused or warned of: no matter here.
      fc.pre(compilation !== undefined);
      const tried = everyAnswer(names).map((answers) => {
        const whole = walk(compilation, answers, today);
        return JSON.stringify([whole.answered.map(({ id }) => id), endingOf(compilation, whole)]);
      });
      const found = pathsOf(compilation, today).paths.map(({ screens, end }) => JSON.stringify([screens, end]));
      assert.deepEqual(found.toSorted(), [...new Set(tried)].toSorted());
    }),
    { numRuns: 60 },
  );
});
