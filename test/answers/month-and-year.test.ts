import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { answerType } from "../../src/answers/answer-types.ts";
import { ask, outcome, read, TODAY } from "./samples.ts";

describe("month-and-year", () => {
  const question = ask("month-and-year", { earliest: "2025-02-14", latest: "today" }, { label: "the month you moved" });
  const typed = (month: string, year: string): unknown => outcome(read(question, { "q.month": month, "q.year": year }));

  it("takes months as numbers and as names", () => {
    for (const month of ["3", "03", "mar", "March", " MARCH "]) assert.equal(typed(month, "2026"), "2026-03", month);
  });

  it("says what is missing or wrong", () => {
    assert.deepEqual(typed("", ""), ["q answer-missing: Enter the month you moved"]);
    assert.deepEqual(typed("3", ""), ["q.year date-part-missing: The month you moved must include a year"]);
    assert.deepEqual(typed("", "2026"), ["q.month date-part-missing: The month you moved must include a month"]);
    assert.deepEqual(typed("3", "26"), ["q.year date-year-digits: Year must include 4 numbers"]);
    for (const month of ["13", "0", "Smarch"])
      assert.deepEqual(typed(month, "2026"), ["q month-not-real: The month you moved must be a real month and year, like 3 2026"], month);
  });

  it("takes the whole month of a limit, and no other", () => {
    assert.equal(typed("2", "2025"), "2025-02");
    assert.equal(typed("11", "2026"), "2026-11");
    assert.deepEqual(typed("1", "2025"), ["q date-too-early: The month you moved must be February 2025 or later"]);
    assert.deepEqual(typed("12", "2026"), ["q date-too-late: The month you moved must be November 2026 or earlier"]);
  });

  it("is the first of its days to rules, and words to people", () => {
    assert.equal(answerType(question).value(question, "2026-03"), "2026-03-01");
    assert.equal(answerType(question).text(question, "2026-03"), "March 2026");
    assert.deepEqual(answerType(question).examples(question, TODAY).slice(0, 2), ["2026-11", "2025-02"]);
  });
});
