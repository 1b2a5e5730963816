import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { answerType } from "../../src/answers/answer-types.ts";
import { ask, outcome, read } from "./samples.ts";

interface Expected {
  /** What is typed, and what is kept. */
  readonly kept: Readonly<Record<string, string>>;
  readonly refused: readonly string[];
  /** All that is said of those, with the label "its number". */
  readonly says: string;
}

const TYPES: Readonly<Record<string, Expected>> = {
  "national-insurance": {
    kept: { "ab 12 34 56 c": "AB123456C", "AB-12-34-56-C": "AB123456C", AB123456D: "AB123456D" },
    refused: ["AB123456", "AB123456E", "DA123456A", "AO123456A", "BG123456A", "TN123456A", "ZZ123456A", "QQ123456C", "AB12345C", "ABC"],
    says: "q national-insurance-not-number: Enter its number, like QQ 12 34 56 C",
  },
  "vehicle-registration": {
    kept: {
      "ab12 cde": "AB12CDE",
      "ABO2-CDE": "AB02CDE",
      "a123 bcd": "A123BCD",
      "Q 12 ABC": "Q12ABC",
      "ABC 123D": "ABC123D",
      "ab 1234": "AB1234",
      "AIZ 1234": "AIZ1234",
      "1 A": "1A",
      "101 D 234": "101D234",
    },
    refused: ["A", "1234", "AB12CDEF", "AB123CDE", "ABCDEFG", "AB12 CIE", "QA12 CDE", "ABC123O", "£££"],
    says: "q vehicle-not-registration: Enter its number, like AB12 CDE",
  },
  uprn: {
    kept: { "1": "1", "100 012 345 678": "100012345678", "000012345678": "12345678", "UPRN 10002": "10002" },
    refused: ["0", "1234567890123", "12a", "-", "１２"],
    says: "q uprn-not-uprn: Enter its number, like 100012345678",
  },
  "company-number": {
    kept: {
      "01234567": "01234567",
      "1234567": "01234567",
      "sc 12345": "SC012345",
      OC301234: "OC301234",
      R0000123: "R0000123",
      IP12345R: "IP12345R",
    },
    refused: ["0", "123456789", "XX123456", "SC1234567", "SC", "GB123456789"],
    says: "q company-not-number: Enter its number, like 01234567 or SC123456",
  },
  "charity-number": {
    kept: {
      "1234567": "1234567",
      "Registered charity no. 234567": "234567",
      "sc 12345": "SC012345",
      "SC-012345": "SC012345",
      "NIC 101234": "NIC101234",
    },
    refused: ["12345", "12345678", "0123456", "SC1234567", "NI101234", "charity"],
    says: "q charity-not-number: Enter its number, like 1234567, SC012345 or NIC101234",
  },
};

describe("numbers that organisations give out", () => {
  for (const [type, { kept, refused, says }] of Object.entries(TYPES)) {
    const question = ask(type, {}, { label: "its number" });

    it(`${type}: is kept in one form, however it is typed`, () => {
      for (const [typed, number] of Object.entries(kept)) assert.equal(outcome(read(question, { q: typed })), number, typed);
    });

    it(`${type}: is refused where it is none, with an example`, () => {
      for (const typed of refused) assert.deepEqual(outcome(read(question, { q: typed })), [says], typed);
    });
  }

  it("are shown as their givers write them", () => {
    const shown = (type: string, kept: string): string => answerType(ask(type)).text(ask(type), kept);
    assert.equal(shown("national-insurance", "AB123456C"), "AB 12 34 56 C");
    assert.equal(shown("vehicle-registration", "AB12CDE"), "AB12 CDE");
    assert.equal(shown("vehicle-registration", "ABC123D"), "ABC123D");
  });
});
