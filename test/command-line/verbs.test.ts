import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { referenceFiles } from "../../src/command-line/reference-files.ts";
import { VERBS, run } from "../../src/command-line/run.ts";

const ROOT = join(import.meta.dirname, "..", "..");

interface Ran {
  readonly code: number;
  readonly said: string;
  readonly complained: string;
}

async function ran(root: string, ...words: string[]): Promise<Ran> {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await run({ root, say: (line) => said.push(line), complain: (line) => complained.push(line) }, words);
  return { code, said: said.join("\n"), complained: complained.join("\n") };
}

async function copied(work: (root: string) => Promise<void>): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), "guildhall-verbs-"));
  try {
    for (const folder of ["councils", "services"]) await cp(join(ROOT, folder), join(root, folder), { recursive: true });
    await work(root);
  } finally {
    await rm(root, { recursive: true });
  }
}

/** As much of SARIF 2.1.0 as an editor needs to show a finding. */
interface Sarif {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string };
          readonly region: { readonly startLine: number; readonly startColumn: number };
        };
      }[];
    }[];
  }[];
}

test("check finds nothing wrong with the shipped services", async () => {
  const { code, said } = await ran(ROOT, "check");
  assert.equal(code, 0, said);
  // Not every service of the shelf is translated.
  const lines = said.split("\n").filter((line) => / (error|warning)\b/.test(line));
  assert.deepEqual(
    lines.filter((line) => !line.includes("translation-none")),
    [],
  );
});

test("check points at a mistake with its line and a caret, and fails", async () => {
  await copied(async (root) => {
    const path = join(root, "services", "report-a-pothole.yaml");
    const changed = (await readFile(path, "utf8")).replace('road_kind = "private"', 'road_kind = "privat"');
    await writeFile(path, changed);
    const { code, said } = await ran(root, "check", "report-a-pothole");
    assert.equal(code, 1);
    const lines = said.split("\n");
    assert.match(lines[0] ?? "", /^services\/report-a-pothole\.yaml:\d+:\d+ {2}error rule-unknown-option$/);
    const caret = lines.findIndex((line) => /\^+$/.test(line));
    assert.ok(lines[caret - 1]?.slice(lines[caret]?.indexOf("^")).startsWith('"privat"'));
    assert.match(said, /Did you mean "?private"?\?/);
    const json: unknown = JSON.parse((await ran(root, "check", "--json", "services/report-a-pothole.yaml")).said);
    assert.ok(Array.isArray(json) && json.length === 1);
    const sarif: Sarif = JSON.parse((await ran(root, "check", "--sarif", "services/report-a-pothole.yaml")).said);
    const [run] = sarif.runs;
    const [result] = run?.results ?? [];
    assert.equal(sarif.version, "2.1.0");
    assert.deepEqual([result?.level, run?.tool.driver.rules[result?.ruleIndex ?? -1]?.id], ["error", result?.ruleId]);
    const [place] = result?.locations ?? [];
    const { startLine = 0, startColumn = 0 } = place?.physicalLocation.region ?? {};
    assert.equal(place?.physicalLocation.artifactLocation.uri, "services/report-a-pothole.yaml");
    const line = changed.split("\n")[startLine - 1] ?? "";
    assert.ok(line.slice(startColumn - 1).startsWith('"privat"'));
  });
});

test("check fails on a warning only where it is strict, and never on advice", async () => {
  await copied(async (root) => {
    const path = join(root, "services", "report-a-pothole.yaml");
    const text = await readFile(path, "utf8");
    await writeFile(path, text.replaceAll("How wide is it?", "Please say how wide it is?"));
    assert.deepEqual(
      [(await ran(root, "check", "--strict", "report-a-pothole")).code, (await ran(root, "check", "report-a-pothole")).code],
      [0, 0],
    );
    await writeFile(path, text.replace("ask: How wide is it?", 'ask: "How wide is it, by http://measures.example?"'));
    assert.deepEqual(
      [(await ran(root, "check", "--strict", "report-a-pothole")).code, (await ran(root, "check", "report-a-pothole")).code],
      [1, 0],
    );
  });
});

test("check and show say which services there are when a name is wrong", async () => {
  const check = await ran(ROOT, "check", "report-a-pothol");
  assert.equal(check.code, 1);
  assert.match(check.complained, /Did you mean report-a-pothole\?/);
  assert.equal((await ran(ROOT, "show", "nothing-like-it")).code, 1);
  assert.equal((await ran(ROOT, "check", "--jsn")).code, 1);
});

test("new writes a service that passes every check, lists it, and refuses to overwrite", async () => {
  await copied(async (root) => {
    const first = await ran(root, "new", "book-a-hall", "--title", "Book a hall: big or small");
    assert.equal(first.code, 0, first.complained);
    const check = await ran(root, "check", "book-a-hall");
    // The council publishes in Welsh, which nobody has written yet.
    assert.match(check.said, /advice translation-none[^]*\n1 definition: 1 advice\.$/);
    const text = await readFile(join(root, "councils", "eastmere", "services", "book-a-hall.yaml"), "utf8");
    const again = await ran(root, "new", "book-a-hall");
    assert.equal(again.code, 1);
    assert.match(again.complained, /is there already/);
    assert.equal(await readFile(join(root, "councils", "eastmere", "services", "book-a-hall.yaml"), "utf8"), text);
    const council = await readFile(join(root, "councils", "eastmere", "council.yaml"), "utf8");
    assert.equal(council.split("book-a-hall").length, 2);
    assert.equal(council.split("#").length, (await readFile(join(ROOT, "councils", "eastmere", "council.yaml"), "utf8")).split("#").length);
  });
});

