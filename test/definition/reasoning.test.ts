import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import type { Answers } from "../../src/answers/answer-type.ts";
import type { Finding, Service, Step } from "../../src/definition/service.ts";
import { holds } from "../../src/rules/compile-rule.ts";
import type { Facts, Value } from "../../src/rules/value.ts";
import { walk } from "../../src/journey/walk.ts";
import { changed, compileText, serviceFrom } from "./compile-text.ts";

const TODAY = "2026-07-01";

function messagesOf(code: string, text: string): readonly string[] {
  return compileText(text)
    .findings.filter((finding) => finding.code === code)
    .map(({ message }) => message);
}

/** The sound definition with another flow after its first question. */
function flow(lines: string): string {
  return changed('  - { when: tool = "ladder", ask: height }\n  - { when: height > 6, stop: too-high }\n', lines);
}

test("a rule that can never hold is told with what it needs and what there is", () => {
  const cases: readonly [string, string][] = [
    [
      '  - { when: tool = "ladder", ask: height }\n  - { when: height > 9, stop: too-high }\n',
      "The journey ends in too-high only when height is more than 9, but here height is from 1 to 9 or not answered.",
    ],
    [
      '  - { when: tool = "drill", stop: too-high }\n  - { when: tool = "drill", ask: height }\n',
      'height is asked only when tool is "drill", but here tool is "ladder".',
    ],
    [
      '  - { when: tool = "ladder", then: [height, { when: \'tool = "drill" and height > 2\', stop: too-high }] }\n',
      'The journey ends in too-high only when tool is "drill", but here tool is "ladder".',
    ],
    [
      '  - { when: height > 6, stop: too-high }\n  - { when: tool = "ladder", ask: height }\n',
      "", // reported as answer-before-asked, and by nothing else
    ],
    [
      '  - height\n  - { when: height > 4, stop: too-high }\n  - { when: "height in [5..6]", stop: too-high }\n',
      "The journey ends in too-high only when height is from 5 to 6, but here height is from 1 to 4.",
    ],
  ];
  for (const [lines, message] of cases) {
    const found = messagesOf("guard-never", flow(lines));
    assert.deepEqual(found[0] ?? "", message);
  }
});

test("an answer that is only asked on another way is known to be absent", () => {
  const lines = '  - { when: tool = "ladder", ask: height }\n  - { when: tool = "drill", then: [{ when: height > 2, stop: too-high }] }\n';
  assert.deepEqual(messagesOf("guard-never", flow(lines)), [
    "The journey ends in too-high only when height is more than 2, but here height is not answered.",
  ]);
});

test("nothing is said where answers depend on the day or are compared with each other", () => {
  const lines = "  - height\n  - { when: first_day > today, stop: too-high }\n";
  assert.deepEqual(messagesOf("guard-never", flow(lines)), []);
  const sound = '  - { when: tool = "ladder", ask: height }\n  - { when: height > 6 or tool != "drill", stop: too-high }\n';
  assert.deepEqual(messagesOf("guard-never", flow(sound)), []);
});

const QUESTIONS = `
  aa: { ask: A, type: choice, options: { x: X, y: Y, z: Z } }
  bb: { ask: B, type: yes-no }
  cc: { ask: C, type: number, least: 1, most: 4 }
  dd: { ask: D, type: yes-no, optional: true }
`;
const ANSWERS: Readonly<Record<string, readonly Answers[string][]>> = {
  aa: ["x", "y", "z"],
  bb: [true, false],
  cc: [1, 2, 3, 4],
  dd: [true, false, null],
};
const IDS = Object.keys(ANSWERS);

const LEAVES: Readonly<Record<string, readonly string[]>> = {
  aa: ['aa = "x"', 'aa != "y"', 'aa in ("y", "z")'],
  bb: ["bb", "bb = false"],
  cc: ["cc > 2", "cc <= 1", "cc in [2..3]", "cc = 4", "cc != 3", "cc > 4"],
  dd: ["dd", "is defined(dd)", "dd != true"],
};

function ruleOver(ids: readonly string[]): fc.Arbitrary<string> {
  const leaf = fc.constantFrom(...ids.flatMap((id) => LEAVES[id] ?? []));
  const negated = leaf.map((rule) => `not(${rule})`);
  const one = fc.oneof(leaf, negated);
  const joined = fc.tuple(one, fc.constantFrom("and", "or"), one).map(([left, word, right]) => `(${left}) ${word} (${right})`);
  return fc.oneof(
    one,
    joined,
    joined.map((rule) => `not(${rule})`),
    fc.tuple(joined, one).map(([left, right]) => `(${left}) and ${right}`),
  );
}

