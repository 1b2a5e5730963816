import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { answerType } from "../../src/answers/answer-types.ts";
import { peopleIn } from "../../src/answers/people.ts";
import { accept, ask, outcome, read, stateOf } from "./samples.ts";

const ADA = { "q.0.name.first": "Ada", "q.0.name.last": "Osei", "q.0.email": "ada@example.com" };
const BO = { "q.1.name.first": "Bo", "q.1.name.last": "Lind", "q.1.email": "bo@example.com" };
const BOTH = [
  { name: { first: "Ada", last: "Osei" }, email: "ada@example.com" },
  { name: { first: "Bo", last: "Lind" }, email: "bo@example.com" },
];

describe("people", () => {
  const question = ask("people", { entry: "marshal", least: 1, most: 3 }, { label: "the marshals" });

  it("are each a name and an email address, which no definition has to ask for", () => {
    assert.deepEqual(outcome(read(question, { ...ADA, ...BO })), BOTH);
    assert.deepEqual(outcome(accept(question, BOTH)), BOTH);
    assert.deepEqual(peopleIn(BOTH), [
      { name: "Ada Osei", email: "ada@example.com" },
      { name: "Bo Lind", email: "bo@example.com" },
    ]);
    assert.match(answerType(question).input(question, stateOf()).markup, /Marshal 1[\s\S]*First name[\s\S]*email address/);
    assert.deepEqual(outcome(read(question, { "q.0.name.first": "Ada" })), [
      "q.0.name.last answer-missing: Marshal 1: enter their last name",
      "q.0.email answer-missing: Marshal 1: enter their email address",
    ]);
  });

  it("have an address each, however it is written", () => {
    assert.deepEqual(outcome(read(question, { ...ADA, ...BO, "q.1.email": "ADA@Example.com" })), [
      "q.1.email people-same-email: Each person needs an email address of their own",
    ]);
  });

  it("are asked for in Welsh where the question is", () => {
    const welsh = { ...question, language: "cy" } as const;
    assert.deepEqual(outcome(read(welsh, { "q.0.name.first": "Ada", "q.0.email": "ada@example.com" })), [
      "q.0.name.last answer-missing: Marshal 1: rhowch eu henw olaf",
    ]);
  });
});
