import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { answerType } from "../../src/answers/answer-types.ts";
import { accept, ask, outcome, read, stateOf } from "./samples.ts";

describe("matrix", () => {
  const rows = { clean: "The streets are clean", calm: "The streets are calm" };
  const question = ask("matrix", { rows, options: { agree: "Agree", disagree: "Disagree" } });
  const optional = { ...question, optional: true };

  it("is an option for each row", () => {
    assert.deepEqual(outcome(read(question, { "q.clean": "agree", "q.calm": "disagree" })), { clean: "agree", calm: "disagree" });
    assert.equal(
      answerType(question).text(question, { clean: "agree", calm: "disagree" }),
      "The streets are clean: Agree; The streets are calm: Disagree",
    );
  });

  it("names each row that was left or has a strange option", () => {
    assert.deepEqual(outcome(read(question, {})), [
      "q.clean answer-missing: Select an answer for ‘The streets are clean’",
      "q.calm answer-missing: Select an answer for ‘The streets are calm’",
    ]);
    assert.deepEqual(outcome(accept(question, { clean: "agree", calm: "toString" })), [
      "q.calm option-unknown: Select an answer for ‘The streets are calm’",
    ]);
  });

  it("may leave rows where it is optional", () => {
    assert.deepEqual(outcome(read(optional, { "q.clean": "agree" })), { clean: "agree" });
    assert.equal(outcome(read(optional, {})), null);
    assert.deepEqual(answerType(optional).value(optional, { clean: "agree" }), { clean: "agree", calm: null });
  });

  it("is a group of radios with a legend for each row, and shows the error of a row in it", () => {
    const problems = [{ field: "q.calm", code: "answer-missing", message: "Select an answer" }];
    const markup = answerType(question).input(question, stateOf(new Map([["q.clean", ["agree"]]]), { problems })).markup;
    assert.equal(markup.match(/<fieldset/g)?.length, 3);
    assert.match(markup, /The streets are clean<\/legend>[\s\S]*value="agree" checked/);
    assert.match(
      markup,
      /<fieldset class="govuk-fieldset" aria-describedby="q\.calm-error">[\s\S]*The streets are calm<\/legend>[\s\S]*Select an answer/,
    );
  });
});
