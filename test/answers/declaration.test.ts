import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { answerType } from "../../src/answers/answer-types.ts";
import { accept, ask, outcome, read, stateOf } from "./samples.ts";

describe("declaration", () => {
  const question = ask("declaration", { declare: "What I said is true" });

  it("has to be ticked", () => {
    assert.equal(outcome(read(question, { q: "agreed" })), true);
    for (const posted of [{}, { q: "" }, { q: "yes" }])
      assert.deepEqual(outcome(read(question, posted)), ["q declaration-missing: Tick the box to agree"]);
    assert.deepEqual(outcome(accept(question, false)), ["q declaration-missing: Tick the box to agree"]);
    assert.deepEqual(outcome(accept(question, "true")), ["q answer-wrong-kind: The declaration must be true"]);
  });

  it("says what is declared beside the box", () => {
    assert.match(answerType(question).input(question, stateOf()).markup, /type="checkbox" value="agreed"[\s\S]*What I said is true/);
  });
});
