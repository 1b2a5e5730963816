import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { accept, ask, outcome, read } from "./samples.ts";

describe("text", () => {
  const question = ask("text", { longest: 20 }, { label: "the name of the club" });

  it("is trimmed, on one line, in NFC", () => {
    assert.equal(outcome(read(question, { q: "  Cafe\u0301\r\n\tclub " })), "Café club");
  });

  it("loses control characters and marks that turn text round, and keeps joiners", () => {
    assert.equal(outcome(accept(question, "a\u0000\u0007b\u202ecod.exe\ufeff")), "abcod.exe");
    assert.equal(outcome(accept(question, "👩\u200d🚀")), "👩\u200d🚀");
  });

  it("says what is missing, also when only invisible signs were given", () => {
    for (const blank of ["", " \t", "\u200d\u200e", "\u00a0\u3000"]) {
      assert.deepEqual(outcome(read(question, { q: blank })), ["q answer-missing: Enter the name of the club"]);
    }
  });

  it("is counted in characters, not in code units", () => {
    assert.equal(outcome(read(question, { q: "😀".repeat(20) })), "😀".repeat(20));
    assert.deepEqual(outcome(read(question, { q: "x".repeat(21) })), [
      "q text-too-long: The name of the club must be 20 characters or fewer",
    ]);
  });

  it("refuses half characters and other kinds of JSON", () => {
    assert.deepEqual(outcome(accept(question, "a\ud800")), [
      "q text-unreadable: The name of the club has a character that we cannot read. Type it again",
    ]);
    assert.deepEqual(outcome(accept(question, 12)), ["q answer-wrong-kind: The name of the club must be a text"]);
  });

  it("without a label quotes the question, or is told by an instruction", () => {
    const { label: _, ...bare } = question;
    assert.deepEqual(outcome(read(bare, {})), ["q answer-missing: Enter an answer to ‘What is it?’"]);
    assert.deepEqual(outcome(read({ ...bare, ask: "Name the club." }, {})), ["q answer-missing: Name the club"]);
    assert.deepEqual(outcome(read({ ...bare, label: "Your club" }, {})), ["q answer-missing: Enter your club"]);
  });
});
