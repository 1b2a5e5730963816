import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { answerType } from "../../src/answers/answer-types.ts";
import { accept, ask, outcome, read, stateOf } from "./samples.ts";

describe("choice", () => {
  const options = { pet: "As a pet", work: "For work" };
  const question = ask("choice", { options, option_hints: { work: "Paid or not" } }, { label: "why you keep it" });

  it("is one of the codes", () => {
    assert.equal(outcome(read(question, { q: "work" })), "work");
    for (const wrong of ["cat", "constructor", "Pet", "pet "]) {
      assert.deepEqual(outcome(accept(question, wrong)), ["q option-unknown: Select why you keep it"]);
    }
    assert.deepEqual(outcome(read(question, {})), ["q answer-missing: Select why you keep it"]);
  });

  it("is radio buttons, the first with the question's id", () => {
    const markup = answerType(question).input(question, stateOf(new Map([["q", ["work"]]]), { heading: true })).markup;
    assert.match(markup, /<h1 class="govuk-fieldset__heading">What is it\?<\/h1>/);
    assert.match(markup, /id="q" name="q" type="radio" value="pet"/);
    assert.match(markup, /value="work" checked/);
    assert.match(markup, /Paid or not/);
  });

  it("is a list to select from when there are more than twelve", () => {
    const many = ask("choice", {
      options: Object.fromEntries(Array.from({ length: 13 }, (_, index) => [`o_${index}`, `Option ${index}`])),
    });
    const markup = answerType(many).input(many, stateOf(new Map([["q", ["o_3"]]]))).markup;
    assert.match(markup, /<select[^>]*id="q"/);
    assert.match(markup, /<option value="o_3" selected>/);
  });

  it("shows its words, or the code where the words are gone", () => {
    assert.equal(answerType(question).text(question, "pet"), "As a pet");
    assert.equal(answerType(question).text(question, "sold"), "sold");
  });

  it("has every option among its examples", () => {
    assert.deepEqual(answerType(question).examples({ ...question, optional: true }, "2026-11-22"), ["pet", "work", null]);
  });
});