/** Lines of a flow: each question in turn, some under a rule, with stops between them. */
const FLOWS = fc
  .tuple(
    ...IDS.map((_, at) => {
      const known = IDS.slice(0, at);
      const guard = known.length === 0 ? fc.constant(undefined) : fc.option(ruleOver(known), { nil: undefined });
      return fc.tuple(guard, fc.option(ruleOver([...known, IDS[at] ?? ""]), { nil: undefined }), fc.boolean());
    }),
  )
  .map((items) =>
    items.flatMap(([guard, stop, inside], at) => {
      const id = IDS[at] ?? "";
      const end = stop === undefined ? undefined : `{ when: '${stop}', stop: gone }`;
      if (guard === undefined) return [`  - ${id}`, ...(end === undefined ? [] : [`  - ${end}`])];
      if (inside && end !== undefined) return [`  - { when: '${guard}', then: [${id}, ${end}] }`];
      return [`  - { when: '${guard}', ask: ${id} }`, ...(end === undefined ? [] : [`  - ${end}`])];
    }),
  );

function definitionOf(lines: readonly string[]): string {
  return changed("  tool: {", `${QUESTIONS}  tool: {`)
    .replace("outcomes:\n", "outcomes:\n  gone: { title: Gone, body: It is gone. }\n")
    .replace("flow:\n", () => `flow:\n${lines.join("\n")}\n`);
}

function guardsIn(steps: readonly Step[]): readonly Step[] {
  return steps.flatMap((step) => [step, ...(step.kind === "branch" ? guardsIn(step.steps) : [])]);
}

/** Every set of answers to the four questions, walked: which guards held and failed where a journey came to them. */
function triedAll(service: Service): Map<string, Set<boolean>> {
  const tried = new Map<string, Set<boolean>>();
  for (const aa of ANSWERS["aa"] ?? [])
    for (const bb of ANSWERS["bb"] ?? [])
      for (const cc of ANSWERS["cc"] ?? [])
        for (const dd of ANSWERS["dd"] ?? []) note(service.flow, walk(service, { aa, bb, cc, dd }, TODAY).facts, tried, {});
  return tried;
}

/** Walks on its own, so that the guards are seen: facts come into sight as their screens are passed. */
function note(steps: readonly Step[], all: Facts, tried: Map<string, Set<boolean>>, seen: Record<string, Value>): boolean {
  for (const step of steps) {
    if (step.when !== undefined) {
      const held = holds(step.when, { ...seen, today: TODAY });
      tried.set(step.when.source, (tried.get(step.when.source) ?? new Set()).add(held));
      if (!held) continue;
    }
    if (step.kind === "stop") return true;
    if (step.kind === "branch" && note(step.steps, all, tried, seen)) return true;
    if (step.kind === "screen") {
      for (const { id } of step.screen.questions) {
        if (!IDS.includes(id)) return true;
        seen[id] = all[id] ?? null;
      }
    }
  }
  return false;
}

test("what is said of random flows is so for every set of answers, and most of what is so is said", () => {
  let [said, there] = [0, 0];
  fc.assert(
    fc.property(FLOWS, (lines) => {
      const text = definitionOf(lines);
      const { findings } = compileText(text);
      const service = serviceFrom(text);
      const tried = triedAll(service);
      const sources = guardsIn(service.flow).flatMap(({ when }) => when?.source ?? []);
      if (new Set(sources).size < sources.length) return;
      for (const source of sources) {
        const held = tried.get(source);
        if (held === undefined) continue;
        const found = (code: string): boolean => findings.some((one) => one.code === code && pointsAt(one, text, source));
        if (found("guard-never")) assert.ok(!held.has(true), `${source} can hold in\n${lines.join("\n")}`);
        if (found("guard-always")) assert.ok(!held.has(false), `${source} can fail in\n${lines.join("\n")}`);
        if (held.has(true)) continue;
        there += 1;
        if (found("guard-never")) said += 1;
      }
    }),
    { numRuns: 300 },
  );
  assert.ok(there > 20 && said / there > 0.9, `${said} of ${there}`);
});

function pointsAt({ line, column, length = 0 }: Finding, text: string, source: string): boolean {
  const from = (text.split("\n")[line - 1] ?? "").slice(column - 1, column - 1 + length);
  return from.replace(/^'(.*)'$/, "$1") === source;
}
