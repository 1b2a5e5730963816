import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { answerType } from "../../src/answers/answer-types.ts";
import { accept, ask, outcome, read, stateOf } from "./samples.ts";

describe("name", () => {
  const question = ask("name", {}, { label: "your name" });

  it("is a first and a last name", () => {
    assert.deepEqual(outcome(read(question, { "q.first": " Zoë ", "q.last": "O’Neill" })), { first: "Zoë", last: "O’Neill" });
  });

  it("says which is missing, and whose", () => {
    assert.deepEqual(outcome(read(question, { "q.first": "Zoë" })), ["q.last answer-missing: Enter your last name"]);
    const child = { ...question, label: "the child's full name" };
    assert.deepEqual(outcome(read(child, {})), [
      "q.first answer-missing: Enter the child's first name",
      "q.last answer-missing: Enter the child's last name",
    ]);
    assert.deepEqual(outcome(read({ ...question, label: "the owner" }, { "q.last": "Osei" })), [
      "q.first answer-missing: Enter a first name",
    ]);
  });

  it("has no other parts", () => {
    assert.deepEqual(outcome(accept(question, { first: "A", last: "B", title: "Dr" })), [
      "q answer-unknown-part: Your name may hold only first, last",
    ]);
    assert.deepEqual(outcome(accept(question, { first: 1, last: "B" })), ["q.first answer-wrong-kind: Your name: first must be a text"]);
    assert.deepEqual(outcome(accept(question, JSON.parse('{"first":"A","last":"B","__proto__":{}}'))), [
      "q answer-unknown-part: Your name may hold only first, last",
    ]);
    assert.deepEqual(outcome(accept(question, "Ada Osei")), ["q answer-wrong-kind: Your name must be an object with first, last"]);
  });

  it("helps browsers to fill in the person's own name, not another's", () => {
    const markup = (own: typeof question) => answerType(own).input(own, stateOf()).markup;
    assert.match(markup(question), /id="q.first"[^>]*autocomplete="given-name"/);
    assert.match(markup(question), /id="q.last"[^>]*autocomplete="family-name"/);
    assert.doesNotMatch(markup(ask("name", { autocomplete: "off" })), /autocomplete/);
  });

  it("is told on one line", () => {
    assert.equal(answerType(question).text(question, { first: "Ada", last: "Osei" }), "Ada Osei");
  });
});
