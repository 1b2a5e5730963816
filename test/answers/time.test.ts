import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { answerType } from "../../src/answers/answer-types.ts";
import { ask, outcome, read } from "./samples.ts";

describe("time", () => {
  const question = ask("time", {}, { label: "the time" });

  it("is read as people write it", () => {
    const read_as = {
      "09:30": "09:30",
      "9.30am": "09:30",
      "9:30 AM": "09:30",
      "9.30 a.m.": "09:30",
      "9pm": "21:00",
      "9 o’clock pm": "21:00",
      "930am": "09:30",
      "0930": "09:30",
      "14.30": "14:30",
      "1430": "14:30",
      "13:30pm": "13:30",
      "17": "17:00",
      "12 noon": "12:00",
      noon: "12:00",
      Midday: "12:00",
      "12pm": "12:00",
      "12am": "00:00",
      "12 midnight": "00:00",
      midnight: "00:00",
      " 10 : 15 ": "10:15",
    };
    for (const [text, time] of Object.entries(read_as)) assert.equal(outcome(read(question, { q: text })), time, text);
  });

  it("asks which half of the day is meant rather than guess", () => {
    const said = "q time-half-missing: The time must include am or pm, like 9:30am, or use the 24-hour clock, like 14:30";
    for (const text of ["2:30", "9", "5.15", "11", "12"]) assert.deepEqual(outcome(read(question, { q: text })), [said], text);
  });

  it("is refused where there is no such time", () => {
    for (const text of ["25:00", "24:00", "10:60", "14am", "half past nine", "9:3", "tomorrow", "-1:00", "9:30:00pm"])
      assert.deepEqual(outcome(read(question, { q: text })), ["q time-not-time: The time must be a time, like 9:30am or 14:30"], text);
  });

  it("keeps to its limits, and tries them", () => {
    const limited = ask("time", { earliest: "09:30", latest: "12:00" }, { label: "the time" });
    assert.deepEqual(outcome(read(limited, { q: "9.29am" })), ["q time-too-early: The time must be 9:30am or later"]);
    assert.deepEqual(outcome(read(limited, { q: "12:01" })), ["q time-too-late: The time must be midday or earlier"]);
    for (const edge of ["09:30", "noon"]) assert.equal(read(limited, { q: edge }).ok, true, edge);
    assert.deepEqual(answerType(limited).examples(limited, "2026-03-02"), ["12:00", "09:30", "09:31", "11:59"]);
  });

  it("is shown in the style of GOV.UK", () => {
    const shown = { "09:00": "9am", "14:30": "2:30pm", "12:00": "midday", "00:00": "midnight", "00:05": "12:05am", "12:30": "12:30pm" };
    for (const [time, words] of Object.entries(shown)) assert.equal(answerType(question).text(question, time), words);
  });
});
