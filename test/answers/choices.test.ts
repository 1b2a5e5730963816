import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { answerType } from "../../src/answers/answer-types.ts";
import { accept, ask, outcome, read, stateOf } from "./samples.ts";

describe("choices", () => {
  const options = { fence: "A fence", pond: "A pond", warden: "A warden" };
  const question = ask("choices", { options, most: 2 }, { label: "what keeps people safe" });

  it("are in the order of the options, each once", () => {
    assert.deepEqual(outcome(read(question, { q: ["pond", "fence", "pond"] })), ["fence", "pond"]);
  });

  it("are counted", () => {
    assert.deepEqual(outcome(read(question, {})), ["q answer-missing: Select what keeps people safe"]);
    assert.deepEqual(outcome(read(question, { q: ["fence", "pond", "warden"] })), ["q options-too-many: Select no more than 2 options"]);
    assert.deepEqual(outcome(accept(ask("choices", { options, least: 2 }), ["pond"])), ["q options-too-few: Select 2 or more options"]);
    assert.deepEqual(outcome(accept(ask("choices", { options, least: 0 }), [])), []);
  });

  it("are known", () => {
    assert.deepEqual(outcome(accept(question, ["moat"])), ["q option-unknown: Select what keeps people safe"]);
    assert.deepEqual(outcome(accept(question, "fence")), ["q answer-wrong-kind: What keeps people safe must be a list of options"]);
  });

  it("are checkboxes", () => {
    const markup = answerType(question).input(question, stateOf(new Map([["q", ["pond"]]]))).markup;
    assert.match(markup, /id="q" name="q" type="checkbox" value="fence"/);
    assert.match(markup, /value="pond" checked/);
    assert.match(markup, /Select up to 2/);
  });
});

describe("ranked choices", () => {
  const options = { oak: "Oak School", elm: "Elm School", ash: "Ash School", yew: "Yew School" };
  const question = ask("choices", { options, ranked: true, most: 3 }, { label: "the schools you prefer" });

  it("keep their order and close gaps", () => {
    assert.deepEqual(outcome(read(question, { "q.1": "yew", "q.2": "", "q.3": "elm" })), ["yew", "elm"]);
  });

  it("name no option twice", () => {
    const reading = read(question, { "q.1": "yew", "q.2": "oak", "q.3": "yew" });
    assert.deepEqual(outcome(reading), ["q.3 option-repeated: You chose Yew School twice. Choose another third preference"]);
  });

  it("are selects, named by their place", () => {
    const markup = answerType(question).input(question, stateOf(new Map([["q.2", ["ash"]]]))).markup;
    for (const label of ["First preference", "Second preference", "Third preference"]) assert.ok(markup.includes(label));
    assert.ok(!markup.includes("Fourth preference"));
    assert.match(markup, /id="q.2"[\s\S]*<option value="ash" selected>/);
    assert.equal(answerType(question).inputId(question, "q", ""), "q.1");
  });

  it("are told in order", () => {
    assert.equal(answerType(question).text(question, ["elm", "oak"]), "1. Elm School, 2. Oak School");
  });
});
