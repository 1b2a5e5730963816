import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import * as fc from "fast-check";
import { ANSWER_TYPES, answerType, inputId } from "../../src/answers/answer-types.ts";
import type { Question, Reading } from "../../src/answers/answer-type.ts";
import { PROBLEM_CODES } from "../../src/answers/problem-codes.ts";
import { context, SAMPLES, stateOf, titleOf, TODAY, uploadedFor } from "./samples.ts";

const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, formats: { date: true, email: true } });

const RUNS = 60;

/** Texts that break careless readers. */
const NASTY = [
  "",
  " ",
  "​",
  "\u0000",
  "a\u0000b",
  "‮gnp.exe",
  "\ud800",
  "x\udc00",
  "é",
  "é",
  "a\r\nb\rc",
  "\t\v\f\u0085 ",
  "__proto__",
  "constructor",
  "toString",
  "-0",
  "1e5",
  "0x10",
  "NaN",
  "Infinity",
  "１２",
  "٣",
  "﻿x",
  "<script>",
  "' OR 1=1",
  "51.5, -0.12",
  "12 34",
  "yes",
  "red",
  "school_1",
  "example-1",
  "29",
  "2",
  "feb",
  "2026",
  "SW1A 2AA",
  "a@b.cd",
  "01632 960 001",
  "agreed",
  "2 weeks",
  "days",
  "noon",
  "9.30pm",
  "AB 12 34 56 C",
  "01-02-03",
  "00733445",
  "SC012345",
  "Côte d’Ivoire",
  "abbey",
  "bridge & brook",
];

const word = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ unit: "grapheme", maxLength: 30 }),
);

function keysOf(question: Question): readonly string[] {
  const parts = [
    "",
    ".day",
    ".month",
    ".year",
    ".first",
    ".last",
    ".line1",
    ".town",
    ".postcode",
    ".text",
    ".point",
    ".1",
    ".2",
    ".3",
    ".count",
    ".add",
    ".amount",
    ".unit",
    ".name",
    ".sort_code",
    ".account_number",
    ".roll_number",
    ".clean",
    ".calm",
    ".search",
    ".for",
    ".find",
  ];
  const inner = (question.settings.questions ?? []).flatMap(({ id }) =>
    parts.flatMap((part) => [`${question.id}.0.${id}${part}`, `${question.id}.1.${id}${part}`]),
  );
  return [...parts.map((part) => question.id + part), ...inner, `${question.id}.9999.x`, `${question.id}.-1.x`];
}

function fieldsFor(question: Question): fc.Arbitrary<ReadonlyMap<string, readonly string[]>> {
  return fc
    .array(fc.tuple(fc.constantFrom(...keysOf(question)), fc.array(word, { maxLength: 4 })), { maxLength: 20 })
    .map((pairs) => new Map(pairs));
}

/** JSON near to what the type takes: an example with a part changed, or anything at all. */
function jsonFor(question: Question): fc.Arbitrary<unknown> {
  const keys = [
    "first",
    "last",
    "line1",
    "line2",
    "town",
    "postcode",
    "text",
    "latitude",
    "longitude",
    "id",
    "child_name",
    "born",
    "note",
    "sure",
    "amount",
    "unit",
    "sort_code",
    "account_number",
    "roll_number",
    "clean",
    "calm",
    "key",
    "label",
    "area",
    "__proto__",
  ];
  const leaf = fc.oneof(
    word,
    fc.integer(),
    fc.double({ noNaN: true }),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom(49.5, 2.0000001, -0.0000001),
  );
  const near = fc.letrec((tie) => ({
    json: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.array(tie("json"), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom(...keys), tie("json"), { maxKeys: 5 }),
    ),
  })).json;
  const examples = fc.constantFrom(...answerType(question).examples(question, TODAY));
  const changed = fc.tuple(examples, fc.constantFrom(...keys), leaf).map(([example, key, value]) => changedAt(example, key, value));
  return fc.oneof(near, fc.jsonValue(), changed, examples);
}

function changedAt(example: unknown, key: string, value: unknown): unknown {
  if (Array.isArray(example)) return example.map((entry, index) => (index === 0 ? changedAt(entry, key, value) : entry));
  return typeof example === "object" && example !== null ? { ...example, [key]: value } : value;
}

