import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { answerType } from "../../src/answers/answer-types.ts";
import { nameOf } from "../../src/rules/type.ts";
import { accept, ask, outcome, read } from "./samples.ts";

describe("duration", () => {
  const question = ask("duration", { units: ["weeks", "days"] }, { label: "your stay" });
  const typed = (amount: string, unit: string): unknown => outcome(read(question, { "q.amount": amount, "q.unit": unit }));

  it("is a number and a unit, which may stand behind the number", () => {
    assert.deepEqual(typed(" 3 ", "days"), { amount: 3, unit: "days" });
    assert.deepEqual(typed("1,000.0", "days"), { amount: 1000, unit: "days" });
    assert.deepEqual(typed("2 Weeks", ""), { amount: 2, unit: "weeks" });
    assert.deepEqual(typed("1 week", "days"), { amount: 1, unit: "weeks" });
  });

  it("says which part is missing or wrong", () => {
    assert.deepEqual(typed("", ""), ["q answer-missing: Enter your stay"]);
    assert.deepEqual(typed("", "days"), ["q.amount duration-part-missing: Your stay must include a number, like 3 days"]);
    assert.deepEqual(typed("3", ""), ["q.unit duration-part-missing: Select if your stay is in days or weeks"]);
    assert.deepEqual(typed("3", "years"), ["q.unit duration-part-missing: Select if your stay is in days or weeks"]);
    for (const wrong of ["1.5", "-1", "three", "3 years", "1e3"])
      assert.deepEqual(typed(wrong, "days"), ["q.amount duration-not-number: Your stay must be a whole number, like 3 days"], wrong);
    assert.deepEqual(typed("10000", "days"), ["q.amount duration-too-large: Your stay must be 9999 or less"]);
  });

  it("is refused in JSON where it is no whole number", () => {
    assert.deepEqual(outcome(accept(question, { amount: 2, unit: "weeks" })), { amount: 2, unit: "weeks" });
    for (const amount of [1.5, -1, 1e21]) assert.equal(accept(question, { amount, unit: "days" }).ok, false, String(amount));
  });

  it("gives rules one total where its units convert exactly", () => {
    const type = answerType(question);
    const of = (units: readonly string[], amount: number, unit: string): unknown =>
      type.value(ask("duration", { units }), { amount, unit });
    assert.deepEqual(of(["days", "weeks"], 4, "weeks"), { amount: 4, unit: "weeks", in_days: 28 });
    assert.deepEqual(of(["hours", "days"], 2, "days"), { amount: 2, unit: "days", in_hours: 48 });
    assert.deepEqual(of(["months", "years"], 2, "years"), { amount: 2, unit: "years", in_months: 24 });
    assert.deepEqual(of(["days", "months"], 2, "months"), { amount: 2, unit: "months" });
    assert.equal(nameOf(type.ruleType(question)), "a group of amount, unit, in_days");
  });

  it("keeps to limits in its shortest unit, whatever unit it is given in", () => {
    const limited = ask("duration", { units: ["days", "weeks"], least: 3, most: 15 }, { label: "your stay" });
    const given = (amount: number, unit: string): unknown => outcome(accept(limited, { amount, unit }));
    assert.deepEqual(given(2, "days"), ["q.amount duration-too-short: Your stay must be 3 days or more"]);
    assert.deepEqual(given(3, "weeks"), ["q.amount duration-too-long: Your stay must be 15 days or less"]);
    assert.deepEqual(given(2, "weeks"), { amount: 2, unit: "weeks" });
    const edges = answerType(limited).examples(limited, "2026-03-02");
    assert.deepEqual(
      edges.map((answer) => answerType(limited).text(limited, answer)),
      ["3 days", "4 days", "15 days", "14 days", "2 weeks", "1 week"],
    );
  });

  it("is shown in words", () => {
    assert.equal(answerType(question).text(question, { amount: 1, unit: "weeks" }), "1 week");
    assert.equal(answerType(question).text(question, { amount: 2, unit: "weeks" }), "2 weeks");
  });
});
