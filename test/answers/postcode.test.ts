import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ask, outcome, read } from "./samples.ts";

describe("postcode", () => {
  const question = ask("postcode", {}, { label: "your postcode" });

  it("is written as Royal Mail writes it", () => {
    const written = {
      sw1a2aa: "SW1A 2AA",
      " m1  1ae ": "M1 1AE",
      "B33-8TH": "B33 8TH",
      "CR2.6XH": "CR2 6XH",
      "DN55 1PT": "DN55 1PT",
      ec1aobb: "EC1A 0BB",
      "W1A 0AX": "W1A 0AX",
    };
    for (const [text, postcode] of Object.entries(written)) assert.equal(outcome(read(question, { q: text })), postcode, text);
  });

  it("is refused where it is none", () => {
    for (const text of ["SW1A", "12345", "QQ1 1AA", "SW1A 2A", "SW1A 2AAA", "SW1A 2CI", "A1A 1A1", "M1 1A3", "postcode"]) {
      assert.deepEqual(outcome(read(question, { q: text })), ["q postcode-not-postcode: Enter your postcode, like AB1 2CD"], text);
    }
  });
});
