import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Question } from "../../src/answers/answer-type.ts";
import { answerType, inputId, pressed } from "../../src/answers/answer-types.ts";
import { accept, ask, file, outcome, read, stateOf } from "./samples.ts";

const fields = (given: Record<string, string>) => new Map(Object.entries(given).map(([name, value]) => [name, [value]]));

const entries = (question: Question, fields: Record<string, string[]>) =>
  [
    ...answerType(question)
      .input(question, stateOf(new Map(Object.entries(fields))))
      .markup.matchAll(/name="dragons\.(\d)\.call"/g),
  ].map(([, index]) => index);

describe("group", () => {
  const inner = [
    ask("text", {}, { id: "call", label: "its name" }),
    ask("date", { latest: "today" }, { id: "hatched", label: "the day it hatched" }),
    ask("files", { most: 2 }, { id: "photos", optional: true }),
  ];
  const question = ask("group", { questions: inner, entry: "dragon", most: 3 }, { id: "dragons" });
  const smaug = {
    "dragons.0.call": "Smaug",
    "dragons.0.hatched.day": "1",
    "dragons.0.hatched.month": "2",
    "dragons.0.hatched.year": "2003",
  };
  const answer = { call: "Smaug", hatched: "2003-02-01", photos: null };

  it("is a list of entries; empty ones at the end are left out", () => {
    assert.deepEqual(outcome(read(question, { ...smaug, "dragons.count": "3", "dragons.2.call": "  " })), [answer]);
    assert.deepEqual(outcome(accept(question, [{ call: "Smaug", hatched: "2003-02-01" }])), [answer]);
  });

  it("says which entry a problem is about, at the whole name of its field", () => {
    assert.deepEqual(outcome(read(question, { ...smaug, "dragons.1.call": "Nidhogg" })), [
      "dragons.1.hatched answer-missing: Dragon 2: enter the day it hatched",
    ]);
    assert.deepEqual(outcome(read(question, {})), [
      "dragons.0.call answer-missing: Dragon 1: enter its name",
      "dragons.0.hatched answer-missing: Dragon 1: enter the day it hatched",
    ]);
    assert.equal(inputId(question, "dragons.1.hatched"), "dragons.1.hatched.day");
    assert.equal(inputId(question, "dragons.1.hatched.year"), "dragons.1.hatched.year");
    assert.equal(inputId(question, "dragons"), "dragons.0.call");
  });

  it("is counted", () => {
    const four = Object.fromEntries(Array.from({ length: 4 }, (_, index) => [`dragons.${index}.call`, "x"]));
    assert.deepEqual(outcome(read(question, four)), ["dragons group-too-many: Remove one dragon or more: you can add up to 3"]);
    assert.deepEqual(
      outcome(
        accept(
          question,
          Array.from({ length: 4 }, () => answer),
        ),
      ),
      ["dragons group-too-many: Remove one dragon or more: you can add up to 3"],
    );
    assert.deepEqual(outcome(accept(question, [])), ["dragons group-too-few: Add at least one dragon"]);
    const two = { ...question, settings: { ...question.settings, least: 2 } };
    assert.deepEqual(outcome(accept(two, [answer])), ["dragons group-too-few: Add another dragon: at least 2 are needed"]);
    assert.deepEqual(outcome(read({ ...question, optional: true }, { "dragons.count": "1" })), null);
  });

  it("refuses what is no entry", () => {
    assert.deepEqual(outcome(accept(question, ["Smaug"])), [
      "dragons.0 answer-wrong-kind: Dragon 1 must be an object with call, hatched, photos",
    ]);
    assert.deepEqual(outcome(accept(question, [{ ...answer, gold: 1 }])), [
      "dragons.0 answer-unknown-part: Dragon 1 may hold only call, hatched, photos",
    ]);
  });

  it("shows an empty entry first, and as many as were there", () => {
    assert.deepEqual(entries(question, {}), ["0"]);
    assert.deepEqual(entries(question, { "dragons.count": ["2"] }), ["0", "1"]);
    assert.deepEqual(entries(question, { "dragons.count": ["999"] }), ["0", "1", "2"]);
  });

  it("has buttons to add and remove, which Enter does not press", () => {
    const markup = answerType(question).input(question, stateOf(new Map([["dragons.count", ["2"]]]))).markup;
    assert.match(markup, /name="dragons.add"[^>]*>Add another dragon</);
    assert.match(markup, /value="1" name="dragons.remove"/);
    assert.ok(markup.indexOf("Continue</button>") < markup.indexOf("dragons.remove"));
    assert.doesNotMatch(answerType(question).input(question, stateOf(new Map([["dragons.count", ["3"]]]))).markup, /dragons\.add/);
  });

  it("adds an entry", () => {
    assert.deepEqual(pressed([question], fields({ ...smaug, "dragons.add": "1" })), fields({ ...smaug, "dragons.count": "2" }));
    assert.deepEqual(pressed([question], fields({ "dragons.count": "3", "dragons.add": "1" })), fields({ "dragons.count": "3" }));
  });

  it("removes an entry, and those after it move up", () => {
    const given = fields({
      "dragons.count": "3",
      "dragons.0.call": "A",
      "dragons.1.call": "B",
      "dragons.2.call": "C",
      "dragons.remove": "1",
      other: "x",
    });
    assert.deepEqual(
      pressed([question], given),
      fields({ "dragons.count": "2", "dragons.0.call": "A", "dragons.1.call": "C", other: "x" }),
    );
  });

  it("passes on the buttons of its questions", () => {
    const given = new Map([
      ["dragons.1.photos", ["one", "two"]],
      ["dragons.1.photos.remove", ["one"]],
    ]);
    assert.deepEqual(pressed([question], given), new Map([["dragons.1.photos", ["two"]]]));
    assert.deepEqual(outcome(read(question, { ...smaug, "dragons.0.photos": "one" }, [file("one")])), [
      { ...answer, photos: [file("one")] },
    ]);
  });

  it("is told entry by entry", () => {
    assert.equal(answerType(question).text(question, [answer]), "Dragon 1 (Its name: Smaug, The day it hatched: 1 February 2003)");
  });

  it("takes nothing from the prototype of a JSON object for an answer", () => {
    const odd = ask("group", { questions: [ask("text", {}, { id: "constructor", label: "who built it" })], entry: "house" });
    assert.deepEqual(outcome(accept(odd, [{}])), ["q.0.constructor answer-missing: House 1: enter who built it"]);
  });

  it("holds groups that hold none", () => {
    const schools = ask(
      "group",
      { questions: [ask("text", {}, { id: "at", label: "its name" })], entry: "school", most: 2 },
      { id: "schools" },
    );
    const children = ask("group", { questions: [schools], entry: "child", most: 2 }, { id: "children" });
    const two = { "children.0.schools.0.at": "Mill Lane", "children.1.schools.0.at": "Lark Meadow", "children.1.schools.1.at": "Abbey" };
    const answer = [{ schools: [{ at: "Mill Lane" }] }, { schools: [{ at: "Lark Meadow" }, { at: "Abbey" }] }];
    assert.deepEqual(outcome(read(children, two)), answer);
    assert.deepEqual(outcome(accept(children, answer)), answer);
    assert.deepEqual(outcome(read(children, { "children.1.schools.1.at": "Abbey", "children.0.schools.0.at": "Abbey" })), [
      "children.1.schools.0.at answer-missing: Child 2: School 1: enter its name",
    ]);
    const added = pressed([children], fields({ ...two, "children.0.schools.add": "1" }));
    assert.deepEqual(added?.get("children.0.schools.count"), ["2"]);
    const removed = pressed([children], fields({ ...two, "children.remove": "0" }));
    assert.deepEqual(removed?.get("children.0.schools.1.at"), ["Abbey"]);
    assert.equal(removed?.get("children.1.schools.0.at"), undefined);
    const deeper = ask("group", { questions: [children], entry: "house" }, { id: "houses" });
    assert.throws(() => read(deeper, { "houses.0.children.0.schools.0.at": "Mill Lane" }), /not an answer type that can stand there/);
  });

  it("names the entry that a button inside it belongs to", () => {
    const schools = ask(
      "group",
      { questions: [ask("text", {}, { id: "at", label: "its name" })], entry: "school", most: 2 },
      { id: "schools" },
    );
    const children = ask("group", { questions: [schools], entry: "child", most: 2 }, { id: "children" });
    const { markup } = answerType(children).input(children, stateOf(new Map([["children.count", ["2"]]])));
    assert.match(markup, /Add another school<span class="govuk-visually-hidden">: Child 2<\/span>/);
  });
});
