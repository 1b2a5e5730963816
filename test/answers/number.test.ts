import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { answerType } from "../../src/answers/answer-types.ts";
import { accept, ask, outcome, read } from "./samples.ts";

describe("number", () => {
  const whole = ask("number", {}, { label: "how many there are" });
  const length = ask("number", { least: 0.5, most: 1200, decimals: 1, unit: "metres" }, { label: "its length" });

  it("is read as people write it", () => {
    const written = { "7": 7, " 1,234 ": 1234, "1 000": 1000, "-3": -3, "−3": -3, "+4": 4, "5.0": 5, "-0": 0, "007": 7 };
    for (const [text, number] of Object.entries(written)) assert.equal(outcome(read(whole, { q: text })), number, text);
    for (const text of ["2.5 metres", "2.5Metres", "2.5", "2.50"]) assert.equal(outcome(read(length, { q: text })), 2.5, text);
  });

  it("is refused in other forms", () => {
    for (const text of ["ten", "1e3", "0x10", "1,5", "12,34", "1.2.3", "Infinity", "--1", "."]) {
      assert.deepEqual(outcome(read(whole, { q: text })), ["q number-not-number: How many there are must be a number, like 10"], text);
    }
    assert.deepEqual(outcome(accept(whole, "7")), ["q answer-wrong-kind: How many there are must be a number"]);
  });

  it("keeps to its limits, and names them with the unit", () => {
    assert.deepEqual(outcome(read(length, { q: "0.4" })), ["q number-too-small: Its length must be 0.5 metres or more"]);
    assert.deepEqual(outcome(read(length, { q: "1200.1" })), ["q number-too-large: Its length must be 1,200 metres or less"]);
    assert.deepEqual(outcome(read(whole, { q: "2.5" })), ["q number-too-precise: How many there are must be a whole number"]);
    assert.deepEqual(outcome(accept(length, 2.55)), ["q number-too-precise: Its length must have no more than 1 digit after the point"]);
  });

  it("has its limits and their neighbours among the examples", () => {
    assert.deepEqual(answerType(length).examples(length, "2026-11-22"), [600.3, 1, 0.5, 0.6, 1200, 1199.9]);
  });

  it("is told with commas and unit", () => {
    assert.equal(answerType(length).text(length, 1199.5), "1,199.5 metres");
  });
});
