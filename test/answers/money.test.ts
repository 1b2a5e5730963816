import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { answerType } from "../../src/answers/answer-types.ts";
import { accept, ask, outcome, read } from "./samples.ts";

describe("money", () => {
  const question = ask("money", { most: 5000 }, { label: "the amount of your insurance" });

  it("is whole pence, read as people write pounds", () => {
    const written = { "12": 1200, "£12.50": 1250, "£ 1,234.5": 123_450, "0.07": 7, ".29": 29, "1.100": 110, "4.35": 435 };
    for (const [text, pence] of Object.entries(written)) assert.equal(outcome(read(question, { q: text })), pence, text);
  });

  it("is refused in other forms", () => {
    for (const text of ["12p", "12.345", "$12", "ten", "1e3", "£"]) {
      assert.deepEqual(outcome(read(question, { q: text })), [
        "q money-not-money: The amount of your insurance must be an amount in pounds and pence, like 120 or 59.99",
      ]);
    }
    assert.deepEqual(outcome(accept(question, 12.5)), [
      "q answer-wrong-kind: The amount of your insurance must be a whole number of pence",
    ]);
  });

  it("keeps to limits in pounds", () => {
    assert.equal(outcome(accept(question, 500_000)), 500_000);
    assert.deepEqual(outcome(accept(question, 500_001)), ["q money-too-large: The amount of your insurance must be £5,000 or less"]);
    assert.deepEqual(outcome(read(question, { q: "-1" })), ["q money-too-small: The amount of your insurance must be £0 or more"]);
  });

  it("is pounds in rules and in words", () => {
    const type = answerType(question);
    assert.equal(type.value(question, 12_345), 123.45);
    assert.equal(type.text(question, 123_456), "£1,234.56");
    assert.equal(type.text(question, 500_000), "£5,000");
    assert.equal(type.text(question, -5), "-£0.05");
  });
});
