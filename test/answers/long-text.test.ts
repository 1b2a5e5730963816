import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { answerType } from "../../src/answers/answer-types.ts";
import { accept, ask, outcome, read, stateOf } from "./samples.ts";

describe("long-text", () => {
  const question = ask("long-text", { longest: 100 });

  it("keeps its lines, with \\n between them", () => {
    assert.equal(outcome(read(question, { q: "\r\nOne  \r\n\r\n two\rthree\u2028four\n\n" })), "One\n\n two\nthree\nfour");
  });

  it("takes time in proportion to its length", () => {
    const started = performance.now();
    assert.equal(outcome(accept(ask("long-text", { longest: 50_000 }), `${" ".repeat(400_000)}x`)), "x");
    assert.ok(performance.now() - started < 1000);
  });

  it("is shown on lines and told on one", () => {
    const type = answerType(question);
    assert.equal(type.show(question, "a <b>\nc").markup, "a &lt;b&gt;<br>c");
    assert.equal(type.text(question, "a\n\nb"), "a b");
  });

  it("is asked with a count of characters", () => {
    const markup = answerType(question).input(question, stateOf(new Map([["q", ["so far"]]]))).markup;
    assert.match(markup, /data-maxlength="100"/);
    assert.match(markup, /<textarea[^>]*id="q"[^>]*>so far<\/textarea>/);
  });
});
