import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { answerType } from "../../src/answers/answer-types.ts";
import { ask, outcome, read, stateOf } from "./samples.ts";

describe("bank-details", () => {
  const question = ask("bank-details", {}, { label: "your bank details" });
  const typed = (sort: string, account: string, roll = ""): unknown =>
    outcome(read(question, { "q.name": " Ada  Osei ", "q.sort_code": sort, "q.account_number": account, "q.roll_number": roll }));
  const kept = { name: "Ada Osei", sort_code: "010203", account_number: "00733431", roll_number: "" };

  it("takes digits with spaces and dashes, and fills an account number up to eight digits", () => {
    for (const sort of ["010203", "01-02-03", "01 02 03", "01–02–03"]) assert.deepEqual(typed(sort, "00733431"), kept, sort);
    for (const account of ["733431", "0733431", "0073 3431"]) assert.deepEqual(typed("010203", account), kept, account);
    assert.deepEqual(typed("010203", "733431", "D/123-45.6 A"), { ...kept, roll_number: "D/123-45.6 A" });
  });

  it("says what is wrong with each box", () => {
    assert.deepEqual(typed("", ""), [
      "q.sort_code answer-missing: Enter a sort code",
      "q.account_number answer-missing: Enter an account number",
    ]);
    assert.deepEqual(typed("01020", "12345"), [
      "q.sort_code bank-sort-code: Enter a valid sort code, like 309430",
      "q.account_number bank-account-number: Account number must be between 6 and 8 digits",
    ]);
    assert.deepEqual(typed("010203", "x1234567", "?"), [
      "q.account_number bank-account-number: Enter a valid account number, like 00733445",
      "q.roll_number bank-roll-number: Building society roll number must only include letters a to z, numbers, hyphens, spaces, forward slashes and full stops",
    ]);
  });

  it("shows the sort code as banks write it, and says what each box wants", () => {
    assert.equal(answerType(question).text(question, kept), "Ada Osei, 01-02-03, 00733431");
    assert.match(answerType(question).input(question, stateOf()).markup, /Must be 6 digits long[\s\S]*Must be between 6 and 8 digits long/);
  });
});
