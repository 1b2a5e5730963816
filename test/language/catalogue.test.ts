import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { ANSWER_WORDS } from "../../src/language/answer-words.ts";
import { dateIn, lengthIn, monthIn, timeIn } from "../../src/language/calendar-words.ts";
import { englishWords } from "../support/english-words.ts";

const CATALOGUES = { answers: ANSWER_WORDS };

/** Every text of a catalogue, functions with something in their places that is in no language. */
function texts(catalogue: object): readonly (readonly [string, string])[] {
  return Object.entries(catalogue).map(([name, text]) => {
    if (typeof text !== "function") return [name, String(text)];
    const given = Array.from({ length: text.length }, (_, index) => (index === 0 ? ["xx"] : 7));
    return [name, attempt(text, given) ?? attempt(text, ["xx", ["day", "year"]]) ?? ""];
  });
}

function attempt(text: (...given: readonly unknown[]) => unknown, given: readonly unknown[]): string | undefined {
  try {
    return String(text(...given));
  } catch {
    return undefined;
  }
}

for (const [name, catalogue] of Object.entries(CATALOGUES)) {
  describe(`the words of ${name}`, () => {
    it("are there in Welsh and hold no English word", () => {
      const english = texts(catalogue.cy).flatMap(([key, text]) => englishWords(text).map((word) => `${key}: ${word}`));
      assert.deepEqual(english, []);
      assert.deepEqual(
        texts(catalogue.cy).filter(([, text]) => text === ""),
        [],
      );
    });
  });
}

describe("the calendar in both languages", () => {
  it("says days, months, times and lengths of time", () => {
    assert.equal(dateIn("cy", "2026-11-25"), "25 Tachwedd 2026");
    assert.equal(dateIn("en", "2026-11-05"), "5 November 2026");
    assert.equal(monthIn("cy", "2026-02"), "Chwefror 2026");
    assert.deepEqual(
      ["14:30", "09:00", "12:00", "00:00"].map((time) => timeIn("cy", time)),
      ["2:30yp", "9yb", "hanner dydd", "hanner nos"],
    );
    assert.deepEqual(
      [1, 2, 3, 5, 11].map((amount) => lengthIn("cy", amount, "years")),
      ["1 flwyddyn", "2 flynedd", "3 blynedd", "5 mlynedd", "11 mlynedd"],
    );
    assert.equal(lengthIn("cy", 2, "weeks"), "2 wythnos");
    assert.equal(lengthIn("en", 1, "working days"), "1 working day");
  });
});
