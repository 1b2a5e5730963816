import assert from "node:assert/strict";
import { test } from "node:test";
import { compileDefinition } from "../../src/definition/compile-definition.ts";
import { diffServices } from "../../src/definition/diff/diff-services.ts";
import { baseIn, shelfNumber } from "../../src/definition/overlay/base.ts";
import type { Finding, Service, Step } from "../../src/definition/service.ts";
import { COUNCIL, FRAGMENT, SOUND, serviceFrom } from "./compile-text.ts";

const BASE = "shelf/borrow-a-tool@3";
const FRAGMENTS = new Map([
  ["who-you-are", { name: "shared/who-you-are.yaml", text: FRAGMENT }],
  [BASE, { name: "services/borrow-a-tool.yaml", text: SOUND }],
]);

function lay(...lines: readonly string[]) {
  const text = [`extends: ${BASE}`, ...lines, ""].join("\n");
  return compileDefinition({ name: "councils/a/services/borrow-a-tool.yaml", text }, FRAGMENTS, COUNCIL);
}

function laid(...lines: readonly string[]): Service {
  const compilation = lay(...lines);
  assert.ok(compilation.ok, JSON.stringify(compilation.findings, null, 1));
  return compilation.service;
}

function changes(...lines: readonly string[]): readonly string[] {
  return diffServices(serviceFrom(SOUND), laid(...lines)).flatMap(({ words }) => (words.includes("lies over") ? [] : [words]));
}

function where({ code, file, line, column }: Finding): string {
  return `${code} ${file}:${line}:${column}`;
}

const found = (...lines: readonly string[]): readonly string[] => lay(...lines).findings.map(where);
const OVERLAY = "councils/a/services/borrow-a-tool.yaml";

test("an overlay that changes nothing is the service that it lies over, and says so", () => {
  const service = laid();
  assert.deepEqual(changes(), []);
  assert.equal(service.extends, BASE);
  assert.deepEqual([...service.questions.keys()], [...serviceFrom(SOUND).questions.keys()]);
});

test("keys are set, added and taken out with null, at any depth; what is not named stays", () => {
  assert.deepEqual(changes("title: Borrow from us", "declaration: null", "start: { time: 2 minutes }"), [
    "The title was ‘Borrow a tool’ and becomes ‘Borrow from us’.",
    "The start page's time was ‘5 minutes’ and becomes ‘2 minutes’.",
    "What the person declares was ‘I will bring the tool back clean.’ and becomes nothing.",
  ]);
  assert.deepEqual(
    changes(
      "questions:",
      "  tool: { options: { ladder: null, saw: A saw } }",
      "  height: null",
      "flow:",
      "  - remove: too-high",
      "outcomes: { too-high: null }",
    ),
    [
      "The question height is removed: ‘How high must it reach?’.",
      "The question tool loses the option ladder: ‘A ladder’.",
      "The question tool has a new option saw: ‘A saw’.",
      "No journey stops at too-high any more.",
      "The outcome too-high is removed: ‘We have no ladder that long’.",
    ],
  );
  assert.deepEqual(changes("case: { deadline: { normal: 5 working days } }", "keywords: [saw]"), [
    "The words to search by was ‘drill, ladder’ and becomes ‘saw’.",
    "The deadline for cases of the priority normal was ‘2 working days’ and becomes ‘5 working days’.",
  ]);
});

function order(steps: readonly Step[]): readonly string[] {
  return steps.flatMap((step) => {
    if (step.kind === "screen") return [step.screen.questions.map(({ id }) => id).join("+")];
    if (step.kind === "stop") return [`stop ${step.outcome}`];
    return order(step.kind === "section" ? step.section.steps : step.steps);
  });
}

const BEFORE = order(serviceFrom(SOUND).flow);

function flow(...edits: readonly string[]): readonly string[] {
  return order(laid("questions: { why: { ask: What is it for?, type: text } }", "flow:", ...edits.map((edit) => `  - ${edit}`)).flow);
}

