import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { answerType } from "../../src/answers/answer-types.ts";
import { ask, outcome, read, stateOf } from "./samples.ts";

describe("signature", () => {
  const question = ask("signature", { declare: "I have told the truth." }, { label: "your full name" });

  it("is a typed name", () => {
    for (const name of ["Ada Osei", "Bo", "李 明", "Zoë O’Neill"]) assert.equal(outcome(read(question, { q: name })), name);
    assert.deepEqual(outcome(read(question, { q: "" })), ["q answer-missing: Enter your full name"]);
    for (const text of ["X", "123", "--", "✓"])
      assert.deepEqual(outcome(read(question, { q: text })), ["q signature-not-name: Type your full name to sign, like Ada Osei"], text);
  });

  it("stands below what it signs", () => {
    assert.match(
      answerType(question).input(question, stateOf()).markup,
      /I have told the truth\. Type your full name\. It counts as your signature/,
    );
  });
});
