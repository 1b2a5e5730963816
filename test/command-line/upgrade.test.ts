import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { run } from "../../src/command-line/run.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const PATH = "councils/eastmere/services/report-a-missed-bin.yaml";

describe("command-line: upgrade", () => {
  let root = "";
  before(async () => {
    root = await mkdtemp(join(tmpdir(), "guildhall-upgrade-"));
    for (const folder of ["councils", "services"]) await cp(join(ROOT, folder), join(root, folder), { recursive: true });
  });
  after(() => rm(root, { recursive: true }));

  async function ran(...words: readonly string[]): Promise<{ readonly code: number; readonly said: string; readonly complained: string }> {
    const [said, complained]: [string[], string[]] = [[], []];
    const code = await run({ root, say: (line) => said.push(line), complain: (line) => complained.push(line) }, words);
    return { code, said: said.join("\n"), complained: complained.join("\n") };
  }
  const overlay = (): Promise<string> => readFile(join(root, PATH), "utf8");

  test("show --overlay says what a council changes of the shelf's service, and only of an overlay", async () => {
    const { code, said } = await ran("show", "report-a-missed-bin", "--overlay");
    assert.equal(code, 0);
    assert.match(said, /lies over shelf\/report-a-missed-bin@1\.[^]*The question gate_code is added, optional/);
    assert.doesNotMatch(said, /The shelf service that it lies over was/);
    assert.match((await ran("show", "report-a-pothole", "--overlay")).complained, /report-a-pothole is a whole definition, not an overlay/);
    assert.match((await ran("show", "report-a-missed-bin")).said, /gate_code/);
  });

  test("diff compares versions of the shelf", async () => {
    const { said } = await ran("diff", "shelf/report-a-missed-bin@1", "shelf/report-a-missed-bin@2");
    assert.match(said, /The question due has another hint/);
    assert.match((await ran("diff", "shelf/report-a-missed-bin@9", "report-a-missed-bin")).complained, /no sound version 9/);
  });

  test("what both have changed stops it with both sides named; nothing is written until it is decided", async () => {
    const text = await overlay();
    const { code, said, complained } = await ran("upgrade", PATH);
    assert.equal(code, 1);
    assert.match(
      said,
      /start\.takes: the shelf had ‘We come back within 2 working days\.’ and now has ‘We come back within 2 working days\. Bank holidays do not count\.’; yours says ‘We come back within 3 working days\.’\./,
    );
    assert.equal(complained, "1 to decide: start.takes. Nothing is written.");
    assert.match((await ran("upgrade", PATH, "--ours", "title")).complained, /title is not a place that both have changed/);
    const tried = await ran("upgrade", PATH, "--ours", "all", "--try");
    assert.match(tried.said, /The question due has another hint[^]*Nothing is written, since --try was said/);
    assert.equal(await overlay(), text);
  });

  test("decided, it is written in place with its comments, checks, and need not be done again", async () => {
    const text = await overlay();
    assert.equal((await ran("upgrade", PATH, "--shelf", "start.takes")).code, 0);
    assert.equal(await overlay(), text.replace("@1", "@2").replace("  takes: We come back within 3 working days.\n", ""));
    assert.equal((await ran("check", "report-a-missed-bin")).code, 0);
    assert.match((await ran("upgrade", PATH)).said, /lies over shelf\/report-a-missed-bin@2 already/);
    // And back again, to a version that is named.
    assert.equal((await ran("upgrade", PATH, "--to", "1")).code, 0);
  });

  test("what comes out broken is not written", async () => {
    const text = await overlay();
    const shelf = join(root, "services", "report-a-missed-bin.yaml");
    await writeFile(shelf, (await readFile(shelf, "utf8")).replace("  - when: not(helped)", "  - when: not(gone)"));
    const { code, complained } = await ran("upgrade", PATH, "--ours", "all");
    assert.equal(code, 1);
    assert.match(complained, /What the two come to has mistakes\. Nothing is written\./);
    assert.equal(await overlay(), text);
  });

  test("what cannot be upgraded is said", async () => {
    assert.match((await ran("upgrade", "councils/eastmere/services/council-tax-move.yaml")).complained, /is no overlay/);
    assert.match((await ran("upgrade", "councils/eastmere/services/nothing.yaml")).complained, /There is no file/);
    assert.match((await ran("upgrade", PATH, "--to", "7")).complained, /The shelf has no version 7/);
    assert.match((await ran("upgrade", PATH, "--force")).complained, /upgrade has no option --force/);
    assert.match((await ran("upgrade")).complained, /Name one overlay after upgrade/);
  });
});
