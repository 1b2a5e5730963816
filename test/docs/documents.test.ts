import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { test } from "node:test";

import { ERRORS } from "../../src/platform/http/error-list.ts";
import { SETTINGS } from "../../src/platform/config.ts";
import { declaredStatements } from "../../src/platform/statement.ts";
import { blocks, documents, prose, quoted, readDocument, ROOT } from "./documents.ts";

const DOCUMENTS = documents();

/** The address of a heading, as GitHub makes it. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");
}

function anchors(path: string): readonly string[] {
  return [...prose(readDocument(path)).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => anchor(heading));
}

test("every link to a file of ours goes to one, and to a heading that is there", () => {
  const links = DOCUMENTS.flatMap((document) =>
    [...prose(document).matchAll(/\]\(([^)\s]+)\)/g)].map(([, to = ""]) => ({ from: document.path, to })),
  ).filter(({ to }) => !/^[a-z]+:/.test(to));
  assert.ok(links.length > 40);
  const broken = links.filter(({ from, to }) => {
    const [file = "", heading] = to.split("#");
    const path = file === "" ? from : normalize(join(dirname(from), file));
    if (!existsSync(join(ROOT, path))) return true;
    return heading !== undefined && !anchors(path).includes(heading);
  });
  assert.deepEqual(broken, []);
});

test("every 'npm run' that a document names is a script", () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { scripts: Record<string, string> }; // as npm has it
  const named = DOCUMENTS.flatMap(({ path, text }) =>
    [...text.matchAll(/npm run ([a-z][\w:-]*)/g)].map(([, name = ""]) => ({ path, name })),
  );
  assert.ok(named.length > 10);
  assert.deepEqual(
    named.filter(({ name }) => !Object.hasOwn(scripts, name)),
    [],
  );
});

test("every verb that a document calls is one of the command line's", async () => {
  const { VERBS } = await import("../../src/command-line/run.ts");
  const called = DOCUMENTS.flatMap(({ path, text }) =>
    [...text.matchAll(/npm run guildhall -- (\w+)/g)].map(([, verb = ""]) => ({ path, verb })),
  );
  assert.ok(called.length > 8);
  assert.deepEqual(
    called.filter(({ verb }) => !VERBS.has(verb)),
    [],
  );
});

/** A service that the tutorial has its reader make, and names that stand for any. */
function standsForAny(path: string): boolean {
  return path.includes("check-a-tree") || path.includes("your-type") || path.includes("<area>");
}

