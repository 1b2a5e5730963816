import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { run } from "../../src/command-line/run.ts";
import { blocks, readDocument } from "./documents.ts";

const PAGE = readDocument("docs/importing.md");

async function imported(root: string, ...words: string[]): Promise<{ readonly code: number; readonly text: string }> {
  const lines: string[] = [];
  const code = await run({ root, say: (line) => void lines.push(line), complain: (line) => void lines.push(line) }, ["import", ...words]);
  return { code, text: lines.join("\n") };
}

test("the form of the page on importing gives the definition and the report that the page shows", async () => {
  const root = mkdtempSync(join(tmpdir(), "guildhall-importing-"));
  try {
    const [form = ""] = blocks(PAGE, "json");
    const [shown = ""] = blocks(PAGE, "yaml");
    const [said = ""] = blocks(PAGE, "");
    writeFileSync(join(root, "garden-waste.json"), form);
    const { code, text } = await imported(root, "garden-waste.json");
    assert.equal(code, 0, text);
    assert.match(text, /check finds: nothing wrong/);
    const definition = readFileSync(join(root, "imported/join-the-garden-waste-collection.yaml"), "utf8");
    assert.ok(definition.includes(shown.trimEnd()), definition);
    const report = readFileSync(join(root, "imported/join-the-garden-waste-collection.report.md"), "utf8");
    for (const line of said.trimEnd().split("\n")) assert.ok(report.includes(line), report);
    const again = await imported(root, "garden-waste.json");
    assert.equal(again.code, 1);
    assert.match(again.text, /is there already/);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

test("import says what is wrong with what it is given", async () => {
  const root = mkdtempSync(join(tmpdir(), "guildhall-importing-"));
  try {
    writeFileSync(join(root, "form.json"), "{}");
    const wrong: readonly (readonly [readonly string[], RegExp])[] = [
      [[], /Name one file after import/],
      [["nowhere.json"], /is not there/],
      [["form.json"], /has no pages/],
      [["form.json", "--fast"], /has no option --fast/],
      [["form.json", "--service", "Not A Name"], /is not a name for a service/],
      [["form.json", "--welsh", "nowhere.json"], /nowhere\.json is not there/],
    ];
    for (const [words, why] of wrong) {
      const { code, text } = await imported(root, ...words);
      assert.equal(code, 1);
      assert.match(text, why);
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
