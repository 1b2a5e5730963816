import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { answerType } from "../../src/answers/answer-types.ts";
import { accept, ask, outcome, read } from "./samples.ts";

describe("yes-no", () => {
  const question = ask("yes-no", {}, { label: "if it is a danger" });

  it("is true or false", () => {
    assert.equal(outcome(read(question, { q: "yes" })), true);
    assert.equal(outcome(read(question, { q: "no" })), false);
    assert.equal(outcome(accept(question, false)), false);
    assert.deepEqual(outcome(accept(question, "yes")), ["q answer-wrong-kind: If it is a danger must be true or false"]);
  });

  it("asks for yes where the label says if", () => {
    assert.deepEqual(outcome(read(question, {})), ["q answer-missing: Select yes if it is a danger"]);
    assert.deepEqual(outcome(read({ ...question, label: "your choice" }, { q: "maybe" })), ["q option-unknown: Select your choice"]);
  });

  it("false is told as No, nothing as nothing", () => {
    const type = answerType(question);
    assert.deepEqual([type.text(question, true), type.text(question, false), type.text(question, null)], ["Yes", "No", ""]);
    assert.equal(type.show(question, null).markup, "Not provided");
  });
});
