import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { answerType } from "../../src/answers/answer-types.ts";
import { accept, ask, outcome, read, stateOf } from "./samples.ts";

describe("address", () => {
  const question = ask("address", {}, { label: "your address" });
  const whole = { line1: "12 Mill Lane", line2: "", town: "Eastmere", postcode: "SW1A 2AA" };

  it("has four parts, the second of which may be empty", () => {
    assert.deepEqual(outcome(read(question, { "q.line1": "12 Mill Lane", "q.town": "Eastmere ", "q.postcode": "sw1a2aa" })), whole);
    assert.deepEqual(outcome(accept(question, { line1: "12 Mill Lane", line2: null, town: "Eastmere", postcode: "SW1A 2AA" })), whole);
  });

  it("names each part that is missing or wrong", () => {
    assert.deepEqual(outcome(read(question, { "q.line1": "x", "q.postcode": "nowhere" })), [
      "q.town answer-missing: Enter a town or city",
      "q.postcode postcode-not-postcode: Enter a full UK postcode, like AB1 2CD",
    ]);
    assert.equal(read({ ...question, optional: true }, { "q.town": "Eastmere" }).ok, false, "half an address is no answer");
  });

  it("is told without its empty parts", () => {
    assert.equal(answerType(question).text(question, whole), "12 Mill Lane, Eastmere, SW1A 2AA");
    assert.equal(answerType(question).show(question, whole).markup, "12 Mill Lane<br>Eastmere<br>SW1A 2AA");
  });

  it("helps browsers to fill it in", () => {
    const markup = answerType(question).input(question, stateOf()).markup;
    for (const purpose of ["address-line1", "address-line2", "address-level2", "postal-code"])
      assert.ok(markup.includes(`autocomplete="${purpose}"`), purpose);
  });
});
