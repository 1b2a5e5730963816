import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ask, outcome, read } from "./samples.ts";

describe("phone", () => {
  const question = ask("phone", {}, { label: "your phone number" });

  it("is kept as it was typed, tidied", () => {
    for (const text of [
      "01632 960 001",
      "(01632) 960-001",
      "07700900982",
      "0800 123456",
      "+44 808 157 0192",
      "+44 (0)20 7946 0000",
      "0044 20 7946 0000",
    ]) {
      assert.equal(outcome(read(question, { q: `  ${text} ` })), text);
    }
    for (const text of ["+353 1 234 5678", "+1 (202) 555-0123", "0033 1 23 45 67 89", "01632 960 001 ext 12"])
      assert.equal(outcome(read(question, { q: text })), text);
    assert.equal(outcome(read(question, { q: "01632–960  001" })), "01632-960 001");
  });

  it("is refused where it cannot be called", () => {
    for (const text of [
      "123",
      "7700 900982",
      "00000 000000",
      "01632 960 0011 22",
      "+44 1",
      "+0 123 456 7890",
      "call me",
      "01632 960 001 or 2",
      "+123456789012345678",
    ]) {
      assert.deepEqual(
        outcome(read(question, { q: text })),
        ["q phone-not-phone: Enter your phone number, like 01632 960 001, 07700 900 982 or +44 808 157 0192"],
        text,
      );
    }
  });
});