test("every file that a document names in backticks is there", () => {
  const named = DOCUMENTS.flatMap((document) =>
    quoted(document)
      .filter((text) => /^(src|test|services|councils|docs|simulators)\/[\w./*<>-]*$/.test(text))
      .map((text) => ({ path: document.path, text })),
  );
  assert.ok(named.length > 60);
  const missing = named.filter(({ text }) => !standsForAny(text) && globSync(text, { cwd: ROOT }).length === 0);
  assert.deepEqual(missing, []);
});

test("every setting that a document names is one", () => {
  const known = new Set(Object.values(SETTINGS).map(({ name }) => name));
  const others = new Set(["REFERENCE", "YYYY", "MM"]);
  const named = DOCUMENTS.flatMap((document) => {
    const words = [...quoted(document), ...blocks(document, "sh")].flatMap((text) => text.match(/\b[A-Z][A-Z_]{3,}\b/g) ?? []);
    return words.map((word) => ({ path: document.path, word }));
  });
  assert.ok(named.length > 15);
  assert.deepEqual(
    named.filter(({ word }) => !known.has(word) && !others.has(word)),
    [],
  );
});

test("every statement and function that the life of a transaction names is in the code", async () => {
  for (const file of globSync("src/**/*.ts", { cwd: ROOT })) {
    if (/\bstatement\(/.test(readFileSync(join(ROOT, file), "utf8"))) await import(`../../${file}`);
  }
  const statements = new Set(declaredStatements().map(({ name }) => name));
  const code = globSync("src/**/*.ts", { cwd: ROOT })
    .map((file) => readFileSync(join(ROOT, file), "utf8"))
    .join("\n");
  const names = quoted(readDocument("docs/life-of-a-transaction.md"));
  const hyphened = names.filter((name) => /^[a-z]+(-[a-z]+)+$/.test(name));
  const functions = names.filter((name) => /^[a-z]+[A-Z]\w+$/.test(name));
  assert.ok(hyphened.length >= 5 && functions.length >= 4);
  assert.deepEqual(
    hyphened.filter((name) => !statements.has(name)),
    [],
  );
  assert.deepEqual(
    functions.filter((name) => !new RegExp(`\\b${name}\\b`).test(code)),
    [],
  );
});

test("every code of an error that the documents name is one that the program gives", () => {
  const code = globSync("src/**/*.ts", { cwd: ROOT })
    .map((file) => readFileSync(join(ROOT, file), "utf8"))
    .join("\n");
  const names = quoted(readDocument("docs/operations.md")).filter((name) => /^[a-z]+(-[a-z]+)+$/.test(name));
  assert.ok(names.length > 4);
  assert.deepEqual(
    names.filter((name) => !Object.hasOwn(ERRORS, name) && !code.includes(`"${name}"`)),
    [],
  );
});

test("the import table that newcomers read is the one that is held", () => {
  const held = readFileSync(join(ROOT, "test/house/import-table.test.ts"), "utf8");
  const table = new Map(
    [...held.matchAll(/^ {2}"?([a-z-]+)"?: \[(.*)\],$/gm)].map(([, folder = "", list = ""]) => [folder, list.replaceAll('"', "")]),
  );
  assert.ok(table.size > 12);
  const { text } = readDocument("docs/start-here.md");
  const rows = [...text.matchAll(/^\| `([a-z-]+)` \| ([^|]+) \|/gm)].map(([, folder = "", list = ""]) => [folder, list.trim()]);
  const said = new Map(
    rows.map(([folder = "", list = ""]) => [folder, list.startsWith("everything") ? "*" : list.replace(/^nothing$/, "")]),
  );
  assert.deepEqual(Object.fromEntries(said), Object.fromEntries(table));
});

test("decisions are numbered without gaps, and all are in the list", () => {
  const files = globSync("docs/adr/[0-9]*.md", { cwd: ROOT }).map((path) => path.replaceAll("\\", "/"));
  const sorted = files.toSorted();
  assert.deepEqual(
    sorted.map((path) => Number(path.slice("docs/adr/".length, "docs/adr/".length + 4))),
    sorted.map((_, index) => index + 1),
  );
  const { text } = readDocument("docs/adr/README.md");
  for (const [index, path] of sorted.entries()) {
    const title = /^# (\d+)\. (.+)$/m.exec(readDocument(path).text);
    assert.equal(Number(title?.[1]), index + 1, path);
    assert.ok(text.includes(`\n${index + 1}. [${title?.[2]}](${path.slice("docs/adr/".length)})`), `${path}: ${title?.[2]}`);
  }
});

test("no document names a place on somebody's machine", () => {
  const places = /(^|[\s`"'(])(\/(work|home|root|Users|tmp)\/|[A-Z]:\\|~\/)/m;
  assert.deepEqual(
    DOCUMENTS.filter(({ text }) => places.test(text)).map(({ path }) => path),
    [],
  );
});

test("pictures are small, and each is shown with words for those who cannot see it", () => {
  const shown = DOCUMENTS.flatMap(({ path, text }) =>
    [...text.matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(([, alt = "", to = ""]) => ({ alt, file: normalize(join(dirname(path), to)) })),
  );
  const pictures = globSync("docs/images/*", { cwd: ROOT });
  assert.deepEqual([...new Set(shown.map(({ file }) => file))].toSorted(), pictures.toSorted());
  for (const { alt, file } of shown) {
    assert.ok(alt.length > 20, file);
    assert.ok(readFileSync(join(ROOT, file)).length < 150 * 1024, file);
  }
});
