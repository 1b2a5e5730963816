import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { answerType, pressed } from "../../src/answers/answer-types.ts";
import { LARGEST_MB } from "../../src/answers/file-kinds.ts";
import { LARGEST_FILE } from "../../src/platform/files/receive.ts";
import { accept, ask, file, outcome, read, stateOf } from "./samples.ts";

describe("files", () => {
  const question = ask("files", { accept: "image", most: 2 }, { label: "a photo" });
  const there = [file("one"), file("two"), file("three"), file("paper", "application/pdf", "paper.pdf")];

  it("are those uploaded to this journey", () => {
    assert.deepEqual(outcome(read(question, { q: ["two", "", "two"] }, there)), [there[1]]);
    assert.deepEqual(outcome(read(question, { q: ["somebody-elses"] }, there)), [
      "q file-unknown: Upload the file again. We could not find it",
    ]);
  });

  it("are taken from the API by id, and nothing else said about them is believed", () => {
    assert.deepEqual(outcome(accept(question, [{ id: "one" }], there)), [there[0]]);
    for (const claim of [{ ...there[0], sha256: "b".repeat(64) }, { ...there[0], more: 1 }, { id: "x" }, "one", null]) {
      assert.deepEqual(outcome(accept(question, [claim], there)), ["q file-unknown: Upload the file again. We could not find it"]);
    }
  });

  it("are counted, and of the right kind", () => {
    assert.deepEqual(outcome(read(question, { q: "" }, there)), ["q answer-missing: Upload a photo"]);
    assert.deepEqual(outcome(read(question, { q: ["one", "two", "three"] }, there)), ["q files-too-many: Upload no more than 2 files"]);
    assert.deepEqual(outcome(read(question, { q: ["paper"] }, there)), [
      "q file-wrong-kind: paper.pdf must be a photo (JPG, PNG, WebP or GIF)",
    ]);
    assert.deepEqual(outcome(read(ask("files", { least: 2 }), { q: ["one"] }, there)), ["q files-too-few: Upload 2 or more files"]);
  });

  it("are listed with a button to remove each", () => {
    const markup = answerType(question).input(question, stateOf(new Map([["q", ["one"]]]), { files: there })).markup;
    assert.match(markup, /<input type="hidden" name="q" value="one">/);
    assert.match(markup, /<button type="submit" value="one" name="q.remove"/);
    assert.match(markup, /1\.5 MB/);
    assert.match(markup, /type="file"[^>]*accept="image\/jpeg,\.jpg/);
    assert.ok(markup.indexOf("Continue</button>") < markup.indexOf("q.remove"), "Enter does not remove a file");
  });

  it("are removed by that button", () => {
    const after = pressed(
      [question],
      new Map([
        ["q", ["one", "two"]],
        ["q.remove", ["one"]],
      ]),
    );
    assert.deepEqual(after, new Map([["q", ["two"]]]));
    assert.equal(pressed([question], new Map([["q", ["one"]]])), null);
  });

  it("are described before they are chosen: how many, of which kinds, how large", () => {
    const shown = (files: readonly string[]): string =>
      answerType(question).input(question, stateOf(new Map([["q", files]]), { files: there })).markup;
    assert.match(shown([]), /You can add up to 2 files. Each can be a photo \(JPG, PNG, WebP or GIF\), up to 15 MB</);
    assert.match(shown(["one", "two"]), /as many files as we can take here[\s\S]*<input[^>]*type="file"[^>]* disabled/);
    assert.equal(LARGEST_MB * 1024 * 1024, LARGEST_FILE);
  });

  it("leave the box open where an error has to lead to it", () => {
    const problems = [{ field: "q", code: "files-too-many", message: "Upload no more than 2 files" }];
    const state = stateOf(new Map([["q", ["one", "two", "three"]]]), { files: there, problems });
    assert.doesNotMatch(answerType(question).input(question, state).markup, /<input[^>]*type="file"[^>]* disabled/);
  });

  it("are told by name and size", () => {
    assert.equal(answerType(question).text(question, [{ ...file("one") }]), "one.jpg (1.5 MB)");
  });
});
