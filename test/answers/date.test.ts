import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { answerType } from "../../src/answers/answer-types.ts";
import { limitDay } from "../../src/answers/date-limits.ts";
import { accept, ask, outcome, read, stateOf, TODAY } from "./samples.ts";

const typed = (day: string, month: string, year: string) => ({ "q.day": day, "q.month": month, "q.year": year });
const limited = (earliest: string | undefined, latest: string | undefined, json: string) =>
  outcome(accept(ask("date", { ...(earliest && { earliest }), ...(latest && { latest }) }, { label: "the day" }), json));

describe("date", () => {
  const question = ask("date", {}, { label: "your date of birth" });

  it("is read as people write it", () => {
    for (const month of ["3", "03", "mar", "March", "MAR."])
      assert.equal(outcome(read(question, typed(" 7 ", month, "2007"))), "2007-03-07", month);
    assert.equal(outcome(read(question, typed("30", "Sept", "2007"))), "2007-09-30");
    assert.equal(outcome(read(question, typed("29", "2", "2024"))), "2024-02-29");
  });

  it("says which part is missing, at that part", () => {
    assert.deepEqual(outcome(read(question, {})), ["q answer-missing: Enter your date of birth"]);
    assert.deepEqual(outcome(read(question, typed("7", "", "2007"))), [
      "q.month date-part-missing: Your date of birth must include a month",
    ]);
    assert.deepEqual(outcome(read(question, typed("", " ", "2007"))), [
      "q.day date-part-missing: Your date of birth must include a day and month",
    ]);
  });

  it("refuses short years and days that are not in the calendar", () => {
    assert.deepEqual(outcome(read(question, typed("7", "3", "07"))), ["q.year date-year-digits: Year must include 4 numbers"]);
    for (const [day, month, year] of [
      ["29", "2", "2023"],
      ["31", "4", "2023"],
      ["0", "1", "2023"],
      ["1", "13", "2023"],
      ["x", "1", "2023"],
      ["1", "ma", "2023"],
    ]) {
      assert.deepEqual(outcome(read(question, typed(day ?? "", month ?? "", year ?? ""))), [
        "q date-not-real: Your date of birth must be a real date",
      ]);
    }
    for (const json of ["2023-02-29", "2023-2-1", "20230201", "0007-01-01"]) {
      assert.deepEqual(outcome(accept(question, json)), ["q date-not-real: Your date of birth must be a real date"], json);
    }
  });

  it("keeps to its limits", () => {
    assert.equal(limited("today", "today", TODAY), TODAY);
    assert.deepEqual(limited(undefined, "today", "2026-11-23"), ["q date-too-late: The day must be today or in the past"]);
    assert.deepEqual(limited(undefined, "1 day before today", TODAY), ["q date-too-late: The day must be in the past"]);
    assert.deepEqual(limited("today", undefined, "2026-11-21"), ["q date-too-early: The day must be today or in the future"]);
    assert.deepEqual(limited("1 day after today", undefined, TODAY), ["q date-too-early: The day must be in the future"]);
    assert.equal(limited(undefined, "18 years before today", "2008-11-22"), "2008-11-22");
    assert.deepEqual(limited(undefined, "18 years before today", "2008-11-23"), [
      "q date-too-late: The day must be on or before 22 November 2008",
    ]);
    assert.deepEqual(limited("2026-01-05", undefined, "2026-01-04"), ["q date-too-early: The day must be on or after 5 January 2026"]);
  });

  it("understands the limits that definitions may give, and no others", () => {
    assert.equal(limitDay("28 days after today", TODAY), "2026-12-20");
    assert.equal(limitDay("2 weeks before today", TODAY), "2026-11-08");
    assert.equal(limitDay("1 month after today", "2026-01-31"), "2026-02-28");
    for (const limit of ["tomorrow", "2026-02-30", "18 years ago", "-1 days after today", "99999 years after today"])
      assert.equal(limitDay(limit, TODAY), null, limit);
  });

  it("has both limits among the examples", () => {
    const limits = ask("date", { earliest: "today", latest: "2 days after today" });
    assert.deepEqual(answerType(limits).examples(limits, TODAY), [TODAY, "2026-11-23", "2026-11-24"]);
  });

  it("marks the part that is wrong, and the whole where no part is", () => {
    const type = answerType(question);
    const wrong = (field: string) =>
      type.input(question, stateOf(new Map(), { problems: [{ field, code: "x", message: "Wrong" }] })).markup;
    assert.deepEqual(
      [...wrong("q.year").matchAll(/class="[^"]*govuk-input--error[^"]*" id="([^"]*)"/g)].map(([, id]) => id),
      ["q.year"],
    );
    assert.deepEqual(
      [...wrong("q").matchAll(/class="[^"]*govuk-input--error[^"]*" id="([^"]*)"/g)].map(([, id]) => id),
      ["q.day", "q.month", "q.year"],
    );
    assert.equal(type.inputId(question, "q", ""), "q.day");
    assert.equal(type.inputId(question, "q.year", ""), "q.year");
  });

  it("helps browsers to fill in a birthday", () => {
    const born = ask("date", { autocomplete: "bday" });
    assert.match(answerType(born).input(born, stateOf()).markup, /name="q.month"[^>]*autocomplete="bday-month"/);
    assert.doesNotMatch(answerType(question).input(question, stateOf()).markup, /autocomplete/);
  });
});