/** Accepted answers come back as they were, by JSON and by form; refused ones say so with codes of the list. */
function holds(question: Question, reading: Reading): void {
  const type = answerType(question);
  const given = context(uploadedFor(type, question));
  if (!reading.ok) {
    assert.ok(reading.problems.length > 0);
    for (const problem of reading.problems) {
      assert.ok(Object.hasOwn(PROBLEM_CODES, problem.code), problem.code);
      assert.ok(problem.field === question.id || problem.field.startsWith(`${question.id}.`), problem.field);
      assert.match(problem.message, /^\S.*[^.\s]$/s);
      assert.doesNotMatch(problem.message, /undefined|null|NaN/);
    }
    return;
  }
  const { answer } = reading;
  assert.deepEqual(type.accept(question, answer, "", given), { ok: true, answer }, "accept gives the answer back");
  assert.deepEqual(type.read(question, type.fields(question, answer, ""), "", given), { ok: true, answer }, "read gives the answer back");
  assert.deepEqual(JSON.parse(JSON.stringify(answer)), answer, "it is plain JSON");
  assert.doesNotMatch(JSON.stringify(answer), /\\u0000|\\ud[89a-f]|\u202e/);
  assert.equal(typeof type.text(question, answer), "string");
  assert.doesNotMatch(type.text(question, answer), /\n|undefined|\[object/);
  assert.doesNotMatch(type.show(question, answer).markup, /undefined|\[object|<script/);
  assert.doesNotThrow(() => type.value(question, answer));
}

describe("every answer type", () => {
  it("has a sample of each type", () => {
    assert.deepEqual(new Set(SAMPLES.map((question) => question.type)), new Set(ANSWER_TYPES.keys()));
  });

  it("needs only settings that it takes", () => {
    for (const type of ANSWER_TYPES.values())
      for (const need of type.needs) assert.ok(type.settings.includes(need), `${type.name} ${need}`);
  });

  for (const [index, question] of SAMPLES.entries()) {
    const type = answerType(question);
    const given = context(uploadedFor(type, question));

    it(`${titleOf(question, index)}: examples are accepted and fit the schema`, () => {
      const fits = ajv.compile(type.schema(question));
      const examples = type.examples(question, TODAY);
      assert.ok(examples.length > 0);
      assert.equal(new Set(examples.map((example) => JSON.stringify(example))).size, examples.length, "no example twice");
      for (const example of examples) {
        const reading = type.accept(question, example, "", given);
        assert.deepEqual(reading, { ok: true, answer: example });
        holds(question, reading);
        assert.ok(fits(example), `${JSON.stringify(example)} ${JSON.stringify(fits.errors)}`);
      }
    });

    it(`${titleOf(question, index)}: whatever is posted or sent, it answers and never throws`, () => {
      fc.assert(
        fc.property(fieldsFor(question), (fields) => holds(question, type.read(question, fields, "", given))),
        { numRuns: RUNS },
      );
      fc.assert(
        fc.property(jsonFor(question), (json) => holds(question, type.accept(question, json, "", given))),
        { numRuns: RUNS },
      );
    });

    it(`${titleOf(question, index)}: nothing given is null or a problem whose link leads to an input`, () => {
      const reading = type.read(question, new Map(), "", given);
      holds(question, reading);
      assert.deepEqual(type.accept(question, null, "", given).ok, reading.ok);
      if (reading.ok) return;
      const markup = type.input(question, stateOf(new Map(), { problems: reading.problems })).markup;
      for (const problem of reading.problems) {
        assert.match(markup, new RegExp(`<(input|select|textarea)[^>]* id="${inputId(question, problem.field).replaceAll(".", "\\.")}"`));
        assert.ok(markup.includes(`</span> ${problem.message}`.replaceAll("'", "&#39;")), `${problem.message} is shown`);
      }
    });

    it(`${titleOf(question, index)}: the input shows what was given, escapes it, and repeats no id`, () => {
      for (const example of [...type.examples(question, TODAY), null]) {
        const fields = type.fields(question, example, "");
        const markup = type.input(question, stateOf(fields, { heading: true, files: given.files })).markup;
        const ids = [...markup.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
        assert.equal(new Set(ids).size, ids.length, `ids: ${ids.join(" ")}`);
        for (const [, name] of markup.matchAll(/ (?:for|aria-describedby)="([^"]*)"/g))
          for (const id of (name ?? "").split(" ")) assert.ok(ids.includes(id), id);
        assert.match(markup, /<h1[^>]*>/);
        assert.doesNotMatch(markup, /undefined|\[object|<no\. 2>|<light>|<this>/);
      }
    });
  }
});

describe("hostile sizes", () => {
  const long = "x".repeat(10_000_000);
  const wide = Object.fromEntries(Array.from({ length: 200_000 }, (_, index) => [`k${index}`, "x"]));
  const crowd = Array.from({ length: 1_000_000 }, () => "red");
  const firstOfEach = [...ANSWER_TYPES.keys()]
    .map((name) => SAMPLES.find((question) => question.type === name))
    .filter((question) => question !== undefined);
  let deep: unknown = "end";
  for (let level = 0; level < 100_000; level++) deep = [deep];
  const fields = new Map(Array.from({ length: 100_000 }, (_, index) => [`${index % 2 === 0 ? "q" : "children"}.${index}.note`, ["x"]]));
  const posted = new Map<string, readonly string[]>([
    ...fields,
    ["q", [long, ...crowd.slice(0, 1000)]],
    ...["first", "day", "line1", "1"].map((part) => [`q.${part}`, [long]] as const),
  ]);
  const both = { ...wide, text: long, first: long };
  const polluted: unknown = JSON.parse('{"__proto__":{"first":"a","last":"b"},"first":"a","last":"b"}');

  it("are refused with a code, in no time", () => {
    for (const question of firstOfEach) {
      const type = answerType(question);
      const started = performance.now();
      for (const json of [long, crowd, deep, wide, both, polluted, [wide], [long], [deep]]) {
        const reading = type.accept(question, json, "", context());
        assert.equal(reading.ok, false, `${question.type} refuses`);
        holds(question, reading);
      }
      holds(question, type.read(question, posted, "", context()));
      const took = performance.now() - started;
      assert.ok(took < 3000, `${question.type} took ${took} ms`);
    }
  });
});
