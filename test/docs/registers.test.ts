import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";

import { run } from "../../src/command-line/run.ts";
import { blocks, readDocument, ROOT } from "./documents.ts";

// A suite of its own: hooks outside one would run with every other test of the process.
describe("docs: registers", () => {
  const PAGE = readDocument("docs/registers.md");
  const [ROWS = ""] = blocks(PAGE, "csv");
  const [DECLARATION = "", QUESTION = ""] = blocks(PAGE, "yaml");
  const SERVICE = blocks(readDocument("docs/definition-tutorial.md"), "yaml").at(-1) ?? "";
  const COUNCIL = "councils/eastmere";

  let root: string;
  before(async () => {
    root = mkdtempSync(join(tmpdir(), "guildhall-registers-"));
    for (const folder of ["councils", "services"]) cpSync(join(ROOT, folder), join(root, folder), { recursive: true });
    await verb("new", "check-a-tree", "--title", "Ask us to check a tree");
    const asked = SERVICE.replace("questions:\n", `questions:\n${QUESTION}`).replace(/^flow:\n/m, "flow:\n  - tree\n");
    mkdirSync(join(root, COUNCIL, "registers"), { recursive: true });
    writeFileSync(join(root, COUNCIL, "services/check-a-tree.yaml"), asked);
    writeFileSync(join(root, COUNCIL, "registers/trees.yaml"), DECLARATION);
    writeFileSync(join(root, COUNCIL, "registers/trees.csv"), ROWS);
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  async function verb(...words: string[]): Promise<{ code: number; text: string }> {
    const lines: string[] = [];
    const code = await run({ root, say: (line) => void lines.push(line), complain: (line) => void lines.push(line) }, words);
    return { code, text: lines.join("\n").trimEnd() };
  }

  test("the service that chooses from the register is sound, and its journeys choose the rows that are offered", async () => {
    assert.equal((await verb("check", "check-a-tree")).code, 0);
    const { text } = await verb("paths", "check-a-tree");
    assert.match(text, /tree: Oak at the pond/);
    assert.doesNotMatch(text, /Yew/, "nobody knows when it was planted");
  });

  test("a key that stands twice is said as the page shows it", async () => {
    writeFileSync(join(root, COUNCIL, "registers/trees.csv"), ROWS.replace("T002", "T001"));
    const { code, text } = await verb("check", "check-a-tree");
    assert.deepEqual([code, text], [1, (blocks(PAGE, "")[0] ?? "").trimEnd()]);
  });
});
