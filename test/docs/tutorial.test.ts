import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";

import { run } from "../../src/command-line/run.ts";
import { blocks, readDocument, ROOT } from "./documents.ts";

// A suite of its own: hooks outside one would run with every other test of the process.
describe("docs: tutorial", () => {
  const TUTORIAL = readDocument("docs/definition-tutorial.md");
  const YAML = blocks(TUTORIAL, "yaml");
  const WHOLE = YAML.at(-1) ?? "";
  const FILE = "councils/eastmere/services/check-a-tree.yaml";

  let root: string;
  before(() => {
    root = mkdtempSync(join(tmpdir(), "guildhall-tutorial-"));
    for (const folder of ["councils", "services"]) cpSync(join(ROOT, folder), join(root, folder), { recursive: true });
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  /** A verb of the command line, with what it printed. */
  async function verb(...words: string[]): Promise<{ code: number; text: string }> {
    const lines: string[] = [];
    const code = await run({ root, say: (line) => void lines.push(line), complain: (line) => void lines.push(line) }, words);
    return { code, text: lines.join("\n").trimEnd() };
  }

  /** The calls of a verb as the documents have them, so that the test runs what a reader types. */
  function called(name: string): string[] {
    const line = blocks(TUTORIAL, "sh")
      .flatMap((block) => block.split("\n"))
      .find((text) => text.startsWith(`npm run guildhall -- ${name}`));
    const words = line?.slice("npm run guildhall -- ".length).match(/"[^"]*"|\S+/g) ?? [];
    return words.map((word) => word.replaceAll('"', ""));
  }

  test("the pieces of the tutorial are those of its whole file, in order", () => {
    const pieces = YAML.slice(0, -1);
    assert.ok(pieces.length >= 6);
    let rest = WHOLE;
    for (const piece of pieces) {
      const at = rest.indexOf(piece);
      assert.notEqual(at, -1, piece);
      assert.equal(rest.slice(0, at).trim(), "", "what the tutorial leaves out");
      rest = rest.slice(at + piece.length);
    }
    assert.equal(rest.trim(), "");
  });

  test("new, then the tutorial's file: no mistake, and a mistake is said as the tutorial shows it", async () => {
    const made = await verb(...called("new"));
    assert.equal(made.code, 0, made.text);
    assert.ok(made.text.includes(FILE) && made.text.includes("/services/check-a-tree"), made.text);
    assert.ok((await verb(...called("check"))).text.endsWith("1 definition: 1 advice."));
    writeFileSync(join(root, FILE), WHOLE);
    assert.ok((await verb(...called("check"))).text.endsWith("1 definition: 1 advice."));
    writeFileSync(join(root, FILE), WHOLE.replace('land = "garden"', 'land = "gardn"'));
    const [shown = ""] = blocks(TUTORIAL, "");
    assert.deepEqual(await verb(...called("check")), { code: 1, text: shown.trimEnd() });
  });
});