test("the flow is added to, moved about, cut and replaced by the names that stand in it", () => {
  assert.deepEqual(BEFORE.slice(0, 5), ["tool", "height", "stop too-high", "extras", "first_day+last_day"]);
  assert.deepEqual(flow("{ add: why, after: tool }").slice(0, 3), ["tool", "why", "height"]);
  assert.deepEqual(flow("{ add: why, before: last_day }").slice(3, 6), ["extras", "why", "first_day+last_day"]);
  assert.deepEqual(flow("{ add: why, after: helpers }").slice(5, 7), ["helpers", "why"]);
  assert.deepEqual(flow('{ add: { when: tool = "drill", ask: why }, after: tool }', "{ move: extras, before: tool }").slice(0, 3), [
    "extras",
    "tool",
    "why",
  ]);
  assert.deepEqual(flow("{ replace: extras, with: [why, extras] }").slice(3, 4), ["why+extras"]);
  assert.deepEqual(flow("{ add: why, after: tool }", "{ move: why, after: notes }").slice(-4, -2), ["notes", "why"]);
  assert.deepEqual(flow("{ move: height, after: tool }", "{ add: why, after: card }").slice(0, 3), ["tool", "height", "stop too-high"]);
});

test("a question that is taken out is asked nowhere, and a branch that is left empty goes with it", () => {
  assert.equal(order(laid("questions: { helpers: null }").flow).includes("helpers"), false);
});

test("what is wrong is found where it is written: in the overlay, or in the base where the overlay has pulled something from under it", () => {
  assert.deepEqual(found("titel: Borrow"), [`key-unknown ${OVERLAY}:2:1`]);
  assert.equal(found("questions: { tool: { type: nmber } }")[0], `type-unknown ${OVERLAY}:2:28`);
  assert.deepEqual(found("flow:", "  - { add: tool, after: nothing_such }"), [`overlay-place ${OVERLAY}:3:25`]);
  assert.deepEqual(found("flow:", "  - { move: nothing_such, after: tool }"), [`overlay-place ${OVERLAY}:3:13`]);
  assert.deepEqual(found("flow:", "  - { add: notes }"), [`overlay-place ${OVERLAY}:3:5`]);
  assert.deepEqual(found("start: { cost: It is free }", "fee: null", "declarations: null"), [`overlay-nothing ${OVERLAY}:4:1`]);
  assert.deepEqual(found("title: Borrow a tool"), [`overlay-same ${OVERLAY}:2:1`]);
  assert.match(found("title:").join(), /^value-shape councils.*:2:/);
  // The overlay takes a question out, and a rule of the base still reads it.
  const rules = found("questions: { height: null }");
  assert.ok(rules.length > 0 && rules.every((one) => one.includes(" services/borrow-a-tool.yaml:")), rules.join("\n"));
});

test("a base that is not there, is no whole definition or is not named rightly is one finding, at the name", () => {
  const compile = (first: string, more: ReadonlyMap<string, { name: string; text: string }> = new Map()) =>
    compileDefinition({ name: "a.yaml", text: `${first}\ntitle: X\n` }, more).findings.map(where);
  assert.deepEqual(compile("extends: shelf/borrow-a-tool@9"), ["overlay-base a.yaml:1:10"]);
  assert.deepEqual(compile("extends: borrow-a-tool"), ["overlay-base a.yaml:1:1"]);
  assert.deepEqual(compile("extends: [a]"), ["overlay-base a.yaml:1:1"]);
  const over = new Map([["shelf/x@1", { name: "services/x.yaml", text: "extends: shelf/y@1\n" }]]);
  assert.deepEqual(compile("extends: shelf/x@1", over), ["overlay-base a.yaml:1:10"]);
});

test("loaders find the base and the number without reading the whole file", () => {
  assert.deepEqual(baseIn("# A comment\nextends: shelf/a-b@12 # the newest\n"), { name: "shelf/a-b@12", service: "a-b", version: 12 });
  assert.equal(baseIn("title: extends: shelf/a@1"), undefined);
  assert.deepEqual([shelfNumber("service: a\nversion: 4\n"), shelfNumber("service: a\n")], [4, 1]);
});
