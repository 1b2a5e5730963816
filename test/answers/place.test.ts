import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { answerType } from "../../src/answers/answer-types.ts";
import { accept, ask, outcome, read } from "./samples.ts";

describe("place", () => {
  const question = ask("place", {}, { label: "where the pothole is" });

  it("is a description", () => {
    assert.deepEqual(outcome(read(question, { q: "Outside 12, High Street" })), { text: "Outside 12, High Street" });
    assert.deepEqual(outcome(read(question, {})), ["q answer-missing: Enter where the pothole is"]);
  });

  it("is a point where coordinates are typed", () => {
    const point = { text: "51.5, -0.12", latitude: 51.5, longitude: -0.12 };
    for (const text of ["51.5, -0.12", "51.50,-0.120", "51.5 -0.12", "51.5° N, 0.12° W", "51.5,−0.12"])
      assert.deepEqual(outcome(read(question, { q: text })), point, text);
  });

  it("has a longitude of nought on the meridian, not of minus nought", () => {
    assert.deepEqual(outcome(read(question, { q: "51.5, -0.0" })), { text: "51.5, 0.0", latitude: 51.5, longitude: 0 });
    assert.deepEqual(outcome(accept(question, { text: "x", latitude: 51.5, longitude: -0.0000001 })), {
      text: "x",
      latitude: 51.5,
      longitude: 0,
    });
  });

  it("is in the United Kingdom", () => {
    for (const text of ["48.9, 2.3", "61.1, 0.5", "52.0, -9.1", "52.0, 2.6"]) {
      assert.deepEqual(outcome(read(question, { q: text })), ["q place-outside: Where the pothole is must be in the United Kingdom"], text);
    }
    assert.equal(accept(question, { text: "x", latitude: 10, longitude: 10 }).ok, false);
  });

  it("forgets the coordinates of a description that was changed", () => {
    const answer = { text: "By the bridge", latitude: 52.1, longitude: 1.2 };
    const fields = Object.fromEntries(answerType(question).fields(question, answer, ""));
    assert.deepEqual(outcome(read(question, fields)), answer);
    assert.deepEqual(outcome(read(question, { ...fields, q: "By the church" })), { text: "By the church" });
  });

  it("takes a point alone from the API, not half of one", () => {
    assert.deepEqual(outcome(accept(question, { latitude: 52, longitude: 1.25 })), { text: "52.0, 1.25", latitude: 52, longitude: 1.25 });
    assert.deepEqual(outcome(accept(question, { text: "x", latitude: 52 })), [
      "q answer-wrong-kind: Where the pothole is: latitude and longitude must both be numbers",
    ]);
  });
});
