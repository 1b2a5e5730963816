import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { answerType } from "../../src/answers/answer-types.ts";
import { accept, ask, outcome, read, schools, stateOf } from "./samples.ts";

const question = ask("register", { from: "schools", show: ["area", "places"] }, { register: schools(), label: "the school" });
const type = answerType(question);
const ABBEY = { key: "abbey", label: "Abbey <School>", area: "Centre", places: 30, fee: 1250 };

describe("register", () => {
  it("keeps the row that was chosen, with its label and columns", () => {
    assert.deepEqual(outcome(read(question, { q: "abbey", "q.search": "abb", "q.for": "abb" })), ABBEY);
    assert.deepEqual(outcome(accept(question, "abbey")), ABBEY);
  });

  it("takes a text that is exactly one label, in capitals or without, and asks to choose otherwise", () => {
    assert.deepEqual(outcome(read(question, { "q.search": "ABBEY school" })), ABBEY);
    assert.deepEqual(outcome(read(question, { "q.search": "ysgol y bont" })), {
      key: "bridge",
      label: "Bridge & Brook",
      welsh: "Ysgol y Bont",
      area: "Centre",
      places: 60,
      fee: null,
    });
    assert.deepEqual(outcome(read(question, { "q.search": "abb" })), ["q register-not-chosen: Select the school from the list"]);
  });

  it("counts what was typed last: a row chosen for another search is not taken for it", () => {
    assert.deepEqual(outcome(read(question, { q: "abbey", "q.search": "mill", "q.for": "abb" })), [
      "q register-not-chosen: Select the school from the list",
    ]);
    assert.deepEqual(outcome(read(question, { q: "abbey", "q.search": "Mill Lane", "q.for": "abb" })), {
      key: "mill",
      label: "Mill Lane",
      area: "North",
      places: null,
      fee: 0,
    });
  });

  it("asks to search again where none of the rows was right, and leaves an optional question empty", () => {
    const none = { q: "", "q.search": "abb", "q.for": "abb" };
    assert.deepEqual(outcome(read(question, none)), ["q register-none: Search for another word"]);
    assert.equal(outcome(read({ ...question, optional: true }, none)), null);
    assert.deepEqual(outcome(read(question, {})), ["q answer-missing: Select the school"]);
  });

  it("takes nothing from a system but the key, and names the field of an unknown one", () => {
    assert.deepEqual(outcome(accept(question, { key: "abbey", label: "Another", places: 9999 })), ABBEY);
    assert.deepEqual(outcome(accept(question, "nowhere")), ["q register-unknown: Select the school from the list"]);
    assert.deepEqual(outcome(accept(question, { key: 7 })), ["q.key answer-wrong-kind: The school: key must be a text"]);
    assert.deepEqual(outcome(accept(question, { key: "abbey", town: "x" })), [
      "q answer-unknown-part: The school may hold only key, label, welsh, area, places, fee",
    ]);
  });

  it("gives rules the columns by their types: pounds for money", () => {
    assert.deepEqual(type.value(question, ABBEY), { ...ABBEY, fee: 12.5 });
  });

  it("says what was chosen as it was then, whatever the register says now", () => {
    assert.equal(type.text(question, { ...ABBEY, key: "gone", label: "Closed School" }), "Closed School");
  });

  it("lists rows once something was searched for, with the columns that tell them apart, and none of these", () => {
    assert.doesNotMatch(type.input(question, stateOf()).markup, /type="radio"/);
    const fields = type.press?.(
      question,
      new Map([
        ["q.search", ["bridge"]],
        ["q.find", ["1"]],
      ]),
      "",
    );
    assert.ok(fields);
    const { markup } = type.input(question, stateOf(fields));
    assert.match(markup, /1 result for ‘bridge’/);
    assert.match(markup, /value="bridge"/);
    assert.match(markup, /Ysgol y Bont, Centre, 60/);
    assert.match(markup, /None of these/);
  });

  it("searches where somebody goes on from the question alone, unless they have chosen, typed a whole label, or want to save", () => {
    const goOn = (fields: Readonly<Record<string, string>>, button: readonly [string, string][] = []) =>
      type.press?.(
        question,
        new Map([...Object.entries({ "q.alone": "1", ...fields }), ...button].map(([name, value]) => [name, [value]])),
        "",
      );
    assert.deepEqual(goOn({ "q.search": "brid" })?.get("q.for"), ["brid"]);
    assert.equal(goOn({ q: "mill", "q.search": "brid", "q.for": "mil" })?.has("q"), false);
    for (const fields of [{}, { "q.search": "brid", "q.for": "brid" }, { "q.search": "abbey SCHOOL" }])
      assert.equal(goOn(fields), null, JSON.stringify(fields));
    assert.equal(goOn({ "q.search": "brid" }, [["then", "save"]]), null);
  });

  it("says that nothing fits, and lists every row where nothing was typed", () => {
    const pressed = (search: string) =>
      type.input(
        question,
        stateOf(
          type.press?.(
            question,
            new Map([
              ["q.search", [search]],
              ["q.find", ["1"]],
            ]),
            "",
          ) ?? new Map(),
        ),
      ).markup;
    assert.match(pressed("xylophone"), /We found nothing for ‘xylophone’/);
    assert.match(pressed(""), /3 results/);
  });

  it("shows the row that was chosen among the others when the answer is changed", () => {
    const { markup } = type.input(question, stateOf(type.fields(question, ABBEY, "")));
    assert.match(markup, /value="abbey" checked/);
  });

  it("speaks Welsh where the question does, and shows the label in Welsh where the row has one", () => {
    const welsh = { ...question, language: "cy" } as const;
    const fields = new Map([
      ["q.search", ["bridge"]],
      ["q.for", ["bridge"]],
    ]);
    const { markup } = type.input(welsh, stateOf(fields));
    for (const words of ["Chwilio yn ôl enw", "1 canlyniad", "Ysgol y Bont", "Dim un o’r rhain"]) assert.ok(markup.includes(words), words);
    const answer = read(welsh, { q: "bridge" });
    assert.ok(answer.ok);
    assert.equal(type.text(welsh, answer.answer), "Ysgol y Bont");
    assert.equal(type.text(question, answer.answer), "Bridge & Brook");
  });
});