test("new refuses names that could leave the folder or are not names", async () => {
  await copied(async (root) => {
    for (const name of ["../x", "A-B", "x/y", "", ".hidden", "a".repeat(100)]) assert.equal((await ran(root, "new", name)).code, 1, name);
    assert.equal((await ran(root, "new")).code, 1);
    assert.equal((await ran(root, "new", "x", "--council", "nowhere")).code, 1);
  });
});

test("show says who must confirm, and what is filled in at first", async () => {
  const tournament = (await ran(ROOT, "show", "host-a-tournament")).said;
  for (const words of ["named by: marshals", "see: who sent it, opens, gate, length", "once all have: checking"])
    assert.ok(tournament.includes(words), words);
  assert.match((await ran(ROOT, "show", "primary-school-place")).said, /your_address is filled in at first from child_lives/);
});

test("show prints what is asked, under which rules, and how a case goes", async () => {
  const { code, said } = await ran(ROOT, "show", "keep-a-dragon");
  assert.equal(code, 0);
  for (const part of [
    "born: What is your date of birth?",
    "when the amount of your insurance is less than £1,000,000 [cover < 1000000]",
    "stop at more-cover",
    "Fee in pounds",
    "granted: Licence granted (closed)",
  ])
    assert.ok(said.includes(part), part);
});

test("paths prints every path with its ending and a covering set, as JSON too, and says what the bound leaves out", async () => {
  const { code, said } = await ran(ROOT, "paths", "report-a-pothole");
  assert.equal(code, 0);
  assert.match(said, /^Report a pothole \(report-a-pothole\): 10 distinct paths\n/);
  assert.match(said, /Path 9 ends at national-highways: National Highways looks after this road\n {2}where > road-kind\n/);
  assert.match(said, /Journey 1 ends at a case for highways, priority \w+\n {2}where: /);
  const json: { paths: unknown[]; leftOut: number; journeys: unknown[] } = JSON.parse(
    (await ran(ROOT, "paths", "report-a-pothole", "--json", "--most", "4")).said,
  );
  assert.deepEqual([json.paths.length, json.leftOut], [4, 6]);
  assert.ok(json.journeys.length > 5);
  assert.match((await ran(ROOT, "paths", "report-a-pothole", "--most", "4")).said, /6 more paths are left out/);
  for (const words of [["report-a-pothol"], [], ["report-a-pothole", "--most", "x"], ["report-a-pothole", "--long"]])
    assert.equal((await ran(ROOT, "paths", ...words)).code, 1, words.join(" "));
});

test("diff says what changes between two files, as JSON too, and that nothing does", async () => {
  await copied(async (root) => {
    const text = await readFile(join(root, "services", "report-a-pothole.yaml"), "utf8");
    await writeFile(
      join(root, "draft.yaml"),
      text.replaceAll("Is it a danger to anyone right now?", "Is it dangerous?").replace("emergency: 2 hours", "emergency: 4 hours"),
    );
    const { code, said } = await ran(root, "diff", "report-a-pothole", "draft.yaml");
    assert.equal(code, 0);
    assert.match(said, /- The question danger is reworded: ‘Is it dangerous\?’ in place of/);
    assert.match(said, /- The deadline for cases of the priority emergency was ‘2 hours’ and becomes ‘4 hours’/);
    assert.match(said, /changed their meaning, so their answers do not carry over: danger\./);
    const json: { changes: unknown[]; changedMeaning: string[] } = JSON.parse(
      (await ran(root, "diff", "report-a-pothole", "draft.yaml", "--json")).said,
    );
    assert.deepEqual([json.changes.length, json.changedMeaning], [2, ["danger"]]);
    assert.equal((await ran(root, "diff", "draft.yaml", "draft.yaml")).said, "Nothing changes.");
    for (const words of [["draft.yaml"], ["draft.yaml", "nowhere.yaml"], ["draft.yaml", "draft.yaml", "--all"]])
      assert.equal((await ran(root, "diff", ...words)).code, 1, words.join(" "));
  });
});

test("help names every verb, and a wrong verb is met with the right one", async () => {
  const { said } = await ran(ROOT);
  for (const verb of VERBS.keys()) assert.ok(said.includes(`-- ${verb}`), verb);
  const wrong = await ran(ROOT, "chek");
  assert.equal(wrong.code, 1);
  assert.match(wrong.complained, /Did you mean check\?/);
});

test("docs/reference is what the code says", async () => {
  for (const { path, text } of referenceFiles()) {
    assert.equal(await readFile(join(ROOT, path), "utf8"), text, `${path} is out of date: run npm run docs`);
  }
});

test("check finds a code that two services of a council have, where it is written", async () => {
  await copied(async (root) => {
    const path = join(root, "services", "store-petrol.yaml");
    await writeFile(path, (await readFile(path, "utf8")).replace(/^codes: .*$/m, "codes: { lgsl: 557 }"));
    const { code, said } = await ran(root, "check");
    assert.equal(code, 0);
    assert.match(said, /store-petrol\.yaml:\d+:16.*council-code/);
    assert.match(said, /report-a-pothole has the code lgsl 557 too/);
    assert.equal((await ran(root, "check", "--strict")).code, 1);
  });
});
